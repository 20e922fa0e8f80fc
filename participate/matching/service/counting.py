"""From the ledger to its counts, each night; and forgetting who was suggested what."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, insert, literal, select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.matching.models import Suggested, SuggestedWeek
from participate.matching.quality.steps import FIRST, FURTHER, KEPT_WEEKS, QUARTER, WEEK, Part, Step, monday_of
from participate.matching.rules import KINDS_FOR_PERSON
from participate.profiles.models import Spoken

_KIND = case(*((Suggested.subject.startswith(f"{kind}:"), kind.value) for kind in KINDS_FOR_PERSON), else_="")
_STRETCH = case((Suggested.place <= FIRST, "first"), (Suggested.place <= FURTHER, "page"), else_="rest")
VALUES: dict[Part, Any] = {
    Part.ALL: literal(""),
    Part.WARD: Person.ward_id,
    Part.LANGUAGE: Spoken.language,  # of each that she speaks
    Part.KIND: _KIND,
    Part.ORDER: case((Suggested.by_chance, "chance "), else_="scored ") + _STRETCH,
    Part.CHANNEL: Suggested.channel,
}


def count_weeks() -> None:
    """Count every week of which the ledger is whole, and the last thirteen together, anew; forget older rows.

    A week goes on growing while people come and tell; after thirteen weeks it stays as it is.
    """
    this = monday_of(clock.today())
    oldest = this - KEPT_WEEKS * WEEK
    for number in range(KEPT_WEEKS):
        _count(oldest + number * WEEK, 1)
    _count(this - QUARTER * WEEK, QUARTER)
    db.session.execute(delete(Suggested).where(Suggested.week < oldest))
    db.session.flush()


def _count(week: date, weeks: int) -> None:
    held = (SuggestedWeek.week == week, SuggestedWeek.weeks == weeks)
    db.session.execute(delete(SuggestedWeek).where(*held))
    rows = [row for part, value in VALUES.items() for row in _rows(part, value, week, weeks)]
    if rows:
        db.session.execute(insert(SuggestedWeek), rows)


def _rows(part: Part, value: ColumnElement[Any], week: date, weeks: int) -> Iterator[dict[str, object]]:
    within = (Suggested.week >= week, Suggested.week < week + weeks * WEEK)
    named = value.label("value")
    reached = [func.sum(case((Suggested.step >= step, 1), else_=0)) for step in Step]
    counted = select(named, func.count(Suggested.person_id.distinct()), *reached)
    joined = counted.join(Person, Person.id == Suggested.person_id).where(*within).group_by(named).order_by(named)
    if part is Part.LANGUAGE:
        joined = joined.outerjoin(Spoken, Spoken.person_id == Suggested.person_id)
    for told, people, *numbers in db.session.execute(joined):
        steps = {step.name.lower(): int(number) for step, number in zip(Step, numbers, strict=True)}
        if people:
            yield {
                "week": week, "weeks": weeks, "part": part, "value": "" if told is None else str(told),
                "people": people,
            } | steps  # fmt: skip
