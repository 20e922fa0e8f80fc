"""Periods in words, and bars in the order that readers expect."""

from datetime import date

import pytest
from flask import Flask

from participate.insight.disclosure.table import Safe
from participate.insight.drawing.lines import CHART, line_of
from participate.insight.measures import BY_KEY
from participate.insight.saying import span_name
from participate.insight.showing.measures import told_once
from participate.insight.showing.numbers import tick
from participate.insight.showing.splits import chart
from participate.insight.words import BOROUGH, Shown


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2023-04-01/P1M", "April 2023"),
        ("2023-04-01/P3M", "April to June 2023"),
        ("2023-11-01/P3M", "November 2023 to January 2024"),
        ("2023-01-01/P1Y", "2023"),
        ("2023-04-01/P1Y", "April 2023 to March 2024"),
        ("last spring", "last spring"),
    ],
)
def test_the_time_of_an_outside_figure_in_words(app: Flask, code: str, words: str) -> None:
    with app.test_request_context():
        assert span_name(code) == words


@pytest.mark.parametrize(
    ("measure", "split", "values", "names"),
    [
        ("how_often", "length", {"once": 50, "four_more": 40, "two_three": 20},
         ["Once only", "2 or 3 times", "4 times and more"]),
        ("equality_answers", "age", {"65+": 90, "16-24": 10, "25-34": 40}, ["16 to 24", "25 to 34", "65 or over"]),
        ("attendances", "theme", {"cook": 10, "grow": 30, "care": 30}, ["Care", "Grow", "Cook"]),
    ],
)  # fmt: skip
def test_bars_keep_their_own_order_else_the_longest_is_first(
    app: Flask, measure: str, split: str, values: dict[str, int], names: list[str]
) -> None:
    table = {(BOROUGH, f"{split}:{value}"): Safe(Shown.SHOWN, number) for value, number in values.items()}
    with app.test_request_context():
        found = chart(BY_KEY[measure], split, table)
    assert found is not None
    assert [row.name for row in found.rows] == names


def test_what_holds_for_many_is_said_once_with_their_names(app: Flask) -> None:
    defined = [BY_KEY[key] for key in ("people", "regulars", "new_people", "attendances")]
    with app.test_request_context():
        shared, definitions = told_once(defined, date(2026, 1, 1))
    said = dict(shared)
    assert said["By ward, we go by where people live. Some have not told us. They stand as “not known”."] == [
        "People taking part", "Regulars", "New people",
    ]  # fmt: skip
    assert not [words for _name, _definition, rest in definitions for words in rest if words in said]
    kept = {words for words, _names in shared} | {words for _name, _definition, rest in definitions for words in rest}
    assert len(kept) == len({words for one in defined for words in one.caveats}), "nothing is lost"


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [("people", 800, "800"), ("people", 9_995, "9,995"), ("attendances", 150_000, "150K"),
     ("attendances", 12_500, "12.5K"), ("attendances", 2_000_000, "2M"), ("cost_per_hour", 50, "£0.50")],
)  # fmt: skip
def test_an_axis_says_its_unit_in_little_room(app: Flask, measure: str, value: int, words: str) -> None:
    with app.test_request_context():
        assert tick(BY_KEY[measure], value) == words


@pytest.mark.parametrize(
    ("values", "away"),
    [
        ([10, 20, 30], -12), ([20, 20], -12), ([10, 20, None], -12), ([7], -12),  # over it
        ([10, 30, 20], 24), ([30, 20, None, 10], 24),  # it falls: under it
        ([100, 1], -12),  # but not where the axis is
    ],
)  # fmt: skip
def test_the_last_number_stands_where_its_line_is_not(values: list[int | None], away: int) -> None:
    line = line_of(values, CHART)
    assert line.last is not None
    assert line.label_y == max(line.last.y + away, 16)


def test_a_line_of_nothing_has_room_for_no_words() -> None:
    assert line_of([None, None], CHART).label_y == 16
