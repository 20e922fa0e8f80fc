"""For how many a room is booked, who knows where a home is and for how long, and on which days kit is borrowed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from participate.sessions import rules
from participate.sessions.rules.kit import kit_days, kit_days_within
from participate.sessions.words import SignUpStatus

END = datetime(2026, 7, 4, 15, 0, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
SAID_YES = {SignUpStatus.GOING, SignUpStatus.LIKELY}


@pytest.mark.parametrize(
    ("capacity", "places", "taken", "heads"),
    [(None, None, 0, 1), (12, None, 0, 12), (12, 8, 0, 12), (None, 8, 0, 8), (None, None, 5, 5), (4, None, 6, 6)],
)
def test_for_how_many_a_room_is_booked(capacity: int | None, places: int | None, taken: int, heads: int) -> None:
    assert rules.heads_of(capacity, places, taken) == heads


@pytest.mark.parametrize(("number", "most", "fits"), [(None, 8, None), (12, 8, 8), (6, 8, 6)])
def test_numbers_in_a_smaller_room(number: int | None, most: int, fits: int | None) -> None:
    assert rules.fitted(number, most) == fits


@pytest.mark.parametrize("sign_up", [None, *SignUpStatus])
@pytest.mark.parametrize("on_team", [True, False])
@pytest.mark.parametrize("agreed", [True, False])
def test_who_knows_where_a_home_is(agreed: bool, on_team: bool, sign_up: SignUpStatus | None) -> None:
    knows = rules.may_know_home(agreed=agreed, on_team=on_team, sign_up=sign_up, ends_at=END, now=END - 9 * DAY)
    assert knows is (agreed and (on_team or sign_up in SAID_YES))


@pytest.mark.parametrize(
    ("now", "knows"),
    [(END - 40 * DAY, True), (END, True), (END + DAY, True), (END + DAY + SECOND, False), (END + 400 * DAY, False)],
)
@pytest.mark.parametrize(("on_team", "sign_up"), [(True, None), (False, SignUpStatus.GOING)])
def test_until_a_day_after(now: datetime, knows: bool, on_team: bool, sign_up: SignUpStatus | None) -> None:
    found = rules.may_know_home(agreed=True, on_team=on_team, sign_up=sign_up, ends_at=END, now=now)
    assert found is knows


@pytest.mark.parametrize(
    ("today", "most", "first", "days"),
    [
        (date(2026, 7, 1), 7, date(2026, 7, 9), 3),  # from the day before to the day after
        (date(2026, 7, 9), 7, date(2026, 7, 9), 3),
        (date(2026, 7, 10), 7, date(2026, 7, 10), 2),  # it is today
        (date(2026, 7, 1), 2, date(2026, 7, 10), 2),  # lent for two days at most
        (date(2026, 7, 1), 1, date(2026, 7, 10), 1),
    ],
)
def test_kit_is_there_on_the_day(today: date, most: int, first: date, days: int) -> None:
    session = date(2026, 7, 10)
    found, number = kit_days_within(session, today, most)
    assert (found, number) == (first, days)
    assert found <= session <= found + (number - 1) * DAY
    assert kit_days(session, today)[1] == session + DAY
