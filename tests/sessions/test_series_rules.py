"""Which days a series means, and which week is free. No database."""

from datetime import date, datetime, time, timedelta

import pytest

from participate.core.clock import LONDON
from participate.sessions import rules
from participate.sessions.rules import Slot
from participate.sessions.rules.series import LAST
from participate.sessions.words import DayPart, Rhythm

WEEK = timedelta(days=7)
TUESDAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("rhythm", "first", "count", "until", "rule", "days"),
    [
        (Rhythm.WEEKLY, TUESDAY, 3, None, "FREQ=WEEKLY;COUNT=3", "10-06 10-13 10-20"),
        (Rhythm.WEEKLY, TUESDAY, None, date(2026, 10, 20), "FREQ=WEEKLY;COUNT=3", "10-06 10-13 10-20"),
        (Rhythm.WEEKLY, TUESDAY, None, date(2026, 10, 26), "FREQ=WEEKLY;COUNT=3", "10-06 10-13 10-20"),
        (Rhythm.WEEKLY, TUESDAY, 9, date(2026, 10, 13), "FREQ=WEEKLY;COUNT=2", "10-06 10-13"),
        (Rhythm.FORTNIGHTLY, TUESDAY, 3, None, "FREQ=WEEKLY;INTERVAL=2;COUNT=3", "10-06 10-20 11-03"),
        (Rhythm.MONTHLY, TUESDAY, 3, None, "FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "10-06 11-03 12-01"),
        (Rhythm.MONTHLY, date(2026, 7, 25), 3, None, "FREQ=MONTHLY;BYDAY=4SA;COUNT=3", "07-25 08-22 09-26"),
        (Rhythm.MONTHLY, date(2026, 7, 31), 3, None, "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "07-31 08-28 09-25"),
    ],
)
def test_days(
    rhythm: Rhythm, first: date, count: int | None, until: date | None, rule: str, days: str
) -> None:  # fmt: skip
    made = rules.rule_of(rhythm, first, count=count, until=until)
    assert made == rule
    assert " ".join(f"{day:%m-%d}" for day in rules.days_of(made, first)) == days
    assert rules.rhythm_of(made) is rhythm


@pytest.mark.parametrize(
    ("rhythm", "count", "until", "broken"),
    [
        (Rhythm.WEEKLY, None, None, rules.SeriesWithoutEnd),
        (Rhythm.WEEKLY, 1, None, rules.SeriesTooShort),
        (Rhythm.WEEKLY, None, TUESDAY, rules.SeriesTooShort),
        (Rhythm.WEEKLY, None, TUESDAY - WEEK, rules.SeriesTooShort),
        (Rhythm.WEEKLY, None, TUESDAY + WEEK - timedelta(days=1), rules.SeriesTooShort),
        (Rhythm.WEEKLY, 61, None, rules.SeriesTooLong),
        (Rhythm.WEEKLY, 54, None, rules.SeriesTooLong),
        (Rhythm.WEEKLY, 53, None, None),
        (Rhythm.WEEKLY, None, date(2028, 1, 1), rules.SeriesTooLong),
        (Rhythm.FORTNIGHTLY, 27, None, None),
        (Rhythm.FORTNIGHTLY, 28, None, rules.SeriesTooLong),
        (Rhythm.MONTHLY, 13, None, None),
        (Rhythm.MONTHLY, 14, None, rules.SeriesTooLong),
    ],
)
def test_how_long(rhythm: Rhythm, count: int | None, until: date | None, broken: type[Exception] | None) -> None:
    if broken is None:
        assert rules.rule_of(rhythm, TUESDAY, count=count, until=until).endswith(f"COUNT={count}")
    else:
        with pytest.raises(broken):
            rules.rule_of(rhythm, TUESDAY, count=count, until=until)


@pytest.mark.parametrize(
    ("day", "nth"), [(1, 1), (7, 1), (8, 2), (14, 2), (15, 3), (22, 4), (28, 4), (29, LAST), (31, LAST)]
)
def test_which_of_the_month(day: int, nth: int) -> None:
    assert rules.nth_of(date(2026, 7, day)) == nth


def test_what_is_cut_off_goes_on_with_the_same_rhythm() -> None:
    assert rules.again("FREQ=WEEKLY;INTERVAL=2;COUNT=9", TUESDAY, 4) == "FREQ=WEEKLY;INTERVAL=2;COUNT=4"
    assert rules.again("FREQ=MONTHLY;BYDAY=1TU;COUNT=9", date(2026, 10, 15), 4) == "FREQ=MONTHLY;BYDAY=3TH;COUNT=4"


def slot(day: date, hour: int, space_id: int | None = 1, hours: int = 2) -> Slot:
    start = datetime.combine(day, time(hour), tzinfo=LONDON)
    return Slot(start, start + timedelta(hours=hours), space_id)


@pytest.mark.parametrize(
    ("after", "met", "taken", "free"),
    [
        (0, (), (), 1),
        (-3, (), (), 1),  # it is still to come: the week after it
        (6, (), (), 1),  # the day before
        (7, (), (), 2),  # today is not free any more
        (30, (), (), 5),  # the project has not met for a while
        (0, (1, 2), (), 3),  # it meets then already
        (0, (), ((1, 14, 1),), 2),  # the room is taken
        (0, (), ((1, 15, 1), (2, 13, 1)), 3),  # partly taken
        (0, (), ((1, 16, 1), (1, 12, 1)), 1),  # before and after is no matter
        (0, (), ((1, 14, 2),), 1),  # another room
        (0, (1,), ((2, 14, 1),), 3),
    ],
)
def test_free_week(after: int, met: tuple[int, ...], taken: tuple[tuple[int, int, int], ...], free: int) -> None:
    found = rules.free_weeks(
        slot(TUESDAY, 14), TUESDAY + timedelta(days=after), {TUESDAY + week * WEEK for week in met},
        [slot(TUESDAY + week * WEEK, hour, space) for week, hour, space in taken],
    )  # fmt: skip
    assert found[0] == TUESDAY + free * WEEK


def test_the_room_is_looked_at_by_the_clock_on_the_wall() -> None:
    """A week after 20 October is after the clocks went back: 2pm there is another hour in UTC."""
    before, after = date(2026, 10, 20), date(2026, 10, 27)
    assert rules.free_weeks(slot(before, 14), before, set(), [slot(after, 16)])[0] == after
    assert rules.free_weeks(slot(before, 14), before, set(), [slot(after, 15)])[0] == after + WEEK
    assert rules.free_weeks(slot(before, 14), before, set(), [slot(after, 12)])[0] == after


def test_a_full_year_has_no_free_week() -> None:
    met = {TUESDAY + week * WEEK for week in range(60)}
    with pytest.raises(rules.NoFreeWeek):
        rules.free_weeks(slot(TUESDAY, 14), TUESDAY, met, [])


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ((14, 1), (14, 1), True), ((14, 1), (16, 1), False), ((16, 1), (14, 1), False), ((15, 1), (14, 1), True),
        ((14, 1), (14, 2), False), ((14, None), (14, None), False), ((14, 1), (14, None), False),
    ],
)  # fmt: skip
def test_clashes(one: tuple[int, int | None], other: tuple[int, int | None], clash: bool) -> None:
    assert slot(TUESDAY, *one).clashes(slot(TUESDAY, *other)) is clash


