"""What was published, month by month."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Moment, db, enum_column
from participate.insight.words import Shown


class Snapshot(db.Model):
    """The figures that were published when a month had closed. One a month, for good."""

    __tablename__ = "snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(unique=True)  # its first day
    made_at: Mapped[datetime] = mapped_column(Moment)
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of its figures as they are exported


class Figure(db.Model):
    """One published cell. It holds what may be told and nothing else, and never changes.

    `period`: "2026-07", "2026-Q3" or "2026". `first_day`: of the period, to put them in order. `area`: "borough",
    "locality:…", "ward:E05014053" or "unknown". `split`: "" or "theme:cook" and its like. `value`: a multiple of 5,
    only where shown. `definition`: the number of the wording by which it was counted.
    """

    __tablename__ = "figure"
    __table_args__ = (
        UniqueConstraint("measure", "period", "area", "split"),
        CheckConstraint("(value IS NOT NULL) = (shown = 'shown')", name="value_only_where_shown"),
        CheckConstraint("value >= 0 AND value % 5 = 0", name="rounded"),
        Index("ix_figure_period", "period", "area", "split"),
        Index("ix_figure_series", "measure", "area", "split", "first_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshot.id", ondelete="CASCADE"), index=True)
    measure: Mapped[str] = mapped_column(String(40))
    period: Mapped[str] = mapped_column(String(7))
    first_day: Mapped[date]
    area: Mapped[str] = mapped_column(String(40))
    split: Mapped[str] = mapped_column(String(40))
    shown: Mapped[Shown] = mapped_column(enum_column(Shown))
    value: Mapped[int | None]
    definition: Mapped[int] = mapped_column(SmallInteger)
    snapshot: Mapped[Snapshot] = relationship()
