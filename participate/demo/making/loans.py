"""Who borrows what: things that are out, asked for, waited for, late, back and lost."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from random import Random

from participate.core import clock
from participate.core.waking import TO_ANSWER, after_waking
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground
from participate.demo.making.shelf import Plan, Shelf
from participate.materials.words import LoanStatus

AFTERNOON = time(15)  # London
# What is going on with a thing at the moment, and how often.
STATES = {
    "rests": 50, "out": 19, "late": 4, "ready": 8, "asked": 7, "queue": 6, "offered": 2, "lost": 1, "off": 3,
}  # fmt: skip
OVER = (LoanStatus.DECLINED, LoanStatus.CANCELLED, LoanStatus.LAPSED)


def plan_loans(ground: Ground, dice: Random, shelf: Shelf, loan_days: int, state: str = "") -> None:
    """Some that are over, and what is going on now."""
    people = _people(ground, dice, shelf)
    day = ground.today - (loan_days + 14) * DAY
    for _each in range(dice.choice((0, 0, 1, 2))):
        days = min(loan_days, 7)
        day -= (days + dice.randrange(2, 9)) * DAY
        _add(ground, dice, shelf, next(people), LoanStatus.BACK, day, days)
    now = state or dice.choices(list(STATES), list(STATES.values()))[0]
    _NOW[now](ground, dice, shelf, people, loan_days)


def _people(ground: Ground, dice: Random, shelf: Shelf) -> Iterator[int]:
    """Neighbours near it who do not look after it."""
    while True:
        person = ground.someone(dice, shelf.ward).id
        yield person if person != shelf.answerer else dice.choice(ground.neighbours).id


def _add(
    ground: Ground, dice: Random, shelf: Shelf, person: int, status: LoanStatus, first: date | None, days: int,
    units: int = 1,
) -> bool:  # fmt: skip
    said = reading.lines("library")["loans"]
    asked = clock.moment_of(first - dice.randrange(1, 4) * DAY, AFTERNOON) if first else ground.ago(dice, 3)
    plan = Plan(
        person, status, min(asked, ground.now - timedelta(hours=dice.randrange(3, 40))), units, days, first,
        words=typeset(dice.choice(said["words"])),
    )  # fmt: skip
    if status in (LoanStatus.OUT, LoanStatus.BACK, LoanStatus.LOST):
        plan.out_note = typeset(dice.choice(said["out"]))
    if status is LoanStatus.BACK:
        plan.back_note = typeset(dice.choice(said["back"]))
    if status is LoanStatus.LOST:
        plan.back_note = typeset(said["lost"])
    if status is LoanStatus.DECLINED:
        plan.reason = typeset(said["declined"])
    if status is LoanStatus.OFFERED:
        plan.answer_by = after_waking(ground.now - timedelta(hours=2), TO_ANSWER)
    return shelf.add(plan)


def _rests(*_facts: object) -> None:
    """It stands on its shelf."""


def _out(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    gone = dice.randrange(loan_days)
    units = dice.randrange(1, shelf.how_many + 1)
    _add(ground, dice, shelf, next(people), LoanStatus.OUT, ground.today - gone * DAY, loan_days, units)


def _late(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    first = ground.today - (loan_days + dice.randrange(1, 6)) * DAY
    _add(ground, dice, shelf, next(people), LoanStatus.OUT, first, loan_days)


def _ready(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    first = ground.today + dice.randrange(0, 9) * DAY
    _add(ground, dice, shelf, next(people), LoanStatus.AGREED, first, min(loan_days, 7))


def _asked(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    first = ground.today + dice.randrange(2, 12) * DAY
    _add(ground, dice, shelf, next(people), LoanStatus.ASKED, first, min(loan_days, 7))


def _queue(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    """All of it is out, and one to three wait."""
    _add(ground, dice, shelf, next(people), LoanStatus.OUT, ground.today, loan_days, shelf.how_many)
    for _each in range(dice.randrange(1, 4)):
        _add(ground, dice, shelf, next(people), LoanStatus.WAITING, None, min(loan_days, 7))


def _offered(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    """It has come back; the first in the queue has the time to answer, the next waits."""
    days = min(loan_days, 7)
    _add(ground, dice, shelf, next(people), LoanStatus.OFFERED, ground.today, days, shelf.how_many)
    _add(ground, dice, shelf, next(people), LoanStatus.WAITING, None, days)


def _lost(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    first = ground.today - (loan_days + 21) * DAY
    _add(ground, dice, shelf, next(people), LoanStatus.LOST, first, loan_days)


def _off(ground: Ground, dice: Random, shelf: Shelf, people: Iterator[int], loan_days: int) -> None:
    """Somebody asked, and it came to nothing."""
    first = ground.today - dice.randrange(3, 20) * DAY
    _add(ground, dice, shelf, next(people), dice.choice(OVER), first, min(loan_days, 7))


_NOW: dict[str, Callable[[Ground, Random, Shelf, Iterator[int], int], None]] = {
    "rests": _rests, "out": _out, "late": _late, "ready": _ready, "asked": _asked, "queue": _queue,
    "offered": _offered, "lost": _lost, "off": _off,
}  # fmt: skip
