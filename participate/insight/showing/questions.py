"""Questions that an officer will be asked, each answered by what is published, with its caveat."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from participate.core.words import mark
from participate.funds.rules.money import pounds
from participate.insight.disclosure.table import Safe
from participate.insight.measures import BY_KEY
from participate.insight.periods import Period
from participate.insight.queries.typed import Budget
from participate.insight.rules.comparing import share
from participate.insight.saying import period_name
from participate.insight.showing.cards import COST, budgets_that_hold
from participate.insight.showing.charts import Bars
from participate.insight.showing.maps import Map
from participate.insight.showing.missing import UNKNOWN, Beside
from participate.insight.showing.numbers import Line, number
from participate.insight.showing.promises import Promise
from participate.insight.words import Standing

FEWEST = 3  # wards that are named
CANNOT = (
    mark("How life changed for anybody. We count who came, not what it did for them."),
    mark("Whether people would have met without us."),
    mark("How many children came. We count their heads each time and never write a name."),
    mark("Who came without a name, and how often."),
    mark("Who never came, and why."),
    mark("Anything about one person. Small numbers are left out so that nobody can be found."),
    mark("What neighbours do together without this site."),
)


@dataclass(frozen=True)
class Answer:
    """A question with what can be said. `said` empty: we do not know, and `unknown` says why."""

    id: str
    question: str
    said: list[str]
    caveat: str
    unknown: str = ""
    chart: Bars | None = None
    tables: list[tuple[str, list[Beside]]] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    measures: tuple[str, ...] = ()


def new_or_same(line: Line, when: Period) -> Answer:
    """New people, or the same ones?"""
    whole, said = line.get("people"), []
    if whole is not None and whole.value is not None:
        many = number(BY_KEY["people"], whole.value)
        said.append(_("In %(period)s, %(number)s people took part.", period=period_name(when), number=many))
    for key, words in (
        ("new_people", mark("%(number)s of them were new, about %(percent)s of 100.")),
        ("regulars", mark("%(number)s were regulars at the end of that time, about %(percent)s of 100.")),
    ):
        found, percent = line.get(key), share(line.get(key), whole)
        if found is not None and percent is not None:
            said.append(_(words, number=number(BY_KEY[key], found.value or 0), percent=percent))
    return Answer(
        "new", _("Is it new people, or the same ones?"), said,
        _("New means new to our list. Somebody may have come before without a name."),
        _("Neither figure is shown for this time."), measures=("new_people", "regulars", "seen_again"),
    )  # fmt: skip


def once_only(line: Line, chart: Bars | None, once: Safe | None, year: Period | None) -> Answer:
    """How many came once only?"""
    said = []
    if year is not None and once is not None and once.value is not None:
        many = number(BY_KEY["how_often"], once.value)
        said.append(_("In %(year)s, %(number)s people came once only.", year=period_name(year), number=many))
        percent = share(once, line.get("how_often"))
        if percent is not None:
            said.append(_("That is about %(percent)s of 100.", percent=percent))
    return Answer(
        "once", _("How many came once only?"), said,
        _("Coming once is fine: every session says “come once”. Who came in December had little time to come again."),
        _("This is counted for a whole year, and no year is shown yet."), chart=chart, measures=("how_often",),
    )  # fmt: skip


def who_is_missing(tables: list[tuple[str, list[Beside]]], reach: Map | None, when: Period) -> Answer:
    """Who is missing?"""
    said = []
    rated = sorted((one.rate, one.ward.name) for one in reach.wards if one.rate is not None) if reach else []
    if len(rated) > FEWEST:
        names = ", ".join(f"{name} ({rate})" for rate, name in rated[:FEWEST])
        said.append(
            _(
                "In %(period)s we reach least, of each 1,000 residents: %(wards)s.",
                period=period_name(when),
                wards=names,
            )
        )
    untold = [one.ward.name for one in reach.wards if one.rate is None] if reach else []
    if untold and rated:
        said.append(_("Not shown, and maybe lower: %(wards)s.", wards=", ".join(untold)))
    if tables and any(line.census != UNKNOWN for _name, lines in tables for line in lines):
        said.append(_("Of those who chose to say something about themselves, beside the residents (Census 2021):"))
    elif tables:
        said.append(_("Of those who chose to say something about themselves:"))
    return Answer(
        "missing", _("Who is missing?"), said,
        _(
            "Many are never asked or do not answer. A gap of a few in 100 means nothing. The Census asks about "
            "children too whether they are disabled. We ask adults."
        ),
        _("Too few people have answered, and no ward is shown. We do not know."), tables=tables,
        measures=("equality_answers", "people"),
    )  # fmt: skip


def cost(line: Line, budgets: Sequence[Budget], when: Period) -> Answer:
    """What did it cost, and what is in that cost?"""
    budget, said = budgets_that_hold(budgets).get(when.code), []
    if budget is not None:
        said.append(
            _("%(pounds)s in %(period)s, as it was typed in.", pounds=pounds(budget.pence), period=period_name(when))
        )
        found = line.get(COST)
        if found is not None and found.value is not None:
            said.append(_("That is %(cost)s for an hour of taking part.", cost=number(BY_KEY[COST], found.value)))
        said.append(_("It includes: %(what)s", what=budget.includes))
        if budget.leaves_out:
            said.append(_("It leaves out: %(what)s", what=budget.leaves_out))
    return Answer(
        "cost", _("What did it cost, and what is in that cost?"), said,
        _("The hours that neighbours give to get ready are not paid and not counted."),
        _("We do not know. Nobody has typed in what it cost."), measures=(COST, "hours"),
    )  # fmt: skip


def failed(line: Line, promises: Sequence[Promise], when: Period) -> Answer:
    """What failed, and why?"""
    missed = [one for one in promises if one.standing is Standing.MISSED]
    said = []
    if promises:
        said.append(_("Promises missed: %(missed)s of %(all)s.", missed=len(missed), all=len(promises)))
    for key, words in (
        ("seen_again", mark("Of 100 first-timers, about %(number)s did not come a second time within 60 days.")),
        ("filled", mark("Of 100 places that we offered, about %(number)s stayed empty.")),
        ("answered_in_time", mark("Of 100 answers, about %(number)s came later than two working days.")),
    ):
        percent = share(line.get(key), line.get(BY_KEY[key].of))
        if percent is not None:
            said.append(_(words, number=100 - percent))
    no_shows = share(line.get("no_shows"), line.get("held_places"))
    if no_shows is not None:
        said.append(_("Of 100 who had a place, about %(number)s did not come.", number=no_shows))
    return Answer(
        "failed", _("What failed, and why?"), said,
        _(
            "Why people stay away we do not know: nobody who stays away is asked. Sessions that were called off are "
            "not counted at all."
        ),
        _("No promise was noted, and nothing is shown that tells."), promises=missed,
        measures=("seen_again", "filled", "no_shows", "waited", "answered_in_time"),
    )  # fmt: skip
