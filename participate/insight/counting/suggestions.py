"""From suggestion to yes to meeting, of whole weeks."""

from __future__ import annotations

from sqlalchemy import func, select

from participate.insight.counting.given import Counter, Ground
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE
from participate.matching.models import SuggestedWeek
from participate.matching.quality.steps import TO_MEET, Part


def suggested(ground: Ground, period: Period) -> dict[Key, Counted]:
    """What was suggested."""
    return _steps(ground, period, 0)


def accepted(ground: Ground, period: Period) -> dict[Key, Counted]:
    """What somebody said yes to."""
    return _steps(ground, period, 1)


def met(ground: Ground, period: Period) -> dict[Key, Counted]:
    """Where people came, met or used the thing."""
    return _steps(ground, period, 2)


def _steps(ground: Ground, period: Period, step: int) -> dict[Key, Counted]:
    """Of the weeks whose eight weeks ended in the period. Who they were is forgotten by then: at least as many
    different people as in the fullest week, and no more than there were yeses."""
    row = SuggestedWeek
    query = select(func.sum(row.suggested), func.sum(row.accepted), func.sum(row.met), func.max(row.people)).where(
        row.part == Part.ALL, row.weeks == 1,
        row.week >= period.first - TO_MEET, row.week < period.after - TO_MEET,
    )  # fmt: skip
    *found, most = (int(number or 0) for number in ground.connection.execute(query).one())
    return {(BOROUGH, WHOLE): Counted(found[step], min(found[step], most))}


COUNTERS: dict[str, Counter] = {"suggested": suggested, "accepted": accepted, "met": met}
