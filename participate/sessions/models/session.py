"""A session and the series it belongs to."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.places.models import Hub, Ward
from participate.projects.models import Project
from participate.sessions.words import LONGEST_NAME, SessionStatus
from participate.spaces.models import Booking, Space


class Series(db.Model):
    """Sessions that repeat by one RFC 5545 rule ("FREQ=WEEKLY;COUNT=8"), in London time from `first_day` at `hour`.

    `follows_id`: the series that "this and later" cut off here.
    """

    __tablename__ = "series"
    __table_args__ = (CheckConstraint("minutes > 0", name="minutes"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    rule: Mapped[str] = mapped_column(String(200))
    first_day: Mapped[date]
    hour: Mapped[time]
    minutes: Mapped[int]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("series.id", ondelete="SET NULL"), index=True)
    made_at: Mapped[datetime] = mapped_column(Moment)


class Session(Hideable, db.Model):
    """A dated meeting of a project. Times are UTC. Where it is: a space, or a hub, or words (`place_note`).

    In a space it has a booking (`booking_id`), made with it and moved with it.

    A cancelled one stays where it was, marked, with the reason: whoever meant to come must find it.

    `capacity` is the room limit in heads, never passed; None: no limit (a park). `places` is how many may sign up,
    at most the room limit; None: as many as fit. `taken` counts the heads of sign-ups that hold a seat (going,
    likely, offered), children and babies with them. A `drop_in` session has no sign-up and no list.

    In a series, `series_day` is the London day on which the rule put it, which it keeps when it moves; `apart` says
    that it was changed by itself. `sequence` grows with each change that a calendar must hear of.
    """

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="starts_before_end"),
        CheckConstraint("cost_pence >= 0", name="cost"),
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("(status = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_has_moment"),
        CheckConstraint("taken >= 0", name="taken"),
        CheckConstraint("taken <= capacity", name="room_limit"),
        CheckConstraint("places >= 0 AND places <= capacity", name="places"),
        CheckConstraint("actual_minutes > 0", name="actual_minutes"),
        CheckConstraint("series_id IS NULL OR series_day IS NOT NULL", name="series_has_day"),
        UniqueConstraint("series_id", "series_day"),
        Index("ix_session_starts_at", "starts_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    about: Mapped[str] = mapped_column(String(1000), default="")
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="SET NULL"), index=True)
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id", ondelete="SET NULL"), unique=True)
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    place_note: Mapped[str] = mapped_column(String(200), default="")
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    host_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the session"}
    )
    cost_pence: Mapped[int] = mapped_column(default=0)
    bring: Mapped[str] = mapped_column(String(200), default="")
    take_home: Mapped[str] = mapped_column(String(200), default="")
    capacity: Mapped[int | None]
    places: Mapped[int | None]
    taken: Mapped[int] = mapped_column(default=0)
    drop_in: Mapped[bool] = mapped_column(default=False)
    door: Mapped[str] = mapped_column(String(160), default="")  # which door, which bell
    buddy_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the session"}
    )
    women_only: Mapped[bool] = mapped_column(default=False)
    swap: Mapped[bool] = mapped_column(default=False)  # all ages swap skills
    actual_minutes: Mapped[int | None]
    counted_at: Mapped[datetime | None] = mapped_column(Moment)  # when the host said that everybody is counted
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id", ondelete="SET NULL"), index=True)
    series_day: Mapped[date | None]
    apart: Mapped[bool] = mapped_column(default=False)
    sequence: Mapped[int] = mapped_column(default=0)
    step_free: Mapped[bool] = mapped_column(default=False)
    toilet: Mapped[bool] = mapped_column(default=False)
    children: Mapped[bool] = mapped_column(default=False)
    quiet: Mapped[bool] = mapped_column(default=False)
    easy: Mapped[bool] = mapped_column(default=False)  # tea-and-toast kind: an easy first step
    language: Mapped[str] = mapped_column(String(8), default="en")
    status: Mapped[SessionStatus] = mapped_column(enum_column(SessionStatus), default=SessionStatus.PLANNED)
    cancelled_at: Mapped[datetime | None] = mapped_column(Moment)
    cancelled_because: Mapped[str] = mapped_column(String(280), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    project: Mapped[Project] = relationship()
    space: Mapped[Space | None] = relationship()
    booking: Mapped[Booking | None] = relationship()
    hub: Mapped[Hub | None] = relationship()
    series: Mapped[Series | None] = relationship()
    host: Mapped[Person | None] = relationship(foreign_keys=[host_id])
    buddy: Mapped[Person | None] = relationship(foreign_keys=[buddy_id])
    ward: Mapped[Ward | None] = relationship()
