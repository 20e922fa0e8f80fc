"""A figure explained: what it means, on which way it was counted, and what was published of it.

The steps of the way are as careful as the figures: rounded, never a small number, nor a small difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select

from participate.core import clock
from participate.core.db import reading
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.insight.counting import ground_of
from participate.insight.counting.paths import MEASURED, steps_of
from participate.insight.disclosure.publish import rounded
from participate.insight.disclosure.table import THRESHOLD
from participate.insight.measures import BY_KEY, DERIVED, Measure
from participate.insight.models import Figure
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE, Shown

TOLD = {
    Shown.FEW: "fewer than {least}", Shown.HIDDEN: "not shown, to protect a small number",
    Shown.NONE: "nothing took place",
}  # fmt: skip
NOTHING_YET = "nothing yet"
FEW_BEHIND = "not shown: it is small, or few people made most of it"


class NoSuchMeasure(RuleBroken):
    message = mark("There is no such measure. “How we count” lists them all.")


def explain(key: str, period: Period) -> Iterator[str]:
    """The lines of it. Raises NoSuchMeasure."""
    measure = BY_KEY.get(key)
    if measure is None:
        raise NoSuchMeasure
    number, words = measure.wording_of(period.first)
    yield f"{measure.name}, {period.code}"
    yield f"Definition {number}: {words}"
    yield f"Counted in: {measure.unit.label}"
    yield f"From: {measure.source}"
    yield from (f"Mind: {caveat}" for caveat in measure.caveats)
    yield from _way(measure, period)
    yield f"Published of the borough: {_published(measure, period)}"


def careful(steps: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """Each step rounded. One that differs from the one before by few rows stands as that one does."""
    before, said = None, ""
    for name, rows in steps:
        if before is None or abs(before - rows) >= THRESHOLD:
            said = str(rounded(rows)) if rows >= THRESHOLD else f"fewer than {THRESHOLD}"
        elif not said.startswith("about"):
            said = f"about as many: {said}"
        before = rows
        yield name, said


def _way(measure: Measure, period: Period) -> Iterator[str]:
    if measure.key in DERIVED:
        yield "Not counted: worked out from figures that are published, and from what was typed in."
        return
    if period.grain not in measure.grains:
        yield f"Not counted for a {period.grain.value}."
        return
    if period.closes_at > clock.now():  # nobody reads a count that still grows
        yield f"Not counted yet: it closes on {clock.local(period.closes_at):%d %B %Y}."
        return
    with reading() as session:
        steps = steps_of(measure.key, ground_of(session.connection()), period)
    yield "The way there, rounded to the nearest 5:"
    for name, said in careful(steps):
        yield f"  {name}: {_as_published(name, period) or said}"


def _as_published(step: str, period: Period) -> str:
    """What was published of a step that is a measure itself, where that is less than its number."""
    key = MEASURED.get(step)
    if key is None:
        return ""
    said = _published(BY_KEY[key], period)
    return "" if said == NOTHING_YET or said[0].isdigit() else said


def _published(measure: Measure, period: Period) -> str:
    query = select(Figure.shown, Figure.value).where(
        Figure.measure == measure.key, Figure.period == period.code, Figure.area == BOROUGH, Figure.split == WHOLE
    )
    with reading() as session:
        row = session.execute(query).one_or_none()
    if row is None:
        return NOTHING_YET
    if row.shown is Shown.SHOWN:
        return f"{row.value} {measure.unit.label}"
    if row.shown is Shown.FEW and not measure.people:
        return FEW_BEHIND
    return TOLD[row.shown].format(least=measure.threshold)
