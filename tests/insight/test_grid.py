"""Which cells are told, as truth tables; and that enough is. Pure."""

import random

import pytest

from participate.insight import grid
from participate.insight.disclosure.publish import publish
from participate.insight.disclosure.table import Area, Counted, RawTable, Safe, Shape
from participate.insight.grid import Level
from participate.insight.periods import read
from participate.insight.words import Grain, Shown

FEW, HIDDEN, NONE = Safe(Shown.FEW), Safe(Shown.HIDDEN), Safe(Shown.NONE)
MONTH, QUARTER, YEAR = Grain.MONTH, Grain.QUARTER, Grain.YEAR
# Residents of the 19 wards of Barking and Dagenham in 2021.
RESIDENTS = (
    4503, 10077, 9727, 8466, 9749, 13952, 8679, 15931, 10316, 13734, 9085, 13300, 15450, 13099, 15204, 5816, 15140,
    12565, 14087,
)  # fmt: skip


def shown(value: int) -> Safe:
    return Safe(Shown.SHOWN, value)


@pytest.mark.parametrize(
    ("year", "quarters", "people"),
    [
        (shown(1000), [shown(10)], 1000),
        (FEW, [shown(1000)], 2500),  # a first year of three weeks
        (NONE, [shown(100)], 250),
        (HIDDEN, [shown(400)], 1000),
        (None, [shown(160), shown(900)], 2250),
        (None, [shown(160)] * 4 + [shown(900)], 400),  # longer ago than a year
        (None, [HIDDEN, shown(160)], 400),
        (None, [FEW], 0),
        (None, [HIDDEN], None),
        (None, [], None),
    ],
)
def test_people_a_year_by_what_was_published(year, quarters, people):
    assert grid.people_a_year(year, quarters) == people


@pytest.mark.parametrize(
    ("grain", "people", "level"),
    [
        (MONTH, None, Level.BOROUGH), (MONTH, 9000, Level.BOROUGH),
        (QUARTER, None, Level.WARD), (QUARTER, 1000, Level.WARD), (QUARTER, 999, Level.LOCALITY),
        (QUARTER, 400, Level.LOCALITY), (QUARTER, 399, Level.BOROUGH), (QUARTER, 0, Level.BOROUGH),
        (YEAR, None, Level.WARD), (YEAR, 1000, Level.WARD), (YEAR, 999, Level.WARD),
        (YEAR, 400, Level.WARD), (YEAR, 399, Level.LOCALITY), (YEAR, 0, Level.LOCALITY),
    ],
)  # fmt: skip
def test_how_fine(grain, people, level):
    assert grid.level_of(grain, people) == level


W, L, B, U = "ward:x", "locality:y", "borough", "unknown"


@pytest.mark.parametrize(
    ("measure", "grain", "level", "told"),
    [
        ("people", MONTH, Level.BOROUGH, {(B, ""), (B, "theme:a"), (B, "age:b")}),
        ("people", QUARTER, Level.BOROUGH, {(B, ""), (B, "theme:a"), (B, "age:b")}),
        ("people", QUARTER, Level.LOCALITY, {(B, ""), (B, "theme:a"), (B, "age:b"), (L, ""), (U, "")}),
        ("people", YEAR, Level.WARD, {(B, ""), (B, "theme:a"), (B, "age:b"), (L, ""), (U, ""), (W, "")}),
        ("hours", QUARTER, Level.WARD, {(B, ""), (B, "theme:a"), (B, "age:b"), (L, ""), (U, ""), (W, "")}),
        ("hours", YEAR, Level.LOCALITY, {
            (B, ""), (B, "theme:a"), (B, "age:b"), (L, ""), (U, ""), (L, "theme:a"), (U, "theme:a"),
        }),
        ("attendances", YEAR, Level.WARD, {
            (B, ""), (B, "theme:a"), (B, "age:b"), (L, ""), (U, ""), (W, ""), (L, "theme:a"), (U, "theme:a"),
            (W, "theme:a"),
        }),
    ],
)  # fmt: skip
def test_which_cells(measure, grain, level, told):
    every = {(area, split) for area in (W, L, B, U) for split in ("", "theme:a", "age:b")}
    assert {key for key in every if grid.is_told(measure, grain, level, key)} == told


def test_what_is_not_told_is_left_out_of_a_count():
    cells = {key: Counted(9, 9, 1) for key in ((B, ""), (W, ""), (L, ""), (W, "age:b"))}
    assert set(grid.keep("people", QUARTER, 500, cells)) == {(B, ""), (L, "")}


def test_a_thousand_people_a_year_are_enough_to_tell_wards_apart():
    """At least 80 % of ward × quarter cells of people and of attendances are shown."""
    cells = [_a_year_of_a_thousand(seed) for seed in range(5)]
    for measure in ("people", "attendances"):
        told = [safe.shown for each in cells for safe in each[measure]]
        assert len(told) == 5 * 4 * len(RESIDENTS)
        assert told.count(Shown.SHOWN) / len(told) >= 0.8, measure


def _a_year_of_a_thousand(seed: int) -> dict[str, list[Safe]]:
    """1,000 people of the wards, each in 1.6 quarters of the year, and the ward cells published of them."""
    chance = random.Random(seed)
    wards = tuple(f"ward:{number:02}" for number in range(len(RESIDENTS)))
    areas = Area(wards, {"locality:west": wards[:9], "locality:east": wards[9:]})
    people = [(chance.choices(wards, RESIDENTS)[0], chance.sample(range(4), 1 + (chance.random() < 0.6)))
              for _ in range(1000)]  # fmt: skip
    shapes = (Shape("people", adds_over_time=False), Shape("attendances", people=False))
    found: dict[str, list[Safe]] = {shape.measure: [] for shape in shapes}
    before: dict[str, list] = {shape.measure: [] for shape in shapes}
    for quarter in range(4):
        came = [(ward, chance.randint(1, 5)) for ward, quarters in people if quarter in quarters]
        for shape, counts in zip(shapes, ([(ward, 1) for ward, _ in came], came), strict=True):
            counted = _areas_of(areas, counts)
            told = grid.keep(shape.measure, QUARTER, 1000, counted)
            safe = publish(RawTable(shape, read(f"2026-Q{quarter + 1}"), areas, told), before[shape.measure])
            before[shape.measure].append(safe)
            found[shape.measure] += [cell for (area, _), cell in safe.cells.items() if area in wards]
    return found


def _areas_of(areas: Area, counts: list[tuple[str, int]]) -> dict:
    inside = {ward: locality for locality, inner in areas.localities.items() for ward in inner}
    counted = {}
    for area in (B, *areas.localities, *areas.wards):
        these = [many for ward, many in counts if area in (B, ward, inside[ward])]
        counted[area, ""] = Counted(sum(these), len(these), max(these, default=0))
    return counted
