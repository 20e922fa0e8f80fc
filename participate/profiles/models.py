"""Tables of the profiles."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.profiles.words import PartOfDay, PostingKind

ACCOUNT = "until the account ends"


class Posting(Hideable, db.Model):
    """One line of a person: an interest, or a skill that she could show someone. Strangers never see its words;
    they see only the words that it shares with theirs.

    It is shown up to and including `expires_on`. `asked_on` is the day of the letter that asks whether it is still
    true; `expired_on` the day on which the house noted that nobody said so.
    """

    __tablename__ = "posting"
    __table_args__ = (Index("ix_posting_expires_on", "expires_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"apart": "thing"}
    )
    kind: Mapped[PostingKind] = mapped_column(enum_column(PostingKind))
    words: Mapped[str] = mapped_column(String(280), info={"personal": "words", "keep": ACCOUNT})
    wants_to_learn: Mapped[bool] = mapped_column(default=False)
    expires_on: Mapped[date]
    asked_on: Mapped[date | None]
    expired_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person] = relationship()


class FreeTime(db.Model):
    """A part of a weekday (0 is Monday) in which a person is usually free."""

    __tablename__ = "free_time"
    __table_args__ = (
        UniqueConstraint("person_id", "weekday", "part"),
        CheckConstraint("weekday >= 0 AND weekday <= 6", name="weekday"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    weekday: Mapped[int] = mapped_column(info={"personal": "times", "keep": ACCOUNT})
    part: Mapped[PartOfDay] = mapped_column(enum_column(PartOfDay), info={"personal": "times", "keep": ACCOUNT})


class Spoken(db.Model):
    """A language that a person speaks, by its ISO 639-1 code."""

    __tablename__ = "spoken"
    __table_args__ = (UniqueConstraint("person_id", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    language: Mapped[str] = mapped_column(String(8), info={"personal": "language", "keep": ACCOUNT})
