"""A figure as a tile: its number, what it is a part of, how it moved, its small line, its definition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from participate.insight.disclosure.table import Safe
from participate.insight.measures import BY_KEY, Measure
from participate.insight.periods import Period
from participate.insight.queries.typed import Budget
from participate.insight.rules.promised import pence_an_hour
from participate.insight.showing.charts import Series, Spark, spark
from participate.insight.showing.numbers import Line, figure, move, part
from participate.insight.words import Shown

Table = Mapping[str, Series]  # measure → period → figure
COST, HOURS = "cost_per_hour", "hours"
# Measure → what is read with it, and never added to it.
BESIDE = {"people": ("unnamed", "likely_doubles"), "attendances": ("children",)}


@dataclass(frozen=True)
class Card:
    """One tile. `loud`: a number, not words. `beside`: what must be read with it, on lines of their own."""

    key: str
    name: str
    text: str
    loud: bool
    share: str
    move: str
    spark: Spark | None
    definition: str
    caveats: tuple[str, ...]
    beside: tuple[str, ...] = ()


def line_of(table: Table, period: Period) -> dict[str, Safe]:
    """Measure → figure of one period."""
    return {key: series[period] for key, series in table.items() if period in series}


def cards(measures: Sequence[Measure], table: Table, period: Period, budgets: Sequence[Budget] = ()) -> list[Card]:
    """A tile for each measure, compared with the period before."""
    return [card(measure, table, period, budgets) for measure in measures]


def card(measure: Measure, table: Table, period: Period, budgets: Sequence[Budget] = ()) -> Card:
    """The tile of one measure. `table` reaches back as far as the small line does."""
    line, series = line_of(table, period), table.get(measure.key, {})
    found, before = line.get(measure.key), series.get(period.before())
    steps = [period.before(step) for step in range(7, -1, -1)]
    return Card(
        measure.key, _(measure.name), _text(measure, found), found is not None and found.value is not None,
        part(measure, line), move(measure, found, before), spark(measure, steps, series),
        _(measure.wording_of(period.first)[1]), tuple(_(words) for words in measure.caveats),
        beside(measure, line, period, budgets),
    )  # fmt: skip


def _text(measure: Measure, found: Safe | None) -> str:
    return _("no budget yet") if measure.key == COST and found is None else figure(measure, found)


def with_costs(table: Table, budgets: Sequence[Budget]) -> dict[str, Series]:
    """The table with what an hour cost, in the periods for which a budget was typed in."""
    costs: dict[Period, Safe] = {}
    held = budgets_that_hold(budgets)
    for period, hours in table.get(HOURS, {}).items():
        budget = held.get(period.code)
        pence = pence_an_hour(budget.pence, hours) if budget else None
        if pence is not None:
            costs[period] = Safe(Shown.SHOWN, pence)
    return {**table, COST: costs}


def budgets_that_hold(budgets: Sequence[Budget]) -> dict[str, Budget]:
    """Period → the newest row, from rows newest first."""
    held: dict[str, Budget] = {}
    for budget in budgets:
        held.setdefault(budget.period, budget)
    return held


def beside(measure: Measure, line: Line, period: Period, budgets: Sequence[Budget]) -> tuple[str, ...]:
    """What has to be read with a figure: never added to it."""
    said: list[str] = []
    if measure.key == "people":
        unnamed, doubles = line.get("unnamed"), line.get("likely_doubles")
        if unnamed is not None:
            said.append(_("Not in it: %(figure)s who came without a name", figure=_figure_of("unnamed", unnamed)))
        if doubles is not None:
            said.append(_("Likely doubles in it: %(figure)s", figure=_figure_of("likely_doubles", doubles)))
    if measure.key == "attendances" and "children" in line:
        said.append(_("Adults only. Children stand beside."))
    budget = budgets_that_hold(budgets).get(period.code) if measure.key == COST else None
    if budget is not None:
        said.append(_("Includes: %(what)s", what=budget.includes))
        if budget.leaves_out:
            said.append(_("Leaves out: %(what)s", what=budget.leaves_out))
    return tuple(said)


def _figure_of(key: str, found: Safe) -> str:
    return figure(BY_KEY[key], found)
