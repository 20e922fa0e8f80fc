"""Tables of the funds."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.funds.words import AskStatus
from participate.places.models import Hub

KEPT = "with the fund"


class PointsBudget(db.Model):
    """The kit points that a hub gave to a street, a project or a starter. Never more spent than there are.

    `subject`: "street:2", "project:7" or "person:5". `name` says whose it is, in words that everybody may read; of a
    starter nobody else reads it.
    """

    __tablename__ = "points_budget"
    __table_args__ = (
        CheckConstraint("total >= 0", name="total"),
        CheckConstraint("spent >= 0 AND spent <= total", name="spent"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(160), info={"personal": "name", "keep": "with the budget"})
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"), index=True)
    total: Mapped[int]
    spent: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    hub: Mapped[Hub] = relationship()


class Fund(Hideable, db.Model):
    """A small fund of a hub: what it is for (`criteria`, a line each), how much, until which London day to ask.

    Never more granted than there is. No payment is handled: the hub pays as it pays.
    """

    __tablename__ = "fund"
    __table_args__ = (
        CheckConstraint("total_pence >= 0", name="total"),
        CheckConstraint("most_pence >= 1", name="most"),
        CheckConstraint("granted_pence >= 0 AND granted_pence <= total_pence", name="granted"),
        Index("ix_fund_closes_on", "closes_on", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    about: Mapped[str] = mapped_column(String(600), default="")
    criteria: Mapped[str] = mapped_column(String(1000))
    total_pence: Mapped[int]
    most_pence: Mapped[int]  # the most that one asking may be for
    granted_pence: Mapped[int] = mapped_column(default=0)
    closes_on: Mapped[date]
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    hub: Mapped[Hub] = relationship()


class FundAsk(Hideable, db.Model):
    """Somebody asks a fund with three answers: what for, who it is good for, what it costs.

    Open to everybody: the title, the sum, the decision with its reason. The answers are for the hub alone.
    """

    __tablename__ = "fund_ask"
    __table_args__ = (
        CheckConstraint("pence >= 1", name="pence"),
        CheckConstraint("granted_pence >= 0", name="granted"),
        CheckConstraint("(status = 'asked') = (decided_at IS NULL)", name="decided_has_moment"),
        Index("ix_fund_ask_fund_id", "fund_id", "status", "asked_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    fund_id: Mapped[int] = mapped_column(ForeignKey("fund.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    subject: Mapped[str] = mapped_column(String(40), default="", index=True)
    title: Mapped[str] = mapped_column(String(120))
    what: Mapped[str] = mapped_column(String(600), info={"personal": "words", "keep": KEPT})
    who: Mapped[str] = mapped_column(String(600), info={"personal": "words", "keep": KEPT})
    costs: Mapped[str] = mapped_column(String(600), info={"personal": "words", "keep": KEPT})
    pence: Mapped[int]
    granted_pence: Mapped[int] = mapped_column(default=0)
    status: Mapped[AskStatus] = mapped_column(enum_column(AskStatus), default=AskStatus.ASKED)
    reason: Mapped[str] = mapped_column(String(400), default="")
    decided_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    fund: Mapped[Fund] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
