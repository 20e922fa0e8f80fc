"""The page of one measure: its charts, its wards, its definition with all its wordings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import format_date
from flask_babel import gettext as _

from participate.core.words import mark
from participate.insight.disclosure.table import Key, Safe
from participate.insight.measures import BY_KEY, Measure
from participate.insight.measures.more.benchmarks import benchmarks_of
from participate.insight.queries.areas import WardArea, locality_names, residents_of
from participate.insight.showing.charts import Bars, bars
from participate.insight.showing.numbers import figure, lowered
from participate.insight.showing.wards import rate
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Basis, Unit

# Steps of one way, each with fewer than the one before.
FUNNELS = (
    ("suggested", "accepted", "met"),
    ("ideas_said", "ideas_answered", "ideas_project", "ideas_session"),
    ("openings", "filled"),
    ("held_places", "no_shows"),
)
MANY = 3  # measures with the same words
PER_THOUSAND = (Unit.PEOPLE, Unit.ATTENDANCES, Unit.HOURS)
ELSEWHERE = {"census_2021": mark("Beside the Census 2021 on the page of questions: who is missing?")}
NOT_THE_SAME = mark("Each step is counted when it happens. So the steps of one time are not the same things.")


@dataclass(frozen=True)
class AreaLine:
    """A line of the table by area. `slug`: of a ward's page. `of`: for each 1,000 residents, where that says much."""

    name: str
    slug: str
    text: str
    of: str


def areas_of(measure: Measure, wards: Sequence[WardArea], table: Mapping[Key, Safe]) -> list[AreaLine]:
    """The borough, its localities, its wards, and those not known; none where only the borough is counted."""
    if measure.basis is Basis.BOROUGH:
        return []
    whole = {area: found for (area, split), found in table.items() if split == WHOLE}
    if not any(ward.code in whole or ward.locality in whole for ward in wards):
        return []
    people = {ward.code: ward.people for ward in wards} | {BOROUGH: residents_of(wards)}
    for code in {ward.locality for ward in wards}:
        people[code] = residents_of(ward for ward in wards if ward.locality == code)
    named = [
        (BOROUGH, _("The whole borough"), ""),
        *((code, name, "") for code, name in locality_names(list(wards)).items()),
    ]
    named += [(ward.code, ward.name, ward.slug) for ward in wards] + [(UNKNOWN, _("Ward not known"), "")]
    return [
        AreaLine(name, slug, figure(measure, whole.get(code)), _rate(measure, whole.get(code), people.get(code)))
        for code, name, slug in named
        if code in whole
    ]


def _rate(measure: Measure, found: Safe | None, residents: int | None) -> str:
    return rate(measure, found, residents) if measure.unit in PER_THOUSAND and residents else "–"


def funnel_keys(measure: Measure) -> list[str]:
    """The measures of its way, in order."""
    return [key for steps in FUNNELS if measure.key in steps for key in steps]


def funnel_of(measure: Measure, line: Mapping[str, Safe]) -> Bars | None:
    """The way that the measure is a step of; None where it is of none."""
    steps = funnel_keys(measure)
    cells = [(_(BY_KEY[key].name), line.get(key)) for key in steps if key in BY_KEY]
    if not cells:
        return None
    return bars("steps", _("Step by step"), _("Step"), BY_KEY[steps[0]], cells)


def benchmarks(measure: Measure) -> tuple[str, list[str]]:
    """What another survey asked and found: the question and who asked; a line a group. Or where it stands, no line."""
    found = benchmarks_of(measure.benchmark)
    if not found:
        return _(ELSEWHERE[measure.benchmark]) if measure.benchmark in ELSEWHERE else "", []
    asked = _("%(name)s: %(source)s.", name=_(found[0].name), source=_(found[0].source))
    return asked, [
        _("%(number)s of 100: %(group)s, %(place)s, %(period)s") % {
            "number": each.per_cent, "group": lowered(_(each.group)), "place": _(each.place), "period": each.period,
        }
        for each in found
    ]  # fmt: skip


def told_once(
    defined: Sequence[Measure], day: date
) -> tuple[list[tuple[str, list[str]]], list[tuple[str, str, list[str]]]]:
    """What is to be kept in mind with many of them, with their names; and (name, its definition on a day, the rest) of
    each."""
    said: dict[str, list[str]] = {}
    for one in defined:
        for words in one.caveats:
            said.setdefault(words, []).append(_(one.name))
    shared = {words: names for words, names in said.items() if len(names) >= MANY}
    rest = [
        (_(one.name), _(one.wording_of(day)[1]), [_(words) for words in one.caveats if words not in shared])
        for one in defined
    ]
    return [(_(words), names) for words, names in shared.items()], rest


def wordings(measure: Measure) -> list[tuple[int, str, str]]:
    """(number, since when, words) of each wording, newest first."""
    numbered = list(enumerate(measure.wordings, 1))
    return [(number, format_date(one.since, "d MMMM yyyy"), _(one.words)) for number, one in reversed(numbered)]
