"""A thing on a shelf: its loans on their way to the database, and how many units are promised on which day."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from participate.core import clock
from participate.demo.making.ground import DAY, Ground
from participate.materials.words import HOLDS_UNITS, Condition, LoanStatus

COLLECTED, RETURNED = time(17, 30), time(18)  # London
IN_HANDS = (LoanStatus.OUT, LoanStatus.LOST)


@dataclass
class Plan:
    """One loan: who, how many, its days, and where it stands. `made`: when she asked."""

    person: int
    status: LoanStatus
    made: datetime
    units: int = 1
    days: int = 7
    first: date | None = None
    words: str = ""
    reason: str = ""
    subject: str = ""
    points: int = 0
    budget: int | None = None
    answer_by: datetime | None = None
    out_note: str = ""
    back_note: str = ""

    @property
    def due(self) -> date | None:
        return self.first + (self.days - 1) * DAY if self.first else None


@dataclass
class Shelf:
    """A material to lend. `id` is its row’s once that is made; `answerer`: who hands it out."""

    name: str
    how_many: int
    answerer: int
    ward: int
    condition: Condition = Condition.GOOD
    id: int = 0
    plans: list[Plan] = field(default_factory=list)
    days: Counter[date] = field(default_factory=Counter)

    @property
    def out(self) -> int:
        """How many units are in somebody's hands."""
        return sum(plan.units for plan in self.plans if plan.status in IN_HANDS)

    def add(self, plan: Plan) -> bool:
        """Plan it, if that can be; whether it could."""
        if not self.promise(plan):
            return False
        self.plans.append(plan)
        return True

    def promise(self, plan: Plan) -> bool:
        """Whether so many units are there on all its days and she has not asked already; then the days are hers."""
        if any(other.person == plan.person and other.subject == plan.subject for other in self.plans):
            return False
        if plan.status in HOLDS_UNITS and plan.first and plan.due:
            days = [plan.first + number * DAY for number in range(plan.days)]
            lost = sum(other.units for other in self.plans if other.status is LoanStatus.LOST)
            if any(self.days[day] + plan.units + lost > self.how_many for day in days):
                return False
            self.days.update(dict.fromkeys(days, plan.units))
        return True


def write_loans(ground: Ground, shelf: Shelf) -> None:
    """The rows of the loans of a shelf that has its own, and of the days that are promised."""
    for day, held in sorted(shelf.days.items()):
        if held:
            ground.book.add("material_day", material_id=shelf.id, day=day, units=shelf.how_many, held=held)
    for plan in shelf.plans:
        write_loan(ground, shelf, plan)


def write_loan(ground: Ground, shelf: Shelf, plan: Plan) -> int:
    """The row of one loan."""
    waits = plan.status in (LoanStatus.WAITING, LoanStatus.OFFERED)
    untouched = plan.status in (LoanStatus.ASKED, LoanStatus.CANCELLED, LoanStatus.LAPSED) or waits
    number = ground.book.add(
        "loan", material_id=shelf.id, person_id=plan.person, subject=plan.subject, units=plan.units, days=plan.days,
        from_day=plan.first, due_on=plan.due, status=plan.status, words=plan.words, reason=plan.reason,
        points=plan.points, budget_id=plan.budget, queued_at=plan.made if waits else None, answer_by=plan.answer_by,
        answered_by=None if untouched else shelf.answerer, made_at=plan.made, **_hands(ground, shelf, plan),
    )  # fmt: skip
    ground.book.note(plan.made, plan.person, "asked", "loan", number)
    return number


def _hands(ground: Ground, shelf: Shelf, plan: Plan) -> dict[str, Any]:
    """When it went out and came back, and how it was each time."""
    row: dict[str, Any] = {
        "out_at": None, "out_condition": None, "out_note": "", "back_at": None, "back_condition": None,
        "back_note": plan.back_note, "changed_at": plan.made,
    }  # fmt: skip
    if plan.first and plan.due and plan.status in (LoanStatus.OUT, LoanStatus.BACK, LoanStatus.LOST):
        out = min(clock.moment_of(plan.first, COLLECTED), ground.now - timedelta(hours=1))
        row |= {"out_at": out, "out_condition": shelf.condition, "out_note": plan.out_note, "changed_at": out}
        if plan.status is LoanStatus.BACK:
            back = min(clock.moment_of(plan.due, RETURNED), ground.now)
            row |= {"back_at": back, "back_condition": shelf.condition, "changed_at": back}
    return row
