"""Tables of the materials."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.materials.words import Deal
from participate.organisations.models import Organisation
from participate.places.models import Hub, Ward


class Material(Hideable, db.Model):
    """A thing that is lent, given or wanted, by a person, an organisation or a hub."""

    __tablename__ = "material"
    __table_args__ = (
        CheckConstraint("how_many >= 1", name="how_many"),
        Index("ix_material_expires_on", "expires_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    deal: Mapped[Deal] = mapped_column(enum_column(Deal), index=True)
    about: Mapped[str] = mapped_column(String(600), default="")
    how_many: Mapped[int] = mapped_column(default=1)
    how_long: Mapped[str] = mapped_column(String(60), default="")
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    keeper_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "with the material"}
    )
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"), index=True)
    expires_on: Mapped[date]
    asked_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    ward: Mapped[Ward | None] = relationship()
    keeper: Mapped[Person | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    hub: Mapped[Hub | None] = relationship()
