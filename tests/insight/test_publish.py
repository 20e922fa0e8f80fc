"""publish: what it lets through. Pure; every rule of P-20 to P-26 and P-31."""

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participate.insight.disclosure.adding_up import DoesNotAddUp
from participate.insight.disclosure.publish import publish
from participate.insight.disclosure.table import SPECIAL, Area, Counted, RawTable, Safe, SafeTable, Shape
from participate.insight.periods import read
from participate.insight.words import Kind, Shown

WARDS = tuple(f"ward:{number:02}" for number in range(6))
TREE = Area(WARDS, {"locality:east": WARDS[:3], "locality:west": WARDS[3:5]})
COMINGS = Shape("attendances")
PEOPLE = Shape("people", adds_over_time=False, adds_over_splits=False)
NEW = Shape("first_timers", adds_over_splits=False, part_of="people")
HOURS = Shape("hours", people=False)
FEW, HIDDEN, NONE = Safe(Shown.FEW), Safe(Shown.HIDDEN), Safe(Shown.NONE)


TIMES = Shape("attendances", people=False)
NAMELESS = Shape("unnamed", part_of="attendances")
NAMED = Shape("pulse_asked", part_of="attendances", people=False, apart_from="unnamed", fills=True)
OFTEN = Shape("how_often", adds_over_time=False, part_of="people", fills=True)


def shown(value: int) -> Safe:
    return Safe(Shown.SHOWN, value)


def table(shape: Shape, period: str, cells: dict, areas: Area = TREE) -> RawTable:
    return RawTable(shape, read(period), areas, cells)


def of_wards(shape: Shape, period: str, wards: list[int], unknown: int = 0) -> RawTable:
    """A whole table of the areas, from its wards; each unit is brought by another person."""
    values = {(ward, ""): value for ward, value in zip(WARDS, wards, strict=True)}
    for locality, inner in TREE.localities.items():
        values[locality, ""] = sum(values[ward, ""] for ward in inner)
    values["unknown", ""] = unknown
    values["borough", ""] = sum(wards) + unknown
    return table(shape, period, {key: Counted(value, value, min(value, 1)) for key, value in values.items()})


def alone(counted: Counted, shape: Shape = COMINGS) -> Safe:
    return publish(table(shape, "2026-07", {("borough", ""): counted})).cells["borough", ""]


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (Counted(0, 0, possible=False), NONE),
        (Counted(3, 3, possible=False), FEW),  # somebody was there after all
        (Counted(0, 0), FEW),  # a zero that could have been something tells who was not there
        (Counted(1, 1, 1), FEW),
        (Counted(4, 4, 1), FEW),
        (Counted(5, 5, 1), shown(5)),
        (Counted(7, 7, 1), shown(5)),
        (Counted(8, 8, 1), shown(10)),
        (Counted(12, 12, 1), shown(10)),
        (Counted(1234, 1234, 1), shown(1235)),
        (Counted(40, 4, 10), HIDDEN),  # not few things, but of few people
        (Counted(40, 9, 21), HIDDEN),  # one brought more than half
        (Counted(40, 9, 20), shown(40)),
    ],
)
def test_each_cell_by_itself(counted, told):
    assert alone(counted) == told


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (Counted(40, 4, 10), FEW),
        (Counted(40, 9, 21), FEW),
        (Counted(40, 9, 20), shown(40)),
        (Counted(3, 9, 1), FEW),
    ],
)
def test_hours_of_few_people_are_few(counted, told):
    assert alone(counted, HOURS) == told


@pytest.mark.parametrize(("value", "told"), [(9, FEW), (10, shown(10)), (0, FEW)])
def test_special_categories_have_a_threshold_of_ten(value, told):
    assert alone(Counted(value, value, min(value, 1)), Shape("ethnic", threshold=SPECIAL)) == told


@pytest.mark.parametrize(("people", "told"), [(9, FEW), (10, shown(10)), (4, FEW), (0, FEW)])
def test_no_median_of_fewer_than_ten(people, told):
    assert alone(Counted(12, people), Shape("days_to_answer", kind=Kind.MEDIAN, people=False)) == told


def test_nothing_can_be_turned_off():
    """P-31: a table and what was published before; no switch, and no room for one."""
    asked = inspect.signature(publish).parameters.values()
    assert [one.name for one in asked] == ["table", "before"]
    assert all(one.kind is one.POSITIONAL_OR_KEYWORD for one in asked)


def test_a_table_that_does_not_add_up_is_refused():
    cells = {("borough", ""): Counted(20, 20, 1), **{(ward, ""): Counted(5, 5, 1) for ward in WARDS}}
    with pytest.raises(DoesNotAddUp, match="2026: borough/ of ward:00/"):
        publish(table(COMINGS, "2026", cells))


def test_a_lonely_small_cell_gets_company():
    """Two wards: of the one the other can be taken off."""
    two = Area(WARDS[:2])
    cells = {("borough", ""): 22, (WARDS[0], ""): 4, (WARDS[1], ""): 18}
    raw = table(COMINGS, "2026", {key: Counted(value, value, 1) for key, value in cells.items()}, two)
    told = publish(raw).cells
    assert told == {("borough", ""): shown(20), (WARDS[0], ""): FEW, (WARDS[1], ""): shown(20)}  # 0 to 4, all of them
    # 20 with 15 beside it would tell that it is not 0.
    closer = {("borough", ""): 21, (WARDS[0], ""): 4, (WARDS[1], ""): 17}
    again = publish(table(COMINGS, "2026", {key: Counted(value, value, 1) for key, value in closer.items()}, two)).cells
    assert again == {("borough", ""): shown(20), (WARDS[0], ""): FEW, (WARDS[1], ""): HIDDEN}


