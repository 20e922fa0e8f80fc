"""Charts: what is drawn, the same in one sentence, and the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from participate.insight.disclosure.table import Safe
from participate.insight.drawing.lines import CHART, SPARK, Line, line_of
from participate.insight.measures import Measure
from participate.insight.periods import Period
from participate.insight.saying import period_name
from participate.insight.showing.numbers import figure, number, period_short, short, tick
from participate.insight.words import Grain

Series = Mapping[Period, Safe]
SHORTEST = 2  # points of a trend
MOST_LABELS = 13


@dataclass(frozen=True)
class Row:
    """A line of a chart's table. `text`: what may be read; `brief`: the same at a bar."""

    name: str
    text: str
    brief: str
    value: int | None
    url: str = ""


@dataclass(frozen=True)
class Bars:
    """Lying bars. `widths`: of each row, of 100."""

    kind = "bars"
    id: str
    title: str
    said: str
    head: str
    unit: str
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    note: str = ""
    save: str = ""
    drawn = True


@dataclass(frozen=True)
class Trend:
    """A line over time. `labels`: under each point; `years`: the points under which the year stands, with it.

    `ticks`: (y, words) at the axis.
    """

    kind = "trend"
    id: str
    title: str
    said: str
    head: str
    unit: str
    rows: tuple[Row, ...]
    line: Line
    labels: tuple[str, ...]
    years: tuple[tuple[int, str], ...]
    ticks: tuple[tuple[int, str], ...]
    note: str = ""
    save: str = ""

    @property
    def drawn(self) -> bool:
        """Whether it is a line: one point alone tells no more than its number does."""
        return sum(row.value is not None for row in self.rows) >= SHORTEST


Chart = Bars | Trend


def bars(chart_id: str, title: str, head: str, measure: Measure, cells: Sequence[tuple[str, Safe | None]]) -> Bars:
    """Bars of one measure. `cells`: name and figure, in their order; `head`: what the names are."""
    rows = tuple(
        Row(name, figure(measure, found), short(measure, found), found.value if found else None)
        for name, found in cells
    )
    most = max([1, *(row.value or 0 for row in rows)])
    widths = tuple(round(100 * (row.value or 0) / most) for row in rows)
    said = ", ".join(f"{row.name}: {row.text}" for row in rows) + "."
    return Bars(chart_id, title, said, head, _(measure.unit.label), rows, widths)


def trend(chart_id: str, measure: Measure, periods: Sequence[Period], series: Series) -> Trend:
    """A line of one measure over `periods`, oldest first, from its first figure on. What is not shown leaves a gap."""
    periods = since_first(periods, series)
    found = [series.get(period) for period in periods]
    rows = tuple(
        Row(period_name(period), figure(measure, one), short(measure, one), one.value if one else None)
        for period, one in zip(periods, found, strict=True)
    )
    line = line_of([row.value for row in rows], CHART)
    years = tuple(
        (point.x, str(period.first.year))
        for place, (period, point) in enumerate(zip(periods, line.points, strict=True))
        if period.grain is not Grain.YEAR and (not place or period.first.month == 1)
    )
    labels = tuple("" if _is_between(period, len(periods)) else period_short(period) for period in periods)
    title = _("%(measure)s over time", measure=_(measure.name))
    ticks = tuple((y, tick(measure, value)) for y, value in line.ticks)
    return Trend(
        chart_id, title, in_words(measure, rows), _("Period"), _(measure.unit.label), rows, line, labels, years, ticks
    )


def in_words(measure: Measure, rows: Sequence[Row]) -> str:
    """What a line does, in a sentence or two."""
    shown = [(row.value, row.name) for row in rows if row.value is not None]
    if not shown:
        return _("No figure is shown.")
    (first, since), (last, until) = shown[0], shown[-1]
    if len(shown) < SHORTEST:
        return _("%(number)s in %(period)s.", number=number(measure, last), period=until)
    most, when = max(shown, key=lambda each: each[0])
    said = _("From %(first)s in %(since)s to %(last)s in %(until)s.") % {
        "first": number(measure, first), "since": since, "last": number(measure, last), "until": until,
    }  # fmt: skip
    if most > max(first, last):
        said += " " + _("Most: %(number)s in %(period)s.", number=number(measure, most), period=when)
    return said


@dataclass(frozen=True)
class Spark:
    """A small line without numbers, and what it does in words."""

    line: Line
    said: str


def spark(measure: Measure, periods: Sequence[Period], series: Series) -> Spark | None:
    """The small line of a tile, oldest first; None where too few figures are shown."""
    counted = since_first(periods, series)
    shown = [(period, series[period].value if period in series else None) for period in counted]
    if sum(value is not None for _period, value in shown) < SHORTEST:
        return None
    rows = [Row(period_name(period), "", "", value) for period, value in shown]
    return Spark(line_of([row.value for row in rows], SPARK), in_words(measure, rows))


def since_first(periods: Sequence[Period], series: Series) -> Sequence[Period]:
    """Those from the first with a figure on."""
    return periods[next((number for number, period in enumerate(periods) if period in series), len(periods)) :]


def _is_between(period: Period, many: int) -> bool:
    """Whether its name is left out, for there is no room."""
    return many > MOST_LABELS and period.grain is Grain.MONTH and period.first.month % 3 != 1


def noted(chart: Chart, note: str) -> Chart:
    """The chart with a line of small print."""
    return replace(chart, note=note)


def saved_at(chart: Chart, url: str) -> Chart:
    """The chart with the address of its file."""
    return replace(chart, save=url)
