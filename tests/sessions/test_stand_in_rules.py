"""Who stands in: a fair time to answer, by day, and an hour before it starts at the latest."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.sessions.rules import stand_ins as rules

NOON = datetime(2026, 7, 2, 11, 0, tzinfo=UTC)  # noon in London
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "starts", "left", "at", "until"),
    [
        (0, 48, 1, 0, 3), (0, 48, 4, 0, 3),  # there is time: three hours each
        (0, 5, 1, 0, 3), (0, 5, 2, 0, 2), (0, 5, 4, 0, 1), (0, 5, 16, 0, 0.25), (0, 5, 100, 0, 0.25),
        (0, 1.25, 1, 0, 0.25),  # a quarter of an hour before the last call
        (8, 30, 1, 8, 22),  # 8pm: an hour tonight, two from 8am
        (10, 30, 1, 20, 23),  # 10pm: asked in the morning
        (10, 21.3, 1, 20, 20.3),  # it starts at 9.18am: from 8am there is still a quarter of an hour
        (10, 20.75, 1, 10, 13),  # at 8.45am there is not: asked at night, for once
    ],
)  # fmt: skip
def test_when_somebody_is_asked(now: float, starts: float, left: int, at: float, until: float) -> None:
    asked = rules.question(NOON + starts * HOUR, NOON + now * HOUR, left)
    assert asked is not None
    assert (asked.at - NOON, asked.until - NOON) == (at * HOUR, until * HOUR)


@pytest.mark.parametrize("starts", [0, 0.5, 1, 1.2])
def test_then_it_is_too_late(starts: float) -> None:
    assert rules.question(NOON + starts * HOUR, NOON, 1) is None


def test_nobody_is_asked_past_the_last_call() -> None:
    for minutes in range(76, 60 * 60, 7):
        starts = NOON + timedelta(minutes=minutes)
        asked = rules.question(starts, NOON, 5)
        assert asked is not None
        assert asked.until <= starts - rules.LAST_CALL
        assert asked.until - asked.at >= rules.SHORTEST


def test_each_once_in_order_without_those_who_cannot() -> None:
    assert rules.in_order([None, 3, 1, 3, 2, 4], {4}) == [3, 1, 2]
    assert rules.in_order(range(99), set()) == list(range(rules.MOST))
    assert rules.in_order([], set()) == []


@pytest.mark.parametrize(
    ("host", "plans", "starts", "raised"),
    [
        (True, False, 1, None), (False, True, 1, None), (False, False, 1, rules.NotTheHost),
        (True, True, 0, rules.HasBegun),
    ],
)  # fmt: skip
def test_who_may_say_so(host: bool, plans: bool, starts: int, raised: type[Exception] | None) -> None:
    if raised is None:
        rules.check_host(host, plans, NOON + starts * HOUR, NOON)
    else:
        with pytest.raises(raised):
            rules.check_host(host, plans, NOON + starts * HOUR, NOON)
