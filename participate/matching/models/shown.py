"""What was suggested to whom and how far it came, for some weeks; then how many, for good."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db, enum_column
from participate.matching.quality.steps import Channel, Nothing, Part

KEPT = "13 weeks"


class Suggested(db.Model):
    """A thing ("project:12") was suggested to somebody in the week of a Monday: at which place of her list, where first
    (`channel`; None before that was noted), whether almost equal ones stood in random order, and how far it came
    (quality.steps.Step). No moment, no score, no words.
    """

    __tablename__ = "suggested"
    __table_args__ = (
        UniqueConstraint("person_id", "week", "subject"),
        CheckConstraint("place >= 1", name="place"),
        CheckConstraint("step >= 0 AND step <= 4", name="step"),
        Index("ix_suggested_week", "week", "subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": KEPT}
    )
    week: Mapped[date]
    subject: Mapped[str] = mapped_column(String(40), info={"personal": "tastes", "keep": KEPT})
    place: Mapped[int] = mapped_column(SmallInteger)
    channel: Mapped[Channel | None] = mapped_column(enum_column(Channel))
    by_chance: Mapped[bool] = mapped_column(default=False)
    step: Mapped[int] = mapped_column(SmallInteger, default=0)


class SuggestedWeek(db.Model):
    """How many suggestions of so many `weeks` from a Monday on came how far, in all and by one thing at a time.

    `value`: which ward, language, kind, order or channel. `people`: to how many they were made. Each of the five
    numbers holds those after it.
    """

    __tablename__ = "suggested_week"
    __table_args__ = (
        UniqueConstraint("week", "weeks", "part", "value"),
        CheckConstraint("weeks IN (1, 13)", name="weeks"),
        CheckConstraint(
            "suggested >= seen AND seen >= accepted AND accepted >= met AND met >= made AND made >= 0", name="in_order"
        ),
        CheckConstraint("people >= 1 AND people <= suggested", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[date]
    weeks: Mapped[int] = mapped_column(SmallInteger)
    part: Mapped[Part] = mapped_column(enum_column(Part))
    value: Mapped[str] = mapped_column(String(24))
    people: Mapped[int]
    suggested: Mapped[int]
    seen: Mapped[int]
    accepted: Mapped[int]
    met: Mapped[int]
    made: Mapped[int]


class Unmatched(db.Model):
    """Somebody for whom the matcher finds nothing, why, and since when; looked at anew each night."""

    __tablename__ = "unmatched"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True,
        info={"personal": "id", "keep": "until something is found"},
    )  # fmt: skip
    because: Mapped[Nothing] = mapped_column(enum_column(Nothing))
    since: Mapped[date]
    checked_on: Mapped[date]
