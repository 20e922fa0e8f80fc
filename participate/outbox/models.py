"""Promises, and when each periodic job was last done."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db


class Promise(db.Model):
    """Something to be done once, at or after `due_at` and not after `good_until`.

    `payload` is emptied when the promise is kept or given up. `key` makes a promise unique: the same key is
    the same promise.
    """

    __tablename__ = "promise"
    __table_args__ = (Index("ix_promise_open", "done_at", "due_at"), UniqueConstraint("key"))

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, info={"personal": "contact", "keep": "until kept"})
    key: Mapped[str | None] = mapped_column(String(120))
    made_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime | None] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None] = mapped_column(Moment)
    lease: Mapped[str] = mapped_column(String(32), default="")
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str] = mapped_column(String(60), default="")


class PeriodicRun(db.Model):
    """One run of a periodic job in one period. The pair is unique: two schedulers do it once (F-38)."""

    __tablename__ = "periodic_run"
    __table_args__ = (UniqueConstraint("name", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    period: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
