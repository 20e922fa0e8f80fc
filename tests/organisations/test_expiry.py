"""How long an offer stands, when it is asked about, who sees it then."""

from datetime import date, timedelta

import pytest

from participate.organisations.rules import ASK_BEFORE, is_over, is_to_ask, standing_of, stands_until
from participate.organisations.words import Standing

TODAY = date(2026, 7, 2)
DAY = timedelta(days=1)


def test_it_stands_half_a_year() -> None:
    assert stands_until(TODAY) == date(2027, 1, 1)


@pytest.mark.parametrize(("days", "over"), [(-1, True), (0, False), (1, False)])
def test_it_is_shown_on_its_last_day(days: int, over: bool) -> None:
    assert is_over(TODAY + days * DAY, TODAY) is over


@pytest.mark.parametrize(
    ("expires_on", "asked_on", "ask"),
    [
        (TODAY + ASK_BEFORE + DAY, None, False),  # too early
        (TODAY + ASK_BEFORE, None, True),
        (TODAY + DAY, None, True),
        (TODAY, None, True),
        (TODAY - DAY, None, False),  # over
        (TODAY + DAY, TODAY - DAY, False),  # asked already
        (TODAY + DAY, TODAY, False),
    ],
)
def test_it_is_asked_about_once_near_its_end(expires_on: date, asked_on: date | None, ask: bool) -> None:
    assert is_to_ask(expires_on, asked_on, TODAY) is ask


@pytest.mark.parametrize(
    ("hidden", "owner_gone", "days", "standing"),
    [
        (False, False, 1, Standing.SHOWN),
        (False, False, -1, Standing.OVER),
        (False, True, 1, Standing.ORPHAN),
        (False, True, -1, Standing.ORPHAN),
        (True, False, 1, Standing.HIDDEN),
        (True, False, -1, Standing.HIDDEN),
        (True, True, 1, Standing.HIDDEN),
        (True, True, -1, Standing.HIDDEN),
    ],
)
def test_standing(hidden: bool, owner_gone: bool, days: int, standing: Standing) -> None:
    found = standing_of(hidden=hidden, owner_gone=owner_gone, expires_on=TODAY + days * DAY, today=TODAY)
    assert found is standing
