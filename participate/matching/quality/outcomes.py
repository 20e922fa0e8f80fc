"""To which suggestion an outcome belongs: that of the latest week before it, not too long ago."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from participate.matching.quality.steps import KEPT_WEEKS, TO_ACCEPT, TO_MEET, WEEK, Step

WITHIN = {Step.ACCEPTED: TO_ACCEPT, Step.MET: TO_MEET, Step.MADE: KEPT_WEEKS * WEEK}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What somebody did about a thing ("project:12"), and on which London day."""

    person_id: int
    subject: str
    step: Step
    day: date


@dataclass(frozen=True, slots=True)
class Row:
    """A suggestion of the ledger."""

    id: int
    person_id: int
    subject: str
    week: date
    step: int


def raised(rows: Iterable[Row], outcomes: Iterable[Outcome]) -> dict[int, Step]:
    """Row → the step to which it comes, for those rows that come further than they are.

    Each outcome counts for one suggestion: what was accepted is what led to a meeting, else the latest one. What comes
    of something counts only where they met or came before.
    """
    of_pair: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in rows:
        of_pair[row.person_id, row.subject].append(row)
    steps: dict[int, int] = {}
    for outcome in sorted(outcomes, key=lambda one: (one.step, one.day)):
        meant = _meant(of_pair.get((outcome.person_id, outcome.subject), []), steps, outcome)
        if meant is not None:
            steps[meant.id] = outcome.step
    return {number: Step(step) for number, step in steps.items()}


def _meant(rows: list[Row], steps: dict[int, int], outcome: Outcome) -> Row | None:
    """The row that this outcome lifts; None where there is none, or it is there already."""
    least = Step.MET if outcome.step is Step.MADE else Step.SUGGESTED
    known = [
        (steps.get(row.id, row.step) >= Step.ACCEPTED, row.week, row)
        for row in rows
        if steps.get(row.id, row.step) >= least and row.week <= outcome.day < row.week + WITHIN[outcome.step]
    ]
    if not known:
        return None
    row = max(known, key=lambda one: one[:2] if outcome.step > Step.ACCEPTED else (False, one[1]))[2]
    return row if steps.get(row.id, row.step) < outcome.step else None
