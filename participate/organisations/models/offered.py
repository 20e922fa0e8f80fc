"""What a space and a material have in common."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment
from participate.organisations.models.organisation import Organisation
from participate.places.models import Hub, Ward


class Offered(Hideable):
    """Something offered in the name of a person (its keeper), an organisation or a hub.

    It is shown up to and including `expires_on`. `asked_on` is the day of the letter that asks whether it is
    still there; `expired_on` the day on which the house noted that nobody said so.
    """

    noun: ClassVar[str]

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    keeper_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"),
        index=True,
        info={
            "personal": "id",
            "keep": "with the offer",
            "apart": "thing",
            "apart_unless": ("hub_id", "organisation_id"),
        },
    )
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"), index=True)
    expires_on: Mapped[date] = mapped_column(index=True)
    asked_on: Mapped[date | None]
    expired_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)

    @declared_attr
    def ward(cls) -> Mapped[Ward | None]:
        return relationship(Ward)

    @declared_attr
    def keeper(cls) -> Mapped[Person | None]:
        return relationship(Person)

    @declared_attr
    def organisation(cls) -> Mapped[Organisation | None]:
        return relationship(Organisation)

    @declared_attr
    def hub(cls) -> Mapped[Hub | None]:
        return relationship(Hub)
