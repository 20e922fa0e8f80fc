"""Tables of the spaces."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.organisations.models import Organisation
from participate.places.models import Hub, Ward
from participate.spaces.words import SpaceKind


class Space(Hideable, db.Model):
    """A space and what is in it. A private one (a home, a garden) shows its ward and square, never `address`."""

    __tablename__ = "space"
    __table_args__ = (
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("cost_pence >= 0", name="cost"),
        Index("ix_space_expires_on", "expires_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[SpaceKind] = mapped_column(enum_column(SpaceKind))
    about: Mapped[str] = mapped_column(String(1000), default="")
    has: Mapped[str] = mapped_column(String(400), default="")
    capacity: Mapped[int]
    step_free: Mapped[bool] = mapped_column(default=False)
    toilet: Mapped[bool] = mapped_column(default=False)
    quiet: Mapped[bool] = mapped_column(default=False)
    access_note: Mapped[str] = mapped_column(String(280), default="")
    when_free: Mapped[str] = mapped_column(String(200), default="")
    cost_pence: Mapped[int] = mapped_column(default=0)
    private: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(String(200), default="", info={"personal": "address", "keep": "with the space"})
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    keeper_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "with the space"}
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
