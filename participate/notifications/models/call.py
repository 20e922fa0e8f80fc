"""Whom the hub rings."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.notifications.words import CallOutcome, CallStatus

YEAR = "1 year"


class Call(db.Model):
    """A promise to somebody whom nothing written reaches: the hub rings her, or tells her when she comes in.

    `facts` are those of the letter, emptied when it is done. `about` is what it is about ("session:12"). An offer's
    clock starts when the call is recorded. A text that has gone stands here as `texted` until we know whether it
    arrived: if it did not, the hub rings.
    """

    __tablename__ = "call"
    __table_args__ = (Index("ix_call_open", "hub_id", "status", "due_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": YEAR}
    )
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"))
    promise_id: Mapped[int] = mapped_column(unique=True)
    letter: Mapped[str] = mapped_column(String(60))
    about: Mapped[str] = mapped_column(String(40), default="")
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, info={"personal": "words", "keep": "until done"})
    status: Mapped[CallStatus] = mapped_column(enum_column(CallStatus), default=CallStatus.WAITING)
    outcome: Mapped[CallOutcome | None] = mapped_column(enum_column(CallOutcome))
    tries: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime | None] = mapped_column(Moment)
    recorded_at: Mapped[datetime | None] = mapped_column(Moment)
    recorded_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