@pytest.mark.parametrize(
    ("capacity", "places", "taken", "broken"),
    [
        (None, None, 50, None), (None, 9, 50, None), (12, None, 12, None), (12, 12, 3, None), (12, 4, 9, None),
        (12, None, 13, rules.RoomTooSmall), (12, 13, 0, rules.MorePlacesThanRoom), (1, None, 2, rules.RoomTooSmall),
    ],
)  # fmt: skip
def test_room(capacity: int | None, places: int | None, taken: int, broken: type[Exception] | None) -> None:
    if broken is None:
        rules.check_room(capacity, places, taken, "Saturday")
    else:
        with pytest.raises(broken):
            rules.check_room(capacity, places, taken, "Saturday")


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (time(0), DayPart.MORNING), (time(11, 59), DayPart.MORNING), (time(12), DayPart.AFTERNOON),
        (time(16, 59), DayPart.AFTERNOON), (time(17), DayPart.EVENING), (time(23, 59), DayPart.EVENING),
    ],
)  # fmt: skip
def test_time_of_day(hour: time, part: DayPart) -> None:
    assert rules.part_of(hour) is part


@pytest.mark.parametrize(
    ("day", "start", "hours", "within"),
    [
        (TUESDAY, 9, 6, True), (TUESDAY, 8, 2, False), (TUESDAY, 14, 2, False), (TUESDAY, 13, 2, True),
        (date(2026, 10, 9), 10, 2, True), (date(2026, 10, 10), 10, 2, False), (date(2026, 10, 11), 10, 2, False),
        (TUESDAY, 12, 25, False),
    ],
)  # fmt: skip
def test_school_hours(day: date, start: int, hours: int, within: bool) -> None:
    held = slot(day, start, None, hours)
    assert rules.in_school_hours(held.starts_at, held.ends_at) is within
