"""One-time codes, sign-ins that can be ended, and the counters that slow guessing down."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models.person import Person
from participate.accounts.words import Channel, CodeUse
from participate.core.db import Moment, db, enum_column

DAY = "1 day"


class Code(db.Model):
    """A six-digit code sent to one contact, good for ten minutes, once, in the browser that asked for it.

    `browser` is the hash of a secret in that browser's cookie. `draft` keeps what she was about to keep (name,
    ward, words) until the code proves the contact.
    """

    __tablename__ = "code"
    __table_args__ = (Index("ix_code_contact", "contact"), CheckConstraint("wrong <= 5", name="five_tries"))

    id: Mapped[int] = mapped_column(primary_key=True)
    use: Mapped[CodeUse] = mapped_column(enum_column(CodeUse))
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    contact: Mapped[str] = mapped_column(String(254), info={"personal": "contact", "keep": DAY})
    code_hash: Mapped[str] = mapped_column(String(64))
    browser: Mapped[str] = mapped_column(String(64))
    draft: Mapped[dict[str, Any]] = mapped_column(JSON, info={"personal": "name, place, words", "keep": DAY})
    made_at: Mapped[datetime] = mapped_column(Moment, index=True)
    good_until: Mapped[datetime] = mapped_column(Moment)
    wrong: Mapped[int] = mapped_column(default=0)
    proved_at: Mapped[datetime | None] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class SignIn(db.Model):
    """One browser in which a person is signed in. Its cookie holds a secret; the row holds the hash.

    `tablet_id`: on a hub's tablet, where it ends after two quiet minutes.
    """

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser_name: Mapped[str] = mapped_column(String(60), info={"personal": "device", "keep": "90 days"})
    borrowed: Mapped[bool] = mapped_column(default=False)
    tablet_id: Mapped[int | None] = mapped_column(ForeignKey("tablet.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    person: Mapped[Person] = relationship()


class Throttle(db.Model):
    """How often something was tried in one window. `what` holds keyed hashes, never an address in clear."""

    __tablename__ = "throttle"
    __table_args__ = (UniqueConstraint("what", "window"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(80))
    window: Mapped[int]
    tries: Mapped[int] = mapped_column(default=0)
