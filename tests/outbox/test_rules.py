"""When a promise is tried again, and when no more. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.outbox import rules

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attempts", "seconds"),
    [(1, 30), (2, 90), (3, 270), (4, 810), (5, 2430), (6, 7290), (7, 6 * 3600)],
)
def test_the_wait_grows_up_to_six_hours(attempts: int, seconds: int) -> None:
    assert rules.wait_after(attempts) == timedelta(seconds=seconds)


@pytest.mark.parametrize("attempts", [8, 9, 100])
def test_the_eighth_try_is_the_last(attempts: int) -> None:
    assert rules.wait_after(attempts) is None


def test_all_tries_outlast_nine_hours_of_a_dead_mail_server() -> None:
    waits = [rules.wait_after(attempts) for attempts in range(1, rules.MOST_ATTEMPTS)]
    assert sum((wait for wait in waits if wait), timedelta()) > timedelta(hours=9)


@pytest.mark.parametrize(
    ("good_until", "late"),
    [(None, False), (NOW + timedelta(seconds=1), False), (NOW, False), (NOW - timedelta(seconds=1), True)],
)
def test_late(good_until: datetime | None, late: bool) -> None:
    assert rules.is_late(good_until, NOW) is late


def test_one_period_has_one_number_and_the_next_has_another() -> None:
    day = timedelta(days=1)
    midnight = datetime(2026, 7, 2, tzinfo=UTC)
    inside = {rules.period_of(midnight + timedelta(hours=hour), day) for hour in range(24)}
    assert len(inside) == 1
    assert rules.period_of(midnight + day, day) == inside.pop() + 1
