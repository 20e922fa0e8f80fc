"""The sheet of a season: what is filled down, what a slot means, what cannot stand together. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from participate.places.rules.hubs import NotAnHour
from participate.sessions import rules
from participate.sessions.rules import Slot, season
from participate.sessions.rules.season import Laid, Typed

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)
MONDAY = date(2026, 7, 6)
HOUR = timedelta(hours=1)
TEA = Typed("7", "1", "2pm", "")
SONG = Typed("8", "3", "18:00", "90")


def test_a_week_like_the_one_above() -> None:
    cells = {(0, 0, 0): TEA, (0, 1, 0): SONG, (1, 1, 0): Typed(), (2, 0, 0): SONG, (3, 0, 0): Typed()}
    filled = season.filled_down(cells, {1, 2, 4}, 5)
    assert {key: typed for key, typed in filled.items() if not typed.empty} == {
        (0, 0, 0): TEA, (0, 1, 0): SONG, (1, 0, 0): TEA, (1, 1, 0): SONG, (2, 0, 0): SONG, (2, 1, 0): SONG,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "empty"),
    [
        (Typed(), True),
        (Typed(length="90"), True),
        (Typed("7"), False),
        (Typed(day="1"), False),
        (Typed(hour="2"), False),
    ],
)
def test_what_is_empty(typed: Typed, empty: bool) -> None:
    assert typed.empty is empty


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        (TEA, "2026-07-07T13:00+00:00", 45),
        (SONG, "2026-07-09T17:00+00:00", 90),
        (Typed("7", "0", "9", "17"), "2026-07-06T08:00+00:00", 45),
        (Typed("7", "6", "noon", "720"), "2026-07-12T11:00+00:00", 720),
    ],
)
def test_what_a_slot_means(typed: Typed, start: str, minutes: int) -> None:
    laid = season.laid_out(typed, MONDAY, {7: 45, 8: 60}, 3, NOW)
    begins = datetime.fromisoformat(start)
    assert laid.slot == Slot(begins, begins + timedelta(minutes=minutes), 3)


@pytest.mark.parametrize(
    ("typed", "monday", "broken"),
    [
        (Typed("", "1", "2pm"), MONDAY, season.CellWithoutProject),
        (Typed("9", "1", "2pm"), MONDAY, season.CellWithoutProject),
        (Typed("x", "1", "2pm"), MONDAY, season.CellWithoutProject),
        (Typed("7", "", "2pm"), MONDAY, season.CellWithoutDay),
        (Typed("7", "7", "2pm"), MONDAY, season.CellWithoutDay),
        (Typed("7", "01", "2pm"), MONDAY, season.CellWithoutDay),
        (Typed("7", "1", ""), MONDAY, season.CellWithoutHour),
        (Typed("7", "1", "tea"), MONDAY, NotAnHour),
        (Typed("7", "1", "2pm"), MONDAY - timedelta(days=7), rules.SessionInPast),
        (Typed("7", "1", "2pm"), MONDAY + timedelta(days=371), rules.SessionTooFar),
        (Typed("7", "6", "1:30"), date(2027, 3, 22), rules.NoSuchHour),
    ],
)
def test_what_a_slot_cannot_mean(typed: Typed, monday: date, broken: type[Exception]) -> None:
    with pytest.raises(broken):
        season.laid_out(typed, monday, {7: 45, 8: 60}, None, NOW)


def laid(project_id: int, hour: int, space_id: int | None) -> Laid:
    start = NOW + hour * HOUR
    return Laid(project_id, Slot(start, start + 2 * HOUR, space_id))


@pytest.mark.parametrize(
    ("one", "other", "broken"),
    [
        (laid(7, 1, 3), laid(8, 1, 3), season.TakenThen),
        (laid(7, 1, 3), laid(8, 2, 3), season.TakenThen),
        (laid(7, 1, 3), laid(8, 3, 3), None),
        (laid(7, 1, 3), laid(8, 1, 4), None),
        (laid(7, 1, None), laid(8, 1, None), None),
        (laid(7, 1, None), laid(7, 1, None), season.ElsewhereThen),
        (laid(7, 1, 3), laid(7, 2, 4), season.ElsewhereThen),
        (laid(7, 1, 3), laid(7, 3, 4), None),
    ],
)
def test_together(one: Laid, other: Laid, broken: type[Exception] | None) -> None:
    problems = season.check_together({(0, 0, 0): one, (0, 1, 0): other}, [])
    assert {key: type(each) for key, each in problems.items()} == ({(0, 1, 0): broken} if broken else {})


def test_beside_what_stands_already() -> None:
    taken = [laid(1, 2, 3).slot]
    assert list(season.check_together({(0, 0, 0): laid(7, 1, 3), (1, 0, 0): laid(7, 5, 3)}, taken)) == [(0, 0, 0)]


@pytest.mark.parametrize(
    ("number", "broken"), [(0, season.SheetEmpty), (1, None), (60, None), (61, season.SheetTooFull)]
)
def test_size(number: int, broken: type[Exception] | None) -> None:
    if broken is None:
        season.check_size(number)
    else:
        with pytest.raises(broken):
            season.check_size(number)


def test_mondays() -> None:
    assert season.mondays(date(2026, 7, 9), 3) == [MONDAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]
