"""What may be worked out of published figures, as truth tables; and where points of charts and maps lie."""

from xml.etree import ElementTree

import pytest

from participate.insight.disclosure.table import Safe
from participate.insight.drawing.lines import Frame, line_of
from participate.insight.drawing.shapes import sheet_of, thinned
from participate.insight.drawing.standalone import standalone
from participate.insight.rules.comparing import change, of_each_thousand, round_step, scale_of, share
from participate.insight.words import Shown

FEW, HIDDEN = Safe(Shown.FEW), Safe(Shown.HIDDEN)


def shown(value: int) -> Safe:
    return Safe(Shown.SHOWN, value)


@pytest.mark.parametrize(
    ("now", "before", "by"),
    [
        (shown(45), shown(30), 15), (shown(30), shown(45), -15), (shown(30), shown(30), 0), (shown(30), FEW, None),
        (FEW, shown(30), None), (shown(30), HIDDEN, None), (shown(30), None, None), (None, shown(30), None),
    ],
)  # fmt: skip
def test_a_change_needs_both(now: Safe | None, before: Safe | None, by: int | None) -> None:
    assert change(now, before) == by


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (shown(15), shown(30), 50), (shown(10), shown(25), None), (shown(35), shown(30), 100), (FEW, shown(100), None),
        (shown(30), HIDDEN, None), (None, shown(30), None), (shown(0), shown(40), 0),
    ],
)  # fmt: skip
def test_a_share_needs_a_base_of_thirty(part: Safe | None, whole: Safe | None, percent: int | None) -> None:
    assert share(part, whole) == percent


@pytest.mark.parametrize(
    ("found", "residents", "rate"),
    [
        (shown(85), 15204, 5.6), (shown(0), 15204, 0.0), (FEW, 15204, None), (HIDDEN, 15204, None), (None, 15204, None),
        (shown(85), None, None), (shown(85), 0, None),
    ],
)  # fmt: skip
def test_of_each_thousand(found: Safe | None, residents: int | None, rate: float | None) -> None:
    assert of_each_thousand(found, residents) == rate


def test_five_steps_from_the_least_to_the_most() -> None:
    scale = scale_of([2.2, 6.3, 4.0])
    assert scale.bounds == (3.0, 4.0, 5.0, 6.0)
    assert [scale.step(value) for value in (2.2, 3.0, 4.9, 5.0, 6.3)] == [1, 2, 3, 4, 5]
    assert scale_of([]).bounds == (1.0, 2.0, 3.0, 4.0)
    assert {scale_of([7.0, 7.0]).step(7.0)} == {1}
    assert [round_step(value) for value in (0.3, 1.0, 1.1, 2.1, 26, 600)] == pytest.approx([0.5, 1, 2, 2.5, 50, 1000])


def test_a_line_has_a_gap_where_a_figure_is_not_shown() -> None:
    line = line_of([10, 20, None, 40, 30], Frame(0, 0, 100, 100))
    assert [point.x for point in line.points] == [0, 25, 50, 75, 100]
    assert len(line.runs) == 2
    assert line.runs[0] == "0,75 25,50"
    assert line.last is not None
    assert (line.last.value, line.last.y) == (30, 25)
    assert line.ticks == ((75, 10), (50, 20), (25, 30), (0, 40))
    assert line.alone == ()
    assert [each.value for each in line_of([5, None, 0, None, 10, 10, None, 15], Frame(0, 0, 7, 9)).alone] == [5, 0, 15]
    assert line_of([], Frame(0, 0, 100, 100)).last is None
    assert line_of([None, None], Frame(0, 0, 100, 100)).runs == ()


def box(west: float, south: float, side: float) -> dict[str, object]:
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_wards_lie_on_the_sheet_as_they_lie_in_the_world() -> None:
    """North is up, east is right, and a degree of longitude is shorter than one of latitude."""
    boundaries = {"south": box(0.10, 51.50, 0.02), "north": box(0.10, 51.52, 0.02), "east": box(0.12, 51.50, 0.02)}
    middles = {"south": (51.51, 0.11), "north": (51.53, 0.11), "east": (51.51, 0.13)}
    sheet = sheet_of(boundaries, middles)
    at = sheet.shapes
    assert at["north"].y < at["south"].y
    assert at["east"].x > at["south"].x
    assert (at["east"].x - at["south"].x) / (at["south"].y - at["north"].y) == pytest.approx(0.62, abs=0.01)
    assert all(shape.path.startswith("M") and shape.path.endswith("Z") for shape in at.values())
    assert sheet.width == 400
    islands = {"type": "MultiPolygon", "coordinates": [box(0, 51, 1)["coordinates"], box(2, 51, 1)["coordinates"]]}
    assert sheet_of({"two": islands}, {"two": (51.5, 0.5)}).shapes["two"].path.count("M") == 2


def test_corners_that_nobody_sees_go() -> None:
    long = [(float(x), 0.01 * (x % 2)) for x in range(1000)]
    assert thinned(long, 0.5) == [long[0], long[-1]]
    corner = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)]
    assert thinned(corner, 0.5) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]


def test_a_chart_stands_alone_with_its_colours() -> None:
    page = '<p>x</p><svg class="chart" viewBox="0 0 10 20" role="img" aria-labelledby="a"><title id="a">T</title>'
    page += '<desc>D</desc><a class="told" href="/x"><rect class="w q5" x="1"/></a><text class="lab mid">9</text></svg>'
    root = ElementTree.fromstring(standalone(page))  # noqa: S314 - it is our own
    space = "{http://www.w3.org/2000/svg}"
    assert [child.tag.removeprefix(space) for child in root] == ["title", "desc", "rect", "rect", "text"]
    assert root[3].attrib == {"stroke": "#ffffff", "stroke-width": "3", "fill": "#14453d", "x": "1"}
    assert root[4].attrib["text-anchor"] == "middle"
    assert root.attrib["viewBox"] == "0 0 10 20"
    with pytest.raises(ValueError, match="no drawing"):
        standalone("<p>none</p>")
