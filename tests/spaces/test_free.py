"""What of the open hours is still free: a truth table without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.spaces.rules import Slot
from participate.spaces.rules.free import free_in, state_of
from participate.spaces.words import DayState

EARLY = datetime(2026, 7, 6, 5, 0, tzinfo=UTC)


def at(hour: float) -> datetime:
    """A moment of the day, in hours."""
    return datetime(2026, 7, 6, tzinfo=UTC) + timedelta(hours=hour)


def slots(*ends: tuple[float, float]) -> list[Slot]:
    return [Slot(at(start), at(end)) for start, end in ends]


@pytest.mark.parametrize(
    ("hours", "held", "free"),
    [
        ([(9, 17)], [], [(9, 17)]),
        ([], [(9, 10)], []),
        ([(9, 17)], [(9, 17)], []),
        ([(9, 17)], [(8, 18)], []),
        ([(9, 17)], [(9, 10)], [(10, 17)]),
        ([(9, 17)], [(16, 17)], [(9, 16)]),
        ([(9, 17)], [(11, 12)], [(9, 11), (12, 17)]),
        ([(9, 17)], [(11, 12), (12, 13)], [(9, 11), (13, 17)]),  # they touch
        ([(9, 17)], [(14, 15), (10, 11)], [(9, 10), (11, 14), (15, 17)]),  # in no order
        ([(9, 13), (14, 17)], [(12, 15)], [(9, 12), (15, 17)]),
        ([(9, 17)], [(17, 18), (8, 9)], [(9, 17)]),  # they touch the hours
        ([(9, 17)], [(10, 10.25), (10.5, 11)], [(9, 10), (11, 17)]),  # a quarter is too short
        ([(9, 9.25)], [], []),
    ],
)
def test_what_is_free(
    hours: list[tuple[float, float]], held: list[tuple[float, float]], free: list[tuple[float, float]]
) -> None:
    open_ = [(at(start), at(end)) for start, end in hours]
    assert free_in(open_, slots(*held), least=30, since=EARLY) == slots(*free)


def test_the_minutes_before_and_after_fit_too() -> None:
    """One holds 10:00 to 12:00 with its own minutes; a new one needs 15 before it and 30 after."""
    found = free_in([(at(9), at(17))], slots((10, 12)), before=15, after=30, least=30, since=EARLY)
    assert found == slots((9, 9.5), (12.25, 17))


@pytest.mark.parametrize(("since", "start"), [(9.0, 9.0), (9.05, 9.25), (9.25, 9.25), (11.9, 12.0), (16.5, 16.5)])
def test_what_has_gone_is_not_free(since: float, start: float) -> None:
    assert free_in([(at(9), at(17))], [], least=30, since=at(since)) == slots((start, 17))


def test_too_late_today() -> None:
    assert free_in([(at(9), at(17))], [], least=60, since=at(16.1)) == []
    assert free_in([(at(9), at(17))], [], least=60, since=at(18)) == []


@pytest.mark.parametrize(
    ("hours", "free", "taken", "now", "state"),
    [
        ([], [], False, 5, DayState.SHUT),
        ([], [], True, 5, DayState.SHUT),
        ([(9, 17)], [], True, 17, DayState.GONE),
        ([(9, 17)], [(9, 17)], False, 5, DayState.FREE),
        ([(9, 17)], [(12, 17)], True, 5, DayState.SOME),
        ([(9, 17)], [], True, 5, DayState.FULL),
        ([(9, 17)], [], False, 16.9, DayState.FULL),
        ([(21, 23)], [(21, 23)], False, 5, DayState.LATER),
        ([(20, 23)], [(20, 23)], False, 5, DayState.FREE),  # the last moment itself may be booked
    ],
)
def test_a_day_from_afar(
    hours: list[tuple[float, float]], free: list[tuple[float, float]], taken: bool, now: float, state: DayState
) -> None:
    open_ = [(at(start), at(end)) for start, end in hours]
    assert state_of(open_, slots(*free), taken=taken, now=at(now), latest=at(20)) is state
    assert state.label
