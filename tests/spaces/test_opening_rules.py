"""When a space is open: truth tables, without a database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.spaces.rules import (
    DaysTooFar,
    DaysWrongWay,
    HoursClash,
    HoursMissing,
    Opening,
    Piece,
    Special,
    Stretch,
    TooManyStretches,
    check_special,
    hours_on,
    is_open,
    minutes_open,
    pieces,
    spans,
    week_of,
)
from participate.spaces.words import DayKind

THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 7, day) for day in (2, 3, 4, 5))
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # when the clocks change
LEAP = date(2028, 2, 29)
NINE, NOON, ONE, FIVE, TEN, MIDNIGHT = time(9), time(12), time(13), time(17), time(22), time(0)

OFFICE = tuple(Stretch(day, NINE, FIVE) for day in range(5))
LUNCH_OFF = (Stretch(3, NINE, NOON), Stretch(3, ONE, FIVE))
CLOSED, HOURS, TERM = DayKind.CLOSED, DayKind.HOURS, DayKind.TERM


def special(kind: DayKind, first: date, last: date | None = None, *hours: time) -> Special:
    return Special(kind, first, last or first, *hours)


def london(day: date, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).replace(fold=fold).astimezone(UTC)


HOURS_ON = [
    ("no hours: day and night", Opening(), THURSDAY, [(MIDNIGHT, MIDNIGHT)]),
    ("its weekday", Opening(OFFICE), THURSDAY, [(NINE, FIVE)]),
    ("a weekday without hours", Opening(OFFICE), SATURDAY, []),
    ("twice a day", Opening(LUNCH_OFF), THURSDAY, [(NINE, NOON), (ONE, FIVE)]),
    ("until midnight", Opening((Stretch(3, FIVE, MIDNIGHT),)), THURSDAY, [(FIVE, MIDNIGHT)]),
    ("stretches that touch are one", Opening((Stretch(3, NOON, FIVE), Stretch(3, NINE, NOON))), THURSDAY,
     [(NINE, FIVE)]),
    ("stretches that overlap are one", Opening((Stretch(3, NINE, ONE), Stretch(3, NOON, FIVE))), THURSDAY,
     [(NINE, FIVE)]),
    ("one inside another", Opening((Stretch(3, NINE, MIDNIGHT), Stretch(3, NOON, ONE))), THURSDAY,
     [(NINE, MIDNIGHT)]),
    ("closed that day", Opening(OFFICE, (special(CLOSED, THURSDAY),)), THURSDAY, []),
    ("closed from the day before", Opening(OFFICE, (special(CLOSED, THURSDAY, FRIDAY),)), FRIDAY, []),
    ("closed until the day before", Opening(OFFICE, (special(CLOSED, date(2026, 7, 1)),)), THURSDAY, [(NINE, FIVE)]),
    ("closed, and it names no hours", Opening((), (special(CLOSED, THURSDAY),)), THURSDAY, []),
    ("no hours, another day closed", Opening((), (special(CLOSED, THURSDAY),)), FRIDAY, [(MIDNIGHT, MIDNIGHT)]),
    ("other hours", Opening(OFFICE, (special(HOURS, THURSDAY, None, NOON, TEN),)), THURSDAY, [(NOON, TEN)]),
    ("other hours on a closed weekday", Opening(OFFICE, (special(HOURS, SATURDAY, None, NOON, ONE),)), SATURDAY,
     [(NOON, ONE)]),
    ("other hours twice", Opening(OFFICE, (special(HOURS, THURSDAY, None, FIVE, TEN),
                                           special(HOURS, THURSDAY, None, NINE, NOON))), THURSDAY,
     [(NINE, NOON), (FIVE, TEN)]),
    ("closed beats other hours", Opening(OFFICE, (special(HOURS, THURSDAY, None, NOON, TEN),
                                                  special(CLOSED, THURSDAY, SUNDAY))), THURSDAY, []),
    ("in its term", Opening(OFFICE, (special(TERM, THURSDAY, SUNDAY),)), FRIDAY, [(NINE, FIVE)]),
    ("the last day of its term", Opening(OFFICE, (special(TERM, date(2026, 6, 1), THURSDAY),)), THURSDAY,
     [(NINE, FIVE)]),
    ("the day after its term", Opening(OFFICE, (special(TERM, date(2026, 6, 1), THURSDAY),)), FRIDAY, []),
    ("the second of two terms", Opening(OFFICE, (special(TERM, date(2026, 1, 5), date(2026, 3, 27)),
                                                 special(TERM, THURSDAY, SUNDAY))), FRIDAY, [(NINE, FIVE)]),
    ("between two terms", Opening(OFFICE, (special(TERM, date(2026, 1, 5), date(2026, 3, 27)),
                                           special(TERM, SATURDAY, SUNDAY))), FRIDAY, []),
    ("other hours out of term", Opening(OFFICE, (special(TERM, SATURDAY), special(HOURS, FRIDAY, None, NINE, ONE))),
     FRIDAY, [(NINE, ONE)]),
    ("closed within its term", Opening(OFFICE, (special(TERM, THURSDAY, SUNDAY), special(CLOSED, FRIDAY))), FRIDAY,
     []),
    ("no hours but a term: all day in it", Opening((), (special(TERM, THURSDAY, SUNDAY),)), FRIDAY,
     [(MIDNIGHT, MIDNIGHT)]),
    ("no hours but a term: closed out of it", Opening((), (special(TERM, SATURDAY),)), FRIDAY, []),
    ("29 February", Opening(OFFICE, (special(HOURS, LEAP, None, NOON, ONE),)), LEAP, [(NOON, ONE)]),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "day", "hours"), [row[1:] for row in HOURS_ON], ids=[row[0] for row in HOURS_ON])
def test_the_hours_of_a_day(opening: Opening, day: date, hours: list[tuple[time, time]]) -> None:
    assert hours_on(opening, day) == hours


LATE = Opening((Stretch(4, FIVE, MIDNIGHT), Stretch(5, MIDNIGHT, time(2))))  # Friday evening, and on until 2am
IS_OPEN = [
    ("within", Opening(OFFICE), london(THURSDAY, 10), london(THURSDAY, 12), True),
    ("the whole of it", Opening(OFFICE), london(THURSDAY, 9), london(THURSDAY, 17), True),
    ("a minute early", Opening(OFFICE), london(THURSDAY, 8, 59), london(THURSDAY, 12), False),
    ("a minute late", Opening(OFFICE), london(THURSDAY, 16), london(THURSDAY, 17, 1), False),
    ("over the break", Opening(LUNCH_OFF), london(THURSDAY, 11), london(THURSDAY, 14), False),
    ("up to the break", Opening(LUNCH_OFF), london(THURSDAY, 11), london(THURSDAY, 12), True),
    ("another day", Opening(OFFICE), london(SATURDAY, 10), london(SATURDAY, 12), False),
    ("two days of opening are not one", Opening(OFFICE), london(THURSDAY, 16), london(FRIDAY, 10), False),
    ("up to midnight", LATE, london(FRIDAY, 22), london(SATURDAY, 0), True),
    ("over midnight", LATE, london(FRIDAY, 22), london(SATURDAY, 2), True),
    ("over midnight and too long", LATE, london(FRIDAY, 22), london(SATURDAY, 2, 1), False),
    ("after midnight alone", LATE, london(SATURDAY, 0), london(SATURDAY, 1), True),
    ("over midnight into a closed day", Opening(LATE.week, (special(CLOSED, SATURDAY),)), london(FRIDAY, 22),
     london(SATURDAY, 1), False),
    ("night and day, over midnight", Opening(), london(FRIDAY, 22), london(SUNDAY, 2), True),
    ("night and day but one day", Opening((), (special(CLOSED, SUNDAY),)), london(SATURDAY, 22), london(SUNDAY, 1),
     False),
    ("winter hours are London's", Opening(OFFICE), datetime(2026, 12, 3, 9, tzinfo=UTC),
     datetime(2026, 12, 3, 17, tzinfo=UTC), True),
    ("summer hours are London's", Opening(OFFICE), datetime(2026, 7, 2, 9, tzinfo=UTC),
     datetime(2026, 7, 2, 17, tzinfo=UTC), False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "start", "end", "yes"), [row[1:] for row in IS_OPEN], ids=[row[0] for row in IS_OPEN]
)
def test_open_all_the_time(opening: Opening, start: datetime, end: datetime, yes: bool) -> None:
    assert is_open(opening, start, end) is yes


def all_day(day: date) -> Opening:
    return Opening((Stretch(day.weekday(), MIDNIGHT, MIDNIGHT),))


MINUTES = [
    ("an ordinary day", all_day(THURSDAY), THURSDAY, 24 * 60),
    ("the day in spring lacks an hour", all_day(SPRING), SPRING, 23 * 60),
    ("the day in autumn has one more", all_day(AUTUMN), AUTUMN, 25 * 60),
    ("spring, over the gap", Opening((Stretch(6, MIDNIGHT, time(3)),)), SPRING, 120),
    ("spring, from within the gap", Opening((Stretch(6, time(1, 30), time(3)),)), SPRING, 60),
    ("spring, up to within the gap", Opening((Stretch(6, MIDNIGHT, time(1, 30)),)), SPRING, 60),
    ("spring, all of it in the gap", Opening((Stretch(6, time(1, 15), time(1, 45)),)), SPRING, 0),
    ("autumn, over the hour that comes twice", Opening((Stretch(6, MIDNIGHT, time(3)),)), AUTUMN, 240),
    ("autumn, 01:15 to 01:45: from the first to the second", Opening((Stretch(6, time(1, 15), time(1, 45)),)), AUTUMN,
     90),
    ("29 February", all_day(LEAP), LEAP, 24 * 60),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "day", "long"), [row[1:] for row in MINUTES], ids=[row[0] for row in MINUTES])
def test_minutes_of_a_day(opening: Opening, day: date, long: int) -> None:
    assert minutes_open(opening, day, day) == long


def test_minutes_of_a_week_over_a_clock_change_are_whole() -> None:
    nights = Opening(tuple(Stretch(day, MIDNIGHT, MIDNIGHT) for day in range(7)))
    assert minutes_open(nights, AUTUMN - timedelta(days=6), AUTUMN) == 7 * 24 * 60 + 60
    assert len(spans(nights, SPRING - timedelta(days=6), SPRING)) == 1


def test_the_hour_that_comes_twice_is_open_both_times() -> None:
    night = Opening((Stretch(6, MIDNIGHT, time(2)),))
    first, second = london(AUTUMN, 1, 30, fold=0), london(AUTUMN, 1, 30, fold=1)
    assert second - first == timedelta(hours=1)
    assert is_open(night, first, second)
    assert is_open(night, second, second + timedelta(minutes=30))
    assert not is_open(night, second, second + timedelta(minutes=31))


PIECES = [
    ("one day", london(THURSDAY, 10), london(THURSDAY, 12), [Piece(THURSDAY, time(10), NOON)]),
    ("up to midnight", london(THURSDAY, 22), london(FRIDAY, 0), [Piece(THURSDAY, TEN, MIDNIGHT)]),
    ("over midnight", london(THURSDAY, 22), london(FRIDAY, 1),
     [Piece(THURSDAY, TEN, MIDNIGHT), Piece(FRIDAY, MIDNIGHT, time(1))]),
    ("over a whole day", london(THURSDAY, 22), london(SATURDAY, 1),
     [Piece(THURSDAY, TEN, MIDNIGHT), Piece(FRIDAY, MIDNIGHT, MIDNIGHT), Piece(SATURDAY, MIDNIGHT, time(1))]),
    ("from midnight to midnight", london(THURSDAY, 0), london(FRIDAY, 0), [Piece(THURSDAY, MIDNIGHT, MIDNIGHT)]),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "found"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_the_days_that_a_time_touches(start: datetime, end: datetime, found: list[Piece]) -> None:
    assert pieces(start, end) == found


def test_a_week_is_kept_in_order_and_joined() -> None:
    given = [Stretch(3, ONE, FIVE), Stretch(0, NINE, NOON), Stretch(3, NOON, ONE)]
    assert week_of(given) == (Stretch(0, NINE, NOON), Stretch(3, NOON, FIVE))


def test_what_runs_past_midnight_is_cut_there() -> None:
    assert week_of([Stretch(6, FIVE, time(2))]) == (Stretch(0, MIDNIGHT, time(2)), Stretch(6, FIVE, MIDNIGHT))


WEEKS: list[tuple[str, list[Stretch], type[RuleBroken]]] = [
    ("two share an hour", [Stretch(1, NINE, ONE), Stretch(1, NOON, FIVE)], HoursClash),
    ("one inside another", [Stretch(1, NINE, FIVE), Stretch(1, NOON, ONE)], HoursClash),
    ("the same twice", [Stretch(1, NINE, FIVE), Stretch(1, NINE, FIVE)], HoursClash),
    ("a late night meets the next morning", [Stretch(0, FIVE, time(2)), Stretch(1, time(1), NINE)], HoursClash),
    ("six in a day", [Stretch(1, time(hour), time(hour, 30)) for hour in range(6)], TooManyStretches),
]


@pytest.mark.parametrize(("week", "broken"), [row[1:] for row in WEEKS], ids=[row[0] for row in WEEKS])
def test_a_week_that_cannot_be(week: list[Stretch], broken: type[RuleBroken]) -> None:
    with pytest.raises(broken):
        week_of(week)


SPECIALS: list[tuple[str, Special, type[RuleBroken] | None]] = [
    ("one day", special(CLOSED, FRIDAY), None),
    ("a term", special(TERM, FRIDAY, date(2026, 12, 18)), None),
    ("hours", special(HOURS, FRIDAY, None, NINE, MIDNIGHT), None),
    ("the wrong way round", special(CLOSED, FRIDAY, THURSDAY), DaysWrongWay),
    ("ten years away", special(CLOSED, FRIDAY, date(2036, 7, 3)), DaysTooFar),
    ("hours without hours", special(HOURS, FRIDAY), HoursMissing),
    ("hours that end first", special(HOURS, FRIDAY, None, FIVE, NINE), HoursClash),
    ("hours of no length", special(HOURS, FRIDAY, None, FIVE, FIVE), HoursClash),
]


@pytest.mark.parametrize(("days", "broken"), [row[1:] for row in SPECIALS], ids=[row[0] for row in SPECIALS])
def test_special_days(days: Special, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        return check_special(days, THURSDAY)
    with pytest.raises(broken):
        check_special(days, THURSDAY)
    return None
