"""From an idea to the first session of the project that grew from it."""

from __future__ import annotations

from statistics import median

from sqlalchemy import func, select

from participate.core import clock
from participate.insight.counting.given import Counter, Ground
from participate.insight.counting.held import held_between
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, WHOLE
from participate.projects.models import Idea, Project


def idea_days(ground: Ground, period: Period) -> dict[Key, Counted]:
    """The middle one of the London days, of the projects whose first session counts in the period."""
    since, until = period.bounds
    held = held_between(None, until)
    query = (
        select(Idea.made_at, func.min(held.c.starts_at, type_=Idea.made_at.type))
        .select_from(held)
        .join(Project, Project.id == held.c.project_id)
        .join(Idea, Idea.id == Project.idea_id)
        .group_by(Project.id, Idea.made_at)
        .having(func.min(held.c.moment) >= int(since.timestamp()))
    )
    days = [
        max(0, (clock.local(begun).date() - clock.local(made).date()).days)
        for made, begun in ground.connection.execute(query)
    ]
    return {(BOROUGH, WHOLE): Counted(middle(days), len(days))}


def middle(numbers: list[int]) -> int:
    """The median as a whole number, a half rounded up; 0 of none."""
    return int(median(numbers) + 0.5) if numbers else 0


COUNTERS: dict[str, Counter] = {"idea_days": idea_days}
