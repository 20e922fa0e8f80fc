"""The queue for a thing that is lent: who is next, and for which days. Pure.

First come, first asked, and nobody walks past whoever is first. She has 12 waking hours to say yes. Who wants the
thing on a fixed day is asked when those days come free, as long as that takes nothing from those ahead of her.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from participate.core.waking import TO_ANSWER, after_waking
from participate.materials.rules.lending import DAY, first_free, free_run, last_of


@dataclass(frozen=True)
class Waits:
    """One loan in the queue. `from_day` None: as soon as possible."""

    id: int
    units: int
    days: int
    from_day: date | None = None


@dataclass(frozen=True)
class Turn:
    """Whose turn it is, and the days she is offered."""

    id: int
    first: date
    last: date


def next_turn(line: Sequence[Waits], free: Mapping[date, int], *, how_many: int, today: date) -> Turn | None:
    """Whose turn it is, of a queue in its order; None when nobody's.

    `free`: units free by day, from today on; `how_many` there are at all: whoever wants more is passed over. As soon
    as possible means from today, for at least half of the wished days.
    """
    ahead: list[Waits] = []
    for each in line:
        if each.units > how_many:
            continue
        turn = _turn_of(each, free, today, ahead)
        if turn is not None:
            return turn
        ahead.append(each)
    return None


def _turn_of(each: Waits, free: Mapping[date, int], today: date, ahead: Sequence[Waits]) -> Turn | None:
    if each.from_day is None:
        if any(other.from_day is None for other in ahead):
            return None  # nobody walks past
        run = free_run(free, today, each.days, each.units)
        return Turn(each.id, today, last_of(today, run)) if run * 2 >= each.days else None
    whole = free_run(free, each.from_day, each.days, each.units) == each.days
    if not whole or each.from_day < today or not is_beyond(each.from_day, ahead, free):
        return None
    return Turn(each.id, each.from_day, last_of(each.from_day, each.days))


def is_beyond(day: date, line: Sequence[Waits], free: Mapping[date, int]) -> bool:
    """Whether a loan from `day` on takes nothing from those in the queue who want it as soon as possible: they have
    it one after the other, from the first day on which it is free for the first of them.
    """
    soon = [each for each in line if each.from_day is None]
    if not soon:
        return True
    starts = first_free(free, 1, soon[0].units)
    return starts is not None and day >= starts + sum(each.days for each in soon) * DAY


def answer_by(now: datetime) -> datetime:
    """Until when somebody who is asked now may say yes."""
    return after_waking(now, TO_ANSWER)
