"""Who has a space when."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.spaces.models.space import Space
from participate.spaces.words import BookingStatus

KEPT = "2 years"


class BookingSeries(db.Model):
    """Bookings that were asked for together, and are answered together. `times`: how many were wished for."""

    __tablename__ = "booking_series"
    __table_args__ = (CheckConstraint("times >= 2", name="times"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    times: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Moment)


class Booking(db.Model):
    """A space held, or asked for, from one moment to another. Times are UTC.

    `label` says what for, in words that the keeper reads; `subject` points upward without a key, as roles do:
    "session:12", "project:7", or "" for a one-off. `held_from` to `held_until` is the time with the space's minutes
    before and after: two agreed bookings of a space never share a moment of it (a constraint; on SQLite a trigger).
    `sequence` grows with each change that a letter or a calendar must hear of.
    """

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="starts_before_end"),
        CheckConstraint("held_from <= starts_at AND ends_at <= held_until", name="held"),
        CheckConstraint("heads >= 1", name="heads"),
        Index("ix_booking_space_id", "space_id", "status", "held_from"),
        Index("ix_booking_person_id", "person_id", "starts_at"),
        Index("ix_booking_subject", "subject"),
        Index("ix_booking_status", "status", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), info={"personal": "id", "keep": KEPT, "apart": "stays"}
    )
    series_id: Mapped[int | None] = mapped_column(ForeignKey("booking_series.id", ondelete="SET NULL"), index=True)
    label: Mapped[str] = mapped_column(String(120))
    subject: Mapped[str] = mapped_column(String(40), default="")
    heads: Mapped[int] = mapped_column(default=1)
    note: Mapped[str] = mapped_column(String(400), default="", info={"personal": "words", "keep": KEPT})
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    held_from: Mapped[datetime] = mapped_column(Moment)
    held_until: Mapped[datetime] = mapped_column(Moment)
    status: Mapped[BookingStatus] = mapped_column(enum_column(BookingStatus), default=BookingStatus.ASKED)
    reason: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": KEPT})
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    cancelled_at: Mapped[datetime | None] = mapped_column(Moment)
    sequence: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    space: Mapped[Space] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    series: Mapped[BookingSeries | None] = relationship()


OVERLAP = "booking_overlap"  # the name of the constraint, and what the trigger of SQLite says
