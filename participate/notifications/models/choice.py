"""What a person chose to hear, and what the weekly mail told her already."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.notifications.words import Choice

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


class Told(db.Model):
    """What a weekly mail told her ("session:12"): nothing is told twice while we remember it."""

    __tablename__ = "told"
    __table_args__ = (UniqueConstraint("person_id", "what"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": "90 days"}
    )
    what: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(Moment)
