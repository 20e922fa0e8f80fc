"""A ward against its locality and the borough, and over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import format_decimal
from flask_babel import gettext as _

from participate.insight.disclosure.table import Safe
from participate.insight.measures import BY_KEY, Measure
from participate.insight.periods import Period
from participate.insight.queries.areas import WardArea, residents_of
from participate.insight.rules.comparing import of_each_thousand
from participate.insight.showing.cards import Table
from participate.insight.showing.numbers import figure
from participate.insight.words import BOROUGH

RATES = ("people", "new_people", "regulars", "attendances", "hours", "children", "civic_assets", "connected_people")
OVER_YEARS = ("people", "attendances", "hours", "children")


@dataclass(frozen=True)
class Beside:
    """A line of the comparison: the ward's figure, and for each 1,000 residents in the ward, locality and borough."""

    key: str
    name: str
    text: str
    ward: str
    locality: str
    borough: str


def beside(ward: WardArea, every: Sequence[WardArea], tables: Mapping[str, Mapping[str, Safe]]) -> list[Beside]:
    """The measures that can be compared for each 1,000 residents. `tables`: measure → area → figure."""
    in_locality = residents_of(one for one in every if one.locality and one.locality == ward.locality)
    in_borough = residents_of(every)
    lines = []
    for measure in (BY_KEY[key] for key in RATES):
        found = tables.get(measure.key, {})
        own = found.get(ward.code)
        lines.append(
            Beside(
                measure.key, _(measure.name), figure(measure, own), rate(measure, own, ward.people),
                rate(measure, found.get(ward.locality), in_locality), rate(measure, found.get(BOROUGH), in_borough),
            )
        )  # fmt: skip
    return lines


def rate(measure: Measure, found: Safe | None, residents: int | None) -> str:
    """For each 1,000 residents; else why there is none."""
    number = of_each_thousand(found, residents)
    if number is not None:
        return format_decimal(number, "#,##0.0" if number < 100 else "#,##0")
    return figure(measure, found) if found is None or found.value is None else "–"


def years(table: Table, periods: Sequence[Period]) -> list[tuple[str, str, list[str]]]:
    """(key, name, a figure a year), years in the order of `periods`."""
    return [
        (key, _(BY_KEY[key].name), [figure(BY_KEY[key], table.get(key, {}).get(period)) for period in periods])
        for key in OVER_YEARS
    ]
