"""When a space is open."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db, enum_column
from participate.spaces.words import DayKind


class OpeningHour(db.Model):
    """One stretch of a weekday (0 is Monday) in which a space is open, in London time. `closes` 00:00 is midnight.
    A space without any is open at all hours."""

    __tablename__ = "opening_hour"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        Index("ix_opening_hour_space_id", "space_id", "weekday", "opens"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    weekday: Mapped[int]
    opens: Mapped[time]
    closes: Mapped[time]


class SpecialDays(db.Model):
    """London days, both ends included, on which a space keeps other hours, is closed, or has its term."""

    __tablename__ = "special_days"
    __table_args__ = (
        CheckConstraint("first_day <= last_day", name="days"),
        CheckConstraint("(kind = 'hours') = (opens IS NOT NULL)", name="hours_have_opens"),
        CheckConstraint("(kind = 'hours') = (closes IS NOT NULL)", name="hours_have_closes"),
        Index("ix_special_days_space_id", "space_id", "first_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    space_id: Mapped[int] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    kind: Mapped[DayKind] = mapped_column(enum_column(DayKind))
    first_day: Mapped[date]
    last_day: Mapped[date]
    opens: Mapped[time | None]
    closes: Mapped[time | None]
    note: Mapped[str] = mapped_column(String(120), default="")
