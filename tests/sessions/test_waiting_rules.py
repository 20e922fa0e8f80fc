"""The waiting list: whose turn it is, and how long she has. The clock stops at night, whatever the clocks do."""

from datetime import date, datetime, time, timedelta

import pytest

from participate.core.clock import moment_of
from participate.sessions.rules import waiting
from participate.sessions.rules.reminders import Reminder, reminders
from participate.sessions.rules.waiting import Waiting

HOUR = timedelta(hours=1)


def at(day: str, hour: str) -> datetime:
    """A London day and hour as a moment."""
    return moment_of(date.fromisoformat(day), time.fromisoformat(hour))


def test_nobody_answers_after_it_began() -> None:
    starts_at = at("2026-07-07", "19:00")
    assert waiting.answer_until(starts_at, at("2026-07-06", "18:59")) == starts_at - 2 * HOUR


@pytest.mark.parametrize(("hours", "last"), [(24.01, False), (24, True), (1, True), (-1, True)])
def test_the_last_day(hours: float, last: bool) -> None:
    now = at("2026-07-06", "12:00")
    assert waiting.is_last_day(now + timedelta(hours=hours), now) is last


LINE = [Waiting(1, 3), Waiting(2, 1), Waiting(3, 2, any_time=True), Waiting(4, 1, any_time=True)]


@pytest.mark.parametrize(
    ("line", "free", "limit", "last_day", "turn"),
    [
        (LINE, 3, 8, False, 1),
        (LINE, 2, 8, False, None),  # the first do not fit: nobody walks past
        (LINE, None, None, False, 1),
        (LINE, 2, 2, False, 2),  # three could never fit into two places
        (LINE, 0, 8, False, None),
        (LINE, 3, 8, True, 3),  # the last day: the first who said "any time"
        (LINE, 1, 8, True, 4),  # and fits
        (LINE, 0, 8, True, None),
        (LINE[:2], 3, 8, True, None),
        ([], 3, 8, False, None),
    ],
)
def test_whose_turn_it_is(
    line: list[Waiting], free: int | None, limit: int | None, last_day: bool, turn: int | None
) -> None:
    found = waiting.next_in_line(line, free=free, limit=limit, last_day=last_day)
    assert (found.id if found else None) == turn


@pytest.mark.parametrize(
    ("now", "starts", "due"),
    [
        (("2026-07-06", "12:00"), ("2026-07-09", "12:00"), ("2026-07-06", "12:00")),
        (("2026-07-06", "23:00"), ("2026-07-09", "12:00"), ("2026-07-07", "08:00")),
        (("2026-07-06", "23:00"), ("2026-07-07", "10:00"), ("2026-07-06", "23:00")),  # by morning it would be too late
    ],
)
def test_letters_come_by_day(now: tuple[str, str], starts: tuple[str, str], due: tuple[str, str]) -> None:
    assert waiting.letter_due(at(*starts), at(*now)) == at(*due)


@pytest.mark.parametrize(
    ("starts", "day_before"),
    [
        (("2026-07-08", "14:00"), ("2026-07-07", "14:00")),
        (("2026-07-08", "07:00"), ("2026-07-07", "08:00")),
        (("2026-07-08", "22:00"), ("2026-07-07", "20:59")),
        (("2026-03-29", "10:00"), ("2026-03-28", "09:00")),  # 24 hours before, on the night of 23
    ],
)
def test_the_day_before(starts: tuple[str, str], day_before: tuple[str, str]) -> None:
    starts_at = at(*starts)
    found = reminders(starts_at, at("2026-03-01", "12:00"))
    assert found == [(Reminder.DAY_BEFORE, at(*day_before)), (Reminder.TWO_HOURS, starts_at - 2 * HOUR)]


@pytest.mark.parametrize(("hours", "kinds"), [(25, 2), (24, 1), (3, 1), (2, 0), (0, 0), (-1, 0)])
def test_no_reminder_of_what_is_near(hours: int, kinds: int) -> None:
    starts_at = at("2026-07-08", "14:00")
    assert len(reminders(starts_at, starts_at - hours * HOUR)) == kinds
