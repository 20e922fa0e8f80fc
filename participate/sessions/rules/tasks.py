"""The tasks of a volunteer day, and who hosts for the first time."""

from participate.core.errors import RuleBroken
from participate.core.words import mark

MOST_TASKS = 20
MOST_PLACES = 100
LONGEST_TASK_NAME, LONGEST_SKILL, LONGEST_KIT = 120, 120, 160


class TooManyTasks(RuleBroken):
    message = mark("A session has at most 20 tasks. Put two small ones together.")


class TaskChosen(RuleBroken):
    message = mark("Somebody has chosen this task. Keep it, or ring them first.")


class FewerPlacesThanTaken(RuleBroken):
    message = mark("%(taken)s people have chosen it already, so it keeps at least that many places.")


class NotABuddy(RuleBroken):
    message = mark("Choose somebody from the team or the hub.")


def check_one_more(tasks: int) -> None:
    """Whether a session with so many tasks may have another. Raises TooManyTasks."""
    if tasks >= MOST_TASKS:
        raise TooManyTasks


def check_places(places: int, taken: int) -> None:
    """Raises FewerPlacesThanTaken."""
    if places < taken:
        raise FewerPlacesThanTaken(taken=taken)


def check_removable(taken: int) -> None:
    """Raises TaskChosen."""
    if taken:
        raise TaskChosen


def check_buddy(buddy_id: int | None, offered: list[int]) -> None:
    """Nobody, or one of those offered. Raises NotABuddy."""
    if buddy_id is not None and buddy_id not in offered:
        raise NotABuddy
