"""When a session may be, and when it may change. No database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.sessions import rules
from participate.sessions.words import SessionStatus

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-07-05", date(2026, 7, 5)),
        (" 2026-7-5 ", date(2026, 7, 5)),
        ("5/7/2026", date(2026, 7, 5)),
        ("05.07.26", date(2026, 7, 5)),
        ("5-7-2026", date(2026, 7, 5)),
        ("5 7 2026", date(2026, 7, 5)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_as_people_write_it(typed: str, day: date) -> None:
    assert rules.day_of(typed) == day


@pytest.mark.parametrize(
    "typed",
    ["", "tomorrow", "29/2/2027", "31/6/2026", "2026-13-01", "0000-01-01", "5/7", "9" * 10_000, "5/7/20266", "<b>"],
)
def test_what_is_no_day(typed: str) -> None:
    with pytest.raises(rules.NotADay):
        rules.day_of(typed)


@pytest.mark.parametrize(
    ("starts", "length", "begun", "broken"),
    [
        (HOUR, HOUR, False, None),
        (timedelta(seconds=1), HOUR, False, None),
        (timedelta(), HOUR, False, rules.SessionInPast),
        (-HOUR, HOUR, False, rules.SessionInPast),
        (timedelta(days=366), HOUR, False, None),
        (timedelta(days=366, seconds=1), HOUR, False, rules.SessionTooFar),
        (HOUR, timedelta(), False, rules.SessionEndsFirst),
        (HOUR, -HOUR, False, rules.SessionEndsFirst),
        (HOUR, 12 * HOUR, False, None),
        (HOUR, 12 * HOUR + timedelta(seconds=1), False, rules.SessionTooLong),
        (-HOUR, 2 * HOUR, True, None),
        (-HOUR, HOUR, True, rules.SessionInPast),
        (-HOUR, 13 * HOUR, True, rules.SessionTooLong),
    ],
)
def test_times(starts: timedelta, length: timedelta, begun: bool, broken: type[RuleBroken] | None) -> None:
    times = (NOW + starts, NOW + starts + length, NOW)
    if broken is None:
        rules.check_times(*times, begun=begun)
    else:
        with pytest.raises(broken):
            rules.check_times(*times, begun=begun)


@pytest.mark.parametrize(
    ("status", "ends", "broken"),
    [
        (SessionStatus.PLANNED, HOUR, None),
        (SessionStatus.PLANNED, timedelta(), rules.SessionOver),
        (SessionStatus.PLANNED, -HOUR, rules.SessionOver),
        (SessionStatus.CANCELLED, HOUR, rules.SessionCancelled),
        (SessionStatus.CANCELLED, -HOUR, rules.SessionCancelled),
    ],
)
def test_what_may_still_change(status: SessionStatus, ends: timedelta, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_open(status, NOW + ends, NOW)
    else:
        with pytest.raises(broken):
            rules.check_open(status, NOW + ends, NOW)


def test_what_is_only_looked_at_first_has_not_ended() -> None:
    with pytest.raises(rules.ProjectOutOfSight):
        rules.check_project(alive=True, elsewhere=False, hidden=True)


@pytest.mark.parametrize(
    ("alive", "elsewhere", "hidden", "may"),
    [
        (True, False, False, True),
        (False, False, False, False),
        (True, True, False, False),
        (True, False, True, False),
        (False, True, True, False),
    ],
)
def test_which_projects_have_new_sessions(alive: bool, elsewhere: bool, hidden: bool, may: bool) -> None:
    if may:
        rules.check_project(alive=alive, elsewhere=elsewhere, hidden=hidden)
    else:
        with pytest.raises(rules.ProjectHasNoSessions):
            rules.check_project(alive=alive, elsewhere=elsewhere, hidden=hidden)


@pytest.mark.parametrize(
    ("chosen", "note", "may"), [(True, "", True), (True, "x", True), (False, "x", True), (False, "", False)]
)
def test_everybody_must_find_it(chosen: bool, note: str, may: bool) -> None:
    if may:
        rules.check_where(chosen=chosen, note=note)
    else:
        with pytest.raises(rules.NowhereToMeet):
            rules.check_where(chosen=chosen, note=note)


@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        (date(2026, 7, 4), time(14), "2026-07-04T13:00+00:00"),  # summer time
        (date(2026, 12, 4), time(14), "2026-12-04T14:00+00:00"),
        (date(2026, 10, 25), time(0, 30), "2026-10-24T23:30+00:00"),  # before the clocks go back
        (date(2026, 10, 25), time(1, 30), "2026-10-25T00:30+00:00"),  # twice that night: the first is meant
        (date(2026, 10, 25), time(2), "2026-10-25T02:00+00:00"),
        (date(2027, 3, 28), time(0, 59), "2027-03-28T00:59+00:00"),
        (date(2027, 3, 28), time(2), "2027-03-28T01:00+00:00"),
    ],
)
def test_london_hours(day: date, hour: time, moment: str) -> None:
    assert rules.moment_of(day, hour) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("hour", [time(1), time(1, 30), time(1, 59)])
def test_the_hour_that_spring_leaves_out(hour: time) -> None:
    with pytest.raises(rules.NoSuchHour) as broken:
        rules.moment_of(date(2027, 3, 28), hour)
    assert broken.value.facts == {"hour": f"{hour:%H:%M}"}


def test_every_hour_of_a_year_is_read_as_it_was_said_or_refused() -> None:
    refused = []
    for days in range(365):
        for hour in range(24):
            day = date(2026, 7, 2) + timedelta(days=days)
            try:
                moment = rules.moment_of(day, time(hour))
            except rules.NoSuchHour:
                refused.append((day, hour))
            else:
                said = moment.astimezone(LONDON)
                assert (said.date(), said.hour) == (day, hour)
    assert refused == [(date(2027, 3, 28), 1)]


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31", "1/1/0001"])
def test_the_ends_of_the_calendar_are_days_too(typed: str) -> None:
    moment = rules.moment_of(rules.day_of(typed), time(12))
    with pytest.raises((rules.SessionInPast, rules.SessionTooFar)):
        rules.check_times(moment, moment, NOW)
