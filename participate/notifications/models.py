"""Tables of the notifications."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.notifications.words import CallOutcome, CallStatus, Choice, Outcome, Way, Why

YEAR = "1 year"
ACCOUNT = "until the account ends"


class Attention(db.Model):
    """What a person chose to hear from us; without a row, only what she said yes to.

    `salt` makes the address that ends the weekly mail; a new one makes the old addresses worthless.
    """

    __tablename__ = "attention"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True, info={"personal": "id", "keep": ACCOUNT}
    )
    choice: Mapped[Choice] = mapped_column(enum_column(Choice), default=Choice.ONLY_YES)
    salt: Mapped[str] = mapped_column(String(32))
    changed_at: Mapped[datetime] = mapped_column(Moment)


class Sent(db.Model):
    """One line of the ledger: what we sent somebody, or held back, and why. It holds no words of the letter.

    `about` is what it was about ("session:12"). A promise is one line, however often it was tried.
    """

    __tablename__ = "sent"
    __table_args__ = (Index("ix_sent_person", "person_id", "at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": YEAR}
    )
    promise_id: Mapped[int] = mapped_column(unique=True)
    letter: Mapped[str] = mapped_column(String(60))
    way: Mapped[Way | None] = mapped_column(enum_column(Way))
    outcome: Mapped[Outcome] = mapped_column(enum_column(Outcome))
    why: Mapped[Why] = mapped_column(enum_column(Why))
    about: Mapped[str] = mapped_column(String(40), default="")
    at: Mapped[datetime] = mapped_column(Moment)


class Call(db.Model):
    """A promise to somebody whom nothing written reaches: the hub rings her, or tells her when she comes in.

    `facts` are those of the letter, emptied when it is done. An offer's clock starts when the call is recorded.
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


class Notice(db.Model):
    """A letter as it stands on the site, for the person herself, until she has seen it or its time is over."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_person", "person_id", "made_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": "90 days"}
    )
    promise_id: Mapped[int] = mapped_column(unique=True)
    letter: Mapped[str] = mapped_column(String(60))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, info={"personal": "words", "keep": "90 days"})
    made_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    good_until: Mapped[datetime | None] = mapped_column(Moment)
