"""The map of the wards, and the page of one ward."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.insight.measures import BY_KEY, TWELVE
from participate.insight.measures.more.factors import FACTORS, Factor
from participate.insight.periods import Period
from participate.insight.queries import areas, boundaries, figures
from participate.insight.showing import asked, cards, maps, splits, wards
from participate.insight.showing.charts import noted
from participate.insight.showing.files import svg_file
from participate.insight.showing.numbers import period_chip
from participate.insight.words import Basis, Grain

QUARTERS, YEARS = 8, 5
# The map's own list: reach is engagement under the name that everybody asks for.
SHOWN = (next(one for one in FACTORS if one.measure == "people"), *(one for one in FACTORS if one.measure != "people"))
OF_WARD = tuple(one for one in TWELVE if one.basis is not Basis.BOROUGH)
KEYS = {*(one.key for one in OF_WARD), *(one.of for one in OF_WARD if one.of), "unnamed"}


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/map", "ward_map", ward_map)
    blueprint.add_url_rule("/figures/map.svg", "ward_map_file", ward_map_file)
    blueprint.add_url_rule("/figures/ward/<slug>", "ward", ward)


def periods_of_wards() -> list[Period]:
    """The years and the last quarters with published figures, newest first, years in front."""
    return figures.list_periods(Grain.YEAR)[:YEARS] + figures.list_periods(Grain.QUARTER)[:QUARTERS]


@open_to(officers, admins)
def ward_map() -> Response:
    """Reach and the three factors, for each 1,000 residents of a ward: a map, and the same as a table."""
    periods = periods_of_wards()
    if not periods:
        return show("insight/no_wards_yet.html")
    factor, period = _asked(periods)

    def chip(words: str, one: Factor, when: Period) -> tuple[str, str, bool]:
        code = when.code if when in _told_of(one, periods) else None  # else its newest
        return words, url_for("insight.ward_map", show=one.key, period=code), (one, when) == (factor, period)

    return show(
        "insight/map.html",
        factor=factor,
        name=_name(factor),
        period=period,
        shows=[chip(_name(one), one, period) for one in SHOWN],
        chips=[chip(period_chip(each), factor, each) for each in _told_of(factor, periods)],
        map=_map(factor, period),
    )


@open_to(officers, admins)
def ward_map_file() -> Response:
    """The map as a picture."""
    periods = periods_of_wards()
    if not periods:
        raise NotFound
    factor, period = _asked(periods)
    return svg_file("insight/map.svg", f"{factor.key}-{period.code}", map=_map(factor, period))


def _asked(periods: Sequence[Period]) -> tuple[Factor, Period]:
    factor = asked.one_of(SHOWN, request.args.get("show"), lambda one: one.key)
    return factor, asked.period_of(_told_of(factor, periods), request.args.get("period"))


def _told_of(factor: Factor, periods: Sequence[Period]) -> list[Period]:
    """Those that the factor is counted for: what there is to use is a picture of the end of a quarter."""
    return [each for each in periods if each.grain in BY_KEY[factor.measure].grains]


def _name(factor: Factor) -> str:
    """Engagement is what everybody calls reach."""
    return _("Reach (engagement)") if factor.measure == "people" else _(factor.name)


def _map(factor: Factor, period: Period) -> maps.Map:
    found = figures.find_tables([factor.measure], period).get(factor.measure, {})
    made = maps.of_measure(BY_KEY[factor.measure], areas.list_areas(), found, boundaries.find_sheet(), _name(factor))
    return replace(made, save=url_for("insight.ward_map_file", show=factor.key, period=period.code))


@open_to(officers, admins)
def ward(slug: str) -> Response:
    """A ward against its locality and the borough, its figures of the twelve, its years, its themes."""
    every = areas.list_areas()
    found = asked.one_of(every, slug, lambda one: one.slug)
    periods = periods_of_wards()
    if not periods:
        return show("insight/no_wards_yet.html")
    period = asked.period_of(periods, request.args.get("period"))
    return show(
        "insight/ward.html",
        ward=found,
        period=period,
        chips=[
            (period_chip(each), url_for("insight.ward", slug=slug, period=each.code), each == period)
            for each in periods
        ],
        **_facts_of(found, every, period, periods),
    )


def _facts_of(
    ward: areas.WardArea, every: Sequence[areas.WardArea], period: Period, periods: Sequence[Period]
) -> dict[str, Any]:
    years = [each for each in periods if each.grain is Grain.YEAR]
    back = [period.before(step) for step in range(8 if period.grain is Grain.QUARTER else YEARS)]
    table = figures.find_series(KEYS, sorted({*back, *years}), ward.code)
    year = period if period.grain is Grain.YEAR else next(iter(years), None)
    cells = figures.find_table("attendances", year) if year else {}
    themes = splits.chart(BY_KEY["attendances"], "theme", cells, ward.code)
    return {
        "cards": cards.cards(OF_WARD, table, period),
        "beside": wards.beside(ward, every, figures.find_tables(wards.RATES, period)),
        "years": wards.years(table, years),
        "year_periods": years,
        "year": year,
        "themes": noted(themes, _("Attendances at sessions in the ward.")) if themes else None,
    }