def test_the_year_is_hidden_where_it_would_tell_a_quarter():
    quarters = [of_wards(COMINGS, f"2026-Q{number}", [value, 40, 40, 40, 40, 40]) for number, value in
                enumerate((17, 17, 17, 4), 1)]  # fmt: skip
    before: list[SafeTable] = []
    for each in quarters:
        before.append(publish(each, before))
    assert before[3].cells[WARDS[0], ""] == FEW
    year = publish(of_wards(COMINGS, "2026", [55, 160, 160, 160, 160, 160]), before)
    assert year.cells[WARDS[0], ""] == HIDDEN  # 53 at least, of which 51 at most before
    assert [key for key, cell in year.cells.items() if cell.shown is Shown.HIDDEN] == [(WARDS[0], "")]


def test_what_a_part_tells_about_its_whole():
    """First-timers are people: 5 of them in a ward say that at least 5 people were there."""
    whole = publish(of_wards(PEOPLE, "2026-Q1", [6, 3, 20, 20, 20, 20]))
    part = publish(of_wards(NEW, "2026-Q1", [5, 3, 9, 9, 9, 9]), [whole])
    assert part.cells[WARDS[1], ""] == FEW
    assert whole.cells[WARDS[1], ""] == FEW


def test_two_small_cells_that_make_a_larger_one():
    """2 and 3 are told as 5: then neither could be nothing, so one of them is not told as few."""
    two = Area(WARDS[:2])
    cells = {("borough", ""): 5, (WARDS[0], ""): 2, (WARDS[1], ""): 3}
    told = publish(table(COMINGS, "2026", {key: Counted(value, value, 1) for key, value in cells.items()}, two)).cells
    assert sum(cell == FEW for cell in told.values()) < 2 or told["borough", ""] == HIDDEN


numbers = st.lists(st.one_of(st.integers(0, 12), st.integers(0, 80)), min_size=6, max_size=6)
shapes = st.sampled_from([COMINGS, PEOPLE, HOURS, Shape("attendances", threshold=SPECIAL)])


@given(shapes, numbers, st.integers(0, 12))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_is_told_is_rounded_and_never_small(shape, wards, unknown):
    raw = of_wards(shape, "2026-Q2", wards, unknown)
    safe = publish(raw)
    assert list(safe.cells) == list(raw.cells)
    for key, cell in safe.cells.items():
        exact = raw.cells[key].value
        assert (cell.value is not None) == (cell.shown is Shown.SHOWN)
        if cell.value is not None:
            assert cell.value % 5 == 0
            assert abs(cell.value - exact) <= 2
            assert exact >= shape.threshold
        if exact >= shape.threshold:
            assert cell != FEW
    assert publish(of_wards(shape, "2026-Q2", wards, unknown)) == safe  # the same each time


def test_tables_that_contradict_each_other_do_not_stop_the_next():
    """Somebody was erased in between: the year is less than its quarters. What else it tells is looked at as ever."""
    quarters = [(17, 40), (17, 40), (17, 40), (4, 40)]
    before: list[SafeTable] = []
    for number, (first, second) in enumerate(quarters, 1):
        before.append(publish(of_wards(COMINGS, f"2026-Q{number}", [first, second, 40, 40, 40, 40]), before))
    year = publish(of_wards(COMINGS, "2026", [55, 100, 160, 160, 160, 160]), before).cells
    assert year[WARDS[0], ""] == HIDDEN
    assert year[WARDS[2], ""] == shown(160)


def test_whole_hours_need_not_add_up_to_the_last_one():
    cells = {("borough", ""): Counted(62, 30, 2), **{(ward, ""): Counted(10, 9, 2) for ward in WARDS}}
    assert publish(table(HOURS, "2026", cells, Area(WARDS))).cells["borough", ""] == shown(60)
    with pytest.raises(DoesNotAddUp):
        publish(table(COMINGS, "2026", cells, Area(WARDS)))


def one_line(shape: Shape, value: int) -> RawTable:
    return table(shape, "2026", {("borough", ""): Counted(value, value, min(value, 1))})


@pytest.mark.parametrize("nameless", [0, 1, 3, 4])
def test_two_parts_that_make_up_a_whole_give_neither_away(nameless: int) -> None:
    """105 attendances, of them 100 with a name: so one to nine had none, and “fewer than 5” would be one to four."""
    times, few = publish(one_line(TIMES, 105)), publish(one_line(NAMELESS, nameless))
    assert few.cells["borough", ""] == FEW
    told = publish(one_line(NAMED, 105 - nameless), [times, few]).cells["borough", ""]
    assert told == (shown(105) if nameless < 3 else HIDDEN)
    assert publish(one_line(NAMED, 50), [times, publish(one_line(NAMELESS, 55))]).cells["borough", ""] == shown(50)


def test_what_is_all_of_a_whole_tells_no_more_than_it() -> None:
    """Of two wards one has 60 people and one few: with the borough's 63 before one's eyes those few are one to four."""
    two = Area(WARDS[:2])
    cells = {("borough", ""): HIDDEN, ("ward:00", ""): FEW, ("ward:01", ""): shown(60)}
    people = SafeTable(PEOPLE, read("2026"), two, cells)
    raw = RawTable(OFTEN, read("2026"), two, {("borough", ""): Counted(63, 63)})
    assert publish(raw, [people]).cells["borough", ""] == HIDDEN
    assert publish(raw).cells["borough", ""] == shown(65)
