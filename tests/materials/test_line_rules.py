"""The queue for a thing: whose turn it is, for which days, and how long she has. Truth tables, no database."""

from datetime import date, time, timedelta

import pytest

from participate.core.clock import moment_of
from participate.materials.rules import line
from participate.materials.rules.line import Turn, Waits

TODAY = date(2026, 7, 2)
DAY = timedelta(days=1)
SOON, MANY = Waits(1, 1, 4), Waits(2, 3, 4)
LATER = Waits(3, 1, 4)
FIXED = Waits(4, 1, 2, TODAY + 5 * DAY)
FAR = Waits(5, 1, 2, TODAY + 30 * DAY)


def _free(units: int, but: dict[int, int] | None = None) -> dict[date, int]:
    return {TODAY + number * DAY: (but or {}).get(number, units) for number in range(60)}


def _turn(number: int, first: int, last: int) -> Turn:
    return Turn(number, TODAY + first * DAY, TODAY + last * DAY)


@pytest.mark.parametrize(
    ("waiting", "free", "turn"),
    [
        ([], _free(1), None),
        ([SOON, LATER], _free(1), _turn(1, 0, 3)),
        ([SOON, LATER], _free(0), None),
        ([SOON], _free(1, {2: 0}), _turn(1, 0, 1)),  # half of the days will do
        ([SOON], _free(1, {1: 0}), None),  # less than half is no use
        ([MANY, LATER], _free(2), None),  # the first wants three: nobody walks past her
        ([Waits(9, 5, 4), LATER], _free(3), _turn(3, 0, 3)),  # more than there are: passed over
        ([FIXED], _free(1), _turn(4, 5, 6)),
        ([FIXED], _free(1, {6: 0}), None),
        ([FIXED, SOON], _free(1, {6: 0}), _turn(1, 0, 3)),  # a fixed day holds nobody else up
        ([SOON, FIXED], _free(1, {0: 0}), _turn(4, 5, 6)),  # the first has it from day 1 to 4
        ([SOON, FIXED], _free(1, {0: 0, 1: 0}), None),  # the first has it from day 2 to 5
        ([MANY, SOON, FIXED], _free(3, {0: 1, 1: 1}), None),  # these days the two before her may need
        ([MANY, SOON, FAR], _free(3, {0: 1, 1: 1}), _turn(5, 30, 31)),
        ([SOON, FAR], _free(0, {30: 1, 31: 1}), None),  # these are for the first, who has waited longer
        ([Waits(6, 1, 2, TODAY - DAY)], _free(1), None),  # her day is over
    ],
)
def test_whose_turn_it_is(waiting: list[Waits], free: dict[date, int], turn: Turn | None) -> None:
    assert line.next_turn(waiting, free, how_many=3, today=TODAY) == turn


@pytest.mark.parametrize(("ahead", "beyond"), [(8, False), (9, False), (10, True)])
def test_what_is_beyond_the_queue(ahead: int, beyond: bool) -> None:
    """It is free from day 2; two want it for four days each."""
    free = _free(1, {0: 0, 1: 0})
    assert line.is_beyond(TODAY + ahead * DAY, [SOON, FIXED, LATER], free) is beyond
    assert line.is_beyond(TODAY + ahead * DAY, [FIXED], free)
    assert not line.is_beyond(TODAY + ahead * DAY, [SOON], _free(0))


def test_twelve_waking_hours_to_answer() -> None:
    assert line.answer_by(moment_of(TODAY, time(10))) == moment_of(TODAY + DAY, time(9))
    assert line.answer_by(moment_of(TODAY, time(23))) == moment_of(TODAY + DAY, time(20))
