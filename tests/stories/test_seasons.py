"""Seasons."""

from datetime import date

import pytest

from participate.stories.rules import Season, season_from, season_of
from participate.stories.words import SeasonName


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 2, 28), "2025-winter"), (date(2026, 3, 1), "2026-spring"), (date(2026, 5, 31), "2026-spring"),
        (date(2026, 6, 1), "2026-summer"), (date(2026, 8, 31), "2026-summer"), (date(2026, 9, 1), "2026-autumn"),
        (date(2026, 11, 30), "2026-autumn"), (date(2026, 12, 1), "2026-winter"), (date(2027, 1, 1), "2026-winter"),
    ],
)  # fmt: skip
def test_a_day_lies_in_one(day: date, key: str) -> None:
    season = season_of(day)
    assert season.key == key
    assert season.first <= day < season.end
    assert season_from(key) == season


def test_they_follow_each_other() -> None:
    season = season_of(date(2026, 7, 2))
    assert [season.before.key, season.before.before.key] == ["2026-spring", "2025-winter"]
    assert [season.after.key, season.after.after.key, season.after.after.after.key] == [
        "2026-autumn", "2026-winter", "2027-spring",
    ]  # fmt: skip
    for one in (season, season.after, season.after.after, season.before):
        assert one.after.before == one
        assert one.end == one.after.first


def test_a_winter_names_both_years() -> None:
    assert Season(2026, SeasonName.WINTER).years == "2026/27"
    assert Season(2099, SeasonName.WINTER).years == "2099/00"
    assert Season(2026, SeasonName.SUMMER).years == "2026"


@pytest.mark.parametrize(
    "key", ["", "2026", "2026-", "-summer", "2026-Summer", "26-summer", "1999-summer", "2101-summer", "٢٠٢٦-summer",
            "2026-summer-x", "x" * 10_000, "2026-monsoon"],
)  # fmt: skip
def test_what_is_none(key: str) -> None:
    assert season_from(key) is None
