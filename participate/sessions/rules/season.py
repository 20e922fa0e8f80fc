"""A season on one sheet: weeks down, places across, at most a few sessions in each cell. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.places.rules.hubs import hour_of
from participate.sessions.rules.series import WEEK, Slot
from participate.sessions.rules.times import check_times, moment_of
from participate.sessions.words import LENGTHS

MOST_WEEKS, MOST_PLACES, MOST_SLOTS = 12, 6, 3
MOST_CELLS = 96
MOST_PLANNED = 60
MIDNIGHT = time()
Key = tuple[int, int, int]  # week, place and slot, each from 0


class CellWithoutProject(RuleBroken):
    message = mark("Choose the project.")


class CellWithoutDay(RuleBroken):
    message = mark("Choose the day.")


class CellWithoutHour(RuleBroken):
    message = mark("Write when it starts, like 2pm.")


class TakenThen(RuleBroken):
    message = mark("Something else is in this room at that hour.")


class ElsewhereThen(RuleBroken):
    message = mark("This project meets somewhere else at that hour.")


class SheetTooFull(RuleBroken):
    message = mark("At most 60 sessions at once. Lay out fewer weeks.")


class SheetEmpty(RuleBroken):
    message = mark("Nothing is written on the sheet yet.")


@dataclass(frozen=True)
class Typed:
    """What was typed into a slot: the project's id, the weekday (0 is Monday), the hour, the minutes."""

    project: str = ""
    day: str = ""
    hour: str = ""
    length: str = ""

    @property
    def empty(self) -> bool:
        return not (self.project or self.day or self.hour)


@dataclass(frozen=True)
class Laid:
    """A session as the sheet lays it out."""

    project_id: int
    slot: Slot


def filled_down(cells: Mapping[Key, Typed], same: Collection[int], weeks: int) -> dict[Key, Typed]:
    """The sheet with every week of `same` filled: what is empty there is as in the week above."""
    filled = dict(cells)
    for week in range(1, weeks):
        if week in same:
            for (above, place, slot), typed in sorted(filled.items()):
                key = (week, place, slot)
                if above == week - 1 and filled.get(key, Typed()).empty:
                    filled[key] = typed
    return filled


def laid_out(typed: Typed, monday: date, usual: Mapping[int, int], space_id: int | None, now: datetime) -> Laid:
    """The session that a slot means. `usual`: project id → minutes, for the projects that may be chosen.

    Raises CellWithoutProject, CellWithoutDay, CellWithoutHour, NotAnHour, NoSuchHour, SessionInPast or SessionTooFar.
    """
    known = {str(each): each for each in usual}
    if typed.project not in known:
        raise CellWithoutProject
    if typed.day not in tuple("0123456"):
        raise CellWithoutDay
    hour = hour_of(typed.hour)
    if hour is None:
        raise CellWithoutHour
    project_id = known[typed.project]
    minutes = int(typed.length) if typed.length in map(str, LENGTHS) else usual[project_id]
    starts_at = moment_of(monday + timedelta(days=int(typed.day)), hour)
    ends_at = starts_at + timedelta(minutes=minutes)
    check_times(starts_at, ends_at, now)
    return Laid(project_id, Slot(starts_at, ends_at, space_id))


def check_together(laid: Mapping[Key, Laid], taken: Sequence[Slot]) -> dict[Key, RuleBroken]:
    """What cannot be beside what stands already or is laid out before it on the sheet, by slot."""
    problems: dict[Key, RuleBroken] = {}
    before: list[Laid] = []
    for key, each in sorted(laid.items()):
        if any(each.slot.clashes(other) for other in [*taken, *(one.slot for one in before)]):
            problems[key] = TakenThen()
        elif any(each.project_id == one.project_id and _overlap(each.slot, one.slot) for one in before):
            problems[key] = ElsewhereThen()
        before.append(each)
    return problems


def check_size(number: int) -> None:
    """Raises SheetEmpty or SheetTooFull."""
    if number == 0:
        raise SheetEmpty
    if number > MOST_PLANNED:
        raise SheetTooFull


def mondays(first: date, weeks: int) -> list[date]:
    """The Mondays of so many weeks, from the week of `first` on."""
    start = first - timedelta(days=first.weekday())
    return [start + number * WEEK for number in range(weeks)]


def _overlap(one: Slot, other: Slot) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
