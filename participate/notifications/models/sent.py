"""The ledger: what we sent somebody or held back, and where it stands on the site instead."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.notifications.words import Outcome, Way, Why

YEAR = "1 year"


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
