"""The attack of P-30: what is published holds, and the same attacker wins where it is published otherwise. Pure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participate.insight.attack.attacker import ENOUGH, Attacker
from participate.insight.attack.boroughs import made
from participate.insight.attack.raw_tables import PEOPLE, in_order, tables_of
from participate.insight.attack.trial import attacked, boroughs, summary
from participate.insight.attack.twelve import Published, Year, properly
from participate.insight.disclosure.publish import publish
from participate.insight.disclosure.table import SPECIAL, Area, Counted, RawTable, Safe, SafeTable, Shape
from participate.insight.periods import read
from participate.insight.words import Grain, Shown

FEW, HIDDEN, NONE = Safe(Shown.FEW), Safe(Shown.HIDDEN), Safe(Shown.NONE)
COMINGS = Shape("attendances")
WARDS = ("ward:0", "ward:1", "ward:2")


def shown(value: int) -> Safe:
    return Safe(Shown.SHOWN, value)


def left(tables: list[SafeTable], name: tuple[str, str, str, str], by_program: bool) -> tuple[int, int]:
    attacker = Attacker(tables, 2)
    attacker.deduce()
    cell = attacker.number[name]
    if by_program:
        attacker.ask([cell])
    return int(attacker.least[cell]), int(attacker.most[cell])


def of_wards(period: str, cells: dict[str, Safe], shape: Shape = COMINGS, localities=None) -> SafeTable:
    areas = Area(WARDS, localities or {})
    return SafeTable(shape, read(period), areas, {(area, ""): safe for area, safe in cells.items()})


def test_it_subtracts_wards_from_the_borough():
    table = of_wards("2026", {"borough": shown(20), "ward:0": FEW, "ward:1": shown(15), "ward:2": NONE})
    assert left([table], ("attendances", "2026", "ward:0", ""), by_program=False) == (1, 4)


def test_it_subtracts_wards_from_their_locality():
    cells = {"borough": shown(60), "locality:a": shown(20), "ward:0": FEW, "ward:1": shown(15), "ward:2": shown(40)}
    table = of_wards("2026", cells, localities={"locality:a": WARDS[:2]})
    assert left([table], ("attendances", "2026", "ward:0", ""), by_program=False) == (1, 4)


def test_it_subtracts_quarters_from_the_year():
    quarters = [of_wards(f"2026-Q{number}", {"borough": shown(15)}) for number in (1, 2, 3)]
    tables = [*quarters, of_wards("2026-Q4", {"borough": FEW}), of_wards("2026", {"borough": shown(55)})]
    assert left(tables, ("attendances", "2026-Q4", "borough", ""), by_program=False) == (2, 4)


def test_it_looks_for_a_part_in_its_whole():
    new = Shape("new_people", part_of="people")
    tables = [of_wards("2026", {"borough": FEW}, new), of_wards("2026", {"borough": NONE}, PEOPLE)]
    assert left(tables, ("new_people", "2026", "borough", ""), by_program=False) == (0, 0)


def test_what_deduction_does_not_find_a_program_does():
    """Two rows and two columns of hidden cells around a small one: only all of them together tell."""
    splits = {"": (shown(30), shown(15), shown(15)), "theme:a": (shown(15), FEW, HIDDEN),
              "theme:b": (shown(15), HIDDEN, FEW)}  # fmt: skip
    areas = Area(WARDS[:2])
    cells = {(area, split): safe for split, row in splits.items()
             for area, safe in zip(("borough", *WARDS[:2]), row, strict=True)}  # fmt: skip
    table = SafeTable(COMINGS, read("2026"), areas, cells)
    name = ("attendances", "2026", "ward:0", "theme:a")
    deduced, asked = left([table], name, by_program=False), left([table], name, by_program=True)
    assert deduced[0] <= asked[0] <= asked[1] <= deduced[1]


def test_what_cannot_be_known_stays_open():
    table = of_wards("2026", {"borough": HIDDEN, "ward:0": FEW, "ward:1": shown(15), "ward:2": HIDDEN})
    assert left([table], ("attendances", "2026", "ward:0", ""), by_program=True) == (0, 4)


@pytest.mark.parametrize("seed", range(30))
def test_a_made_up_borough_is_as_told(seed):
    borough = made(seed)
    assert 5 <= len(borough.areas.wards) <= 25
    assert 2 <= len(borough.areas.localities) <= 5
    assert 100 <= len(borough.lives) <= 5000
    again = made(seed)
    assert (again.person == borough.person).all()
    assert (again.month == borough.month).all()
    assert made(seed + 1).areas != borough.areas or len(made(seed + 1).lives) != len(borough.lives)


def test_its_tables_add_up_over_the_year():
    borough = made(1)
    by_period = {period: tables_of(borough, period) for period in in_order()}
    assert [sum(period.grain is grain for period in by_period) for grain in Grain] == [12, 4, 1]
    year = next(tables for period, tables in by_period.items() if period.grain is Grain.YEAR)
    months = [tables for period, tables in by_period.items() if period.grain is Grain.MONTH]
    for shape, cells in year.items():
        if shape.adds_over_time and shape in months[0]:
            for key, cell in cells.items():
                assert cell.value == sum(month[shape][key].value for month in months), (shape.measure, key)


@pytest.mark.parametrize("first", [0, 8, 16])
def test_nobody_is_found_in_what_is_published(first):
    """Eight boroughs, twelve snapshots each. With thresholds and rounding alone the same attacker finds people."""
    found = summary([outcome for _seed, outcome in boroughs(8, first=first)])
    assert found["boroughs"] == 8
    assert found["small"] > 200
    assert (found["pinned"], found["wrong"]) == (0, 0)
    assert found["control_pinned"] > 0
    assert found["unrounded_leaking_tables"] > 0.5


def test_publishing_again_brings_the_same():
    first, second = (Year(made(6)).published(properly) for _ in range(2))
    assert first == second


@pytest.mark.soak
def test_nobody_is_found_in_a_thousand_boroughs():
    found = summary([outcome for _seed, outcome in boroughs(1000, processes=2)])
    assert (found["boroughs"], found["pinned"], found["wrong"]) == (1000, 0, 0)
    assert found["control_pinned"] > 0
    assert ENOUGH == 5


wards_of_four_quarters = st.lists(
    st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=2), min_size=4, max_size=4
)


@given(wards_of_four_quarters)
@settings(max_examples=25, deadline=None, derandomize=True)
def test_nobody_is_found_where_everything_is_small(quarters):
    """The hardest case: tiny numbers, told by ward and theme at once, by the quarter and by the year."""
    assert _of_tiny_numbers(COMINGS, quarters) == (0, 0)


@given(wards_of_four_quarters)
@settings(max_examples=15, deadline=None, derandomize=True)
def test_nobody_of_a_special_category_either(quarters):
    assert _of_tiny_numbers(Shape("disability", SPECIAL), quarters) == (0, 0)


def _of_tiny_numbers(shape: Shape, quarters: list[list[list[int]]]) -> tuple[int, int]:
    """Publishes quarters of themes of wards, and their year; returns how many were found and what was wrong."""
    family: list[Published] = []
    year = [[sum(column) for column in zip(*rows, strict=True)] for rows in zip(*quarters, strict=True)]
    areas = Area(WARDS, {"locality:a": WARDS[:2]})
    for code, themes in (*((f"2026-Q{at}", rows) for at, rows in enumerate(quarters, 1)), ("2026", year)):
        rows = {"": [sum(column) for column in zip(*themes, strict=True)]}
        rows |= {f"theme:{at}": row for at, row in enumerate(themes)}
        exact = {
            (area, split): value
            for split, row in rows.items()
            for area, value in zip((*WARDS, "locality:a", "borough"), (*row, sum(row[:2]), sum(row)), strict=True)
        }
        cells = {key: Counted(value, value, min(value, 1)) for key, value in exact.items()}
        safe = publish(RawTable(shape, read(code), areas, cells), [one.safe for one in family])
        family.append(Published(safe, exact))
    found = attacked(family, 2)
    return found.pinned, found.wrong
