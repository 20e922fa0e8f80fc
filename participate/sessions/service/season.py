"""A whole season is planned at once: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.core.errors import RuleBroken
from participate.projects.models import Project
from participate.sessions.models import Session
from participate.sessions.service.news import tell_keeper
from participate.sessions.service.planning import When, Where, plan


@dataclass(frozen=True)
class SeasonLine:
    """One session of a season."""

    project: Project
    when: When
    where: Where


class SeasonStopped(RuleBroken):
    """Why the line `number`, counted from 0, cannot be planned; in the words of the rule that it breaks."""

    def __init__(self, number: int, broken: RuleBroken) -> None:
        super().__init__(**broken.facts)
        self.message, self.number = broken.message, number


def plan_season(actor_id: int, lines: Sequence[SeasonLine]) -> list[Session]:
    """Every line as a session; the keeper of a space hears once of all hers.

    Raises SeasonStopped at the first line that breaks a rule: the caller then writes nothing.
    """
    made: list[Session] = []
    for number, line in enumerate(lines):
        try:
            made.append(plan(actor_id, line.project, line.when, line.where, quietly=True))
        except RuleBroken as broken:
            raise SeasonStopped(number, broken) from broken
    for place in dict.fromkeys(line.where.place for line in lines):
        there = [each for each, line in zip(made, lines, strict=True) if line.where.place is place]
        tell_keeper(actor_id, there, place)
    return made
