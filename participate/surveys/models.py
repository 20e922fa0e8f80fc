"""Tables of the surveys. Neither knows who answered."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db


class Pulse(db.Model):
    """What one person tapped after a session: at most three questions, all of them free to leave out.

    `subject` is a label ("session:12"). `once` is a keyed hash of who and what, so that she counts once and can
    change her answer; nothing leads back from it. The day is a Monday: of the week, not of the moment.
    """

    __tablename__ = "pulse"
    __table_args__ = (
        CheckConstraint("worthwhile BETWEEN 0 AND 10", name="worthwhile"),
        CheckConstraint("belonging BETWEEN 1 AND 5", name="belonging"),
        CheckConstraint("met BETWEEN 0 AND 2", name="met"),
        Index("ix_pulse_subject", "subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(40))
    once: Mapped[str] = mapped_column(String(64), unique=True)
    worthwhile: Mapped[int | None]
    belonging: Mapped[int | None]
    met: Mapped[int | None]  # somebody new: 0 no, 1 one, 2 more
    week: Mapped[date]


class EqualityAnswer(db.Model):
    """Age band, ethnic group and disability of somebody, under a keyed pseudonym, apart from everything (P-28).

    No foreign key, no moment, no place. Each may be "rather_not". `pseudonym` lets her alone change or take it back.
    """

    __tablename__ = "equality_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    pseudonym: Mapped[str] = mapped_column(String(64), unique=True)
    age_band: Mapped[str] = mapped_column(String(24), info={"personal": "special", "keep": "2 years"})
    ethnic_group: Mapped[str] = mapped_column(String(40), info={"personal": "special", "keep": "2 years"})
    disability: Mapped[str] = mapped_column(String(24), info={"personal": "special", "keep": "2 years"})
    on_paper: Mapped[bool] = mapped_column(default=False)
    quarter: Mapped[date]  # the first day of the quarter


class EqualityAsk(db.Model):
    """That somebody was asked, once. Not whether she answered."""

    __tablename__ = "equality_ask"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True,
        info={"personal": "id", "keep": "until the account ends"},
    )  # fmt: skip
    asked_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person] = relationship()
