"""A whole season is planned at once: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.core.errors import RuleBroken
from participate.projects.models import Project
from participate.sessions.models import Session
from participate.sessions.rules.rooms import RoomRefused
from participate.sessions.service.planning import When, Where, put_down
from participate.sessions.service.rooms import book_rooms
from participate.sessions.service.whole import whole


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


@whole()
def plan_season(actor_id: int, lines: Sequence[SeasonLine]) -> list[Session]:
    """Every line as a session; the keeper of a space hears once of all that a project has in hers.

    Raises SeasonStopped at a line that breaks a rule, or whose space cannot be had: the caller then writes nothing.
    """
    made: list[Session] = []
    for number, line in enumerate(lines):
        try:
            made.append(put_down(actor_id, line.project, line.when, line.where))
        except RuleBroken as broken:
            raise SeasonStopped(number, broken) from broken
    try:
        book_rooms(actor_id, made)
    except RoomRefused as refused:
        raise SeasonStopped(refused.number, refused) from refused
    return made
