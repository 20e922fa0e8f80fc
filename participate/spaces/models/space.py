"""A space, and where it is when it is somebody's home."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import db, enum_column
from participate.organisations.models import Offered
from participate.spaces.rules import is_at_home
from participate.spaces.words import BookingMode, SpaceKind


class Space(Offered, db.Model):
    """A space and what is in it. One that is `at_home` shows its ward and about how far; its `address` is empty, and
    where it is stands in `HomeAddress`, which no list reads.

    A part of a site has a `site_id`; a site itself is not booked, its parts are. Minutes `before` and `after` a
    booking are held with it. `least_minutes` and `most_minutes`: how short and how long a booking may be;
    `ahead_days`: how far ahead it may be.
    """

    __tablename__ = "space"
    __table_args__ = (
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("cost_pence >= 0", name="cost"),
        CheckConstraint("before >= 0 AND after >= 0", name="buffers"),
        CheckConstraint("least_minutes >= 15 AND least_minutes <= most_minutes", name="lengths"),
        CheckConstraint("ahead_days >= 1", name="ahead"),
    )
    noun: ClassVar[str] = "space"

    kind: Mapped[SpaceKind] = mapped_column(enum_column(SpaceKind))
    about: Mapped[str] = mapped_column(String(1000), default="")
    has: Mapped[str] = mapped_column(String(400), default="")
    capacity: Mapped[int]
    step_free: Mapped[bool] = mapped_column(default=False)
    toilet: Mapped[bool] = mapped_column(default=False)
    quiet: Mapped[bool] = mapped_column(default=False)
    children: Mapped[bool] = mapped_column(default=False)
    access_note: Mapped[str] = mapped_column(String(280), default="")
    when_free: Mapped[str] = mapped_column(String(200), default="")
    house_rules: Mapped[str] = mapped_column(String(400), default="")
    cost_pence: Mapped[int] = mapped_column(default=0)
    private: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(
        String(200), default="", info={"personal": "address", "keep": "with the space"}
    )
    site_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    mode: Mapped[BookingMode] = mapped_column(enum_column(BookingMode), default=BookingMode.ASK)
    before: Mapped[int] = mapped_column(default=0)
    after: Mapped[int] = mapped_column(default=0)
    least_minutes: Mapped[int] = mapped_column(default=30)
    most_minutes: Mapped[int] = mapped_column(default=480)
    ahead_days: Mapped[int] = mapped_column(default=183)
    site: Mapped["Space | None"] = relationship(remote_side="Space.id")

    @property
    def at_home(self) -> bool:
        """Whether it is, or may be, somebody's home. A part is as private as its site."""
        if self.site_id is not None:
            return self.private
        by_person = self.organisation_id is None and self.hub_id is None
        return is_at_home(self.kind, ticked=self.private, by_person=by_person)


class HomeAddress(db.Model):
    """Where a home or a neighbour's garden is: for its keeper, and for those whose booking or place is agreed, until
    a day after."""

    __tablename__ = "home_address"

    id: Mapped[int] = mapped_column(primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), unique=True)
    words: Mapped[str] = mapped_column(String(280), info={"personal": "address", "keep": "with the space"})
