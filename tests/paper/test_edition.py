"""What goes into a newspaper: the days, the three big things, the hours of a hub, the numbers on the map."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from participate.paper.rules.edition import LONGEST, day_runs, edition_of, numbered, season_now, three_big

JULY = date(2026, 7, 2)  # a Thursday


@pytest.mark.parametrize(
    ("today", "season"),
    [
        (JULY, "2026-summer"), (date(2026, 8, 10), "2026-summer"), (date(2026, 8, 12), "2026-autumn"),
        (date(2026, 11, 22), "2026-winter"), (date(2027, 1, 5), "2026-winter"), (date(2027, 2, 20), "2027-spring"),
    ],
)  # fmt: skip
def test_a_paper_is_of_the_season_that_has_days_left(today: date, season: str) -> None:
    assert season_now(today).key == season


@pytest.mark.parametrize(
    ("asked", "first", "weeks"),
    [
        ({}, date(2026, 6, 29), 9),  # to the end of August
        ({"weeks": "4"}, date(2026, 6, 29), 4),
        ({"weeks": "12"}, date(2026, 6, 29), 12),
        ({"start": "2026-07-15"}, date(2026, 7, 13), 7),
        ({"start": "2026-07-15", "weeks": "2"}, date(2026, 7, 13), 2),
        ({"season_key": "2026-autumn"}, date(2026, 8, 31), 13),
        ({"season_key": "2026-spring"}, date(2026, 2, 23), LONGEST),
        ({"start": "2027-07-15"}, date(2026, 6, 29), 9),  # not of this season
        ({"start": "yesterday", "weeks": "-1", "season_key": "x"}, date(2026, 6, 29), 9),
        ({"start": "9999-99-99", "weeks": "10000000", "season_key": "0000-summer"}, date(2026, 6, 29), 9),
        ({"start": "\x00", "weeks": "٤", "season_key": "2026-summer\x00"}, date(2026, 6, 29), 9),
    ],
)
def test_the_days_that_were_asked_for(asked: dict[str, str], first: date, weeks: int) -> None:
    edition = edition_of(JULY, **asked)
    assert edition.first == first
    assert (edition.end - edition.first).days == 7 * weeks
    assert edition.first.weekday() == 0


def test_the_days_before_the_next_season_stand_in_its_paper() -> None:
    edition = edition_of(date(2026, 11, 22))
    assert (edition.season.key, edition.first) == ("2026-winter", date(2026, 11, 16))
    assert edition.begins(date(2026, 11, 22)) == date(2026, 11, 22), "nothing that is over"


@dataclass(frozen=True)
class Card:
    project_id: int
    theme: str
    ward_id: int | None = 1
    easy: bool = False
    cancelled: bool = False


def test_the_big_things_are_of_three_projects_themes_and_wards() -> None:
    cards = [
        Card(1, "cook"),
        Card(1, "cook"),
        Card(2, "cook", 2),
        Card(3, "grow"),
        Card(4, "grow", 3),
        Card(5, "play", 2),
    ]
    assert [card.project_id for card in three_big(cards)] == [1, 4, 5]


def test_an_easy_one_is_big_and_a_cancelled_one_is_not() -> None:
    cards = [Card(1, "cook", cancelled=True), Card(2, "cook"), Card(3, "cook", easy=True)]
    assert [card.project_id for card in three_big(cards)] == [3, 2]


def test_nothing_is_big_where_nothing_is_on() -> None:
    assert three_big([]) == []


def test_equal_days_are_one_line() -> None:
    nine, ten, five = time(9), time(10), time(17)
    hours = {0: (nine, five), 1: (nine, five), 2: (ten, five), 4: (nine, five), 5: (nine, five)}
    assert day_runs(hours) == [(0, 1, (nine, five)), (2, 2, (ten, five)), (4, 5, (nine, five))]
    assert day_runs({}) == []


def test_the_map_numbers_hubs_in_their_order() -> None:
    assert numbered([7, 3, 7]) == {7: [1, 3], 3: [2]}
