"""What is promised to whom and when, and what is in whose hands."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.funds.models import PointsBudget
from participate.materials.models.material import Material
from participate.materials.words import Condition, LoanStatus

KEPT = "2 years"
_OPEN = "status IN ('asked', 'waiting', 'offered', 'agreed', 'out')"


class Loan(db.Model):
    """Units of a material asked for, promised, in somebody's hands, or back.

    From `from_day` to `due_on` (London days, both hers); one that waits in the queue has none yet, and wants it for
    `days`. Offered, agreed and out ones hold their units on each of their days (`MaterialDay`); only out ones are in
    hands (`Material.out`). `subject`: "session:12" or "project:7" when it is for that, as roles point. `queued_at`
    orders the queue; `answer_by` ends an offer.
    """

    __tablename__ = "loan"
    __table_args__ = (
        CheckConstraint("units >= 1", name="units"),
        CheckConstraint("days BETWEEN 1 AND 90", name="days"),
        CheckConstraint("from_day <= due_on", name="from_before_due"),
        CheckConstraint("(status = 'offered') = (answer_by IS NOT NULL)", name="offer_has_end"),
        CheckConstraint("status NOT IN ('offered', 'agreed', 'out') OR due_on IS NOT NULL", name="held_has_days"),
        Index(
            "uq_loan_open", "material_id", "person_id", "subject", unique=True, sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        Index("ix_loan_queue", "material_id", "status", "queued_at", "id"),
        Index("ix_loan_due", "status", "due_on"),
        Index("ix_loan_subject", "subject"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    subject: Mapped[str] = mapped_column(String(40), default="")
    units: Mapped[int] = mapped_column(default=1)
    days: Mapped[int]
    from_day: Mapped[date | None]
    due_on: Mapped[date | None]
    status: Mapped[LoanStatus] = mapped_column(enum_column(LoanStatus), default=LoanStatus.ASKED)
    words: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": KEPT})
    reason: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": KEPT})
    points: Mapped[int] = mapped_column(default=0)  # spent for it, and given back when it is called off
    budget_id: Mapped[int | None] = mapped_column(ForeignKey("points_budget.id", ondelete="SET NULL"), index=True)
    queued_at: Mapped[datetime | None] = mapped_column(Moment)
    answer_by: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    out_at: Mapped[datetime | None] = mapped_column(Moment)
    out_condition: Mapped[Condition | None] = mapped_column(enum_column(Condition, "out_condition"))
    out_note: Mapped[str] = mapped_column(String(280), default="")
    back_at: Mapped[datetime | None] = mapped_column(Moment)
    back_condition: Mapped[Condition | None] = mapped_column(enum_column(Condition, "back_condition"))
    back_note: Mapped[str] = mapped_column(String(280), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    material: Mapped[Material] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    budget: Mapped[PointsBudget | None] = relationship()


class MaterialDay(db.Model):
    """How many units of a material are promised for one London day, of how many there are. Never more than all."""

    __tablename__ = "material_day"
    __table_args__ = (
        UniqueConstraint("material_id", "day"),
        CheckConstraint("held >= 0 AND held <= units", name="held"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"))
    day: Mapped[date]
    units: Mapped[int]
    held: Mapped[int] = mapped_column(default=0)
