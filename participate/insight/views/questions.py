"""Questions that an officer will be asked."""

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core.guards import admins, officers, open_to
from participate.core.http import show
from participate.insight import census
from participate.insight.measures import BY_KEY
from participate.insight.periods import Period
from participate.insight.queries import areas, figures, typed
from participate.insight.showing import asked, cards, maps, missing, promises, splits
from participate.insight.showing import questions as q
from participate.insight.showing.numbers import period_chip
from participate.insight.views.ward_map import periods_of_wards
from participate.insight.words import BOROUGH, Grain, Split
from participate.places.queries import get_borough

KEYS = (
    "people", "new_people", "regulars", "seen_again", "first_timers", "openings", "filled", "answers",
    "answered_in_time", "no_shows", "held_places", "hours", "how_often",
)  # fmt: skip
ONCE = (BOROUGH, f"{Split.LENGTH}:once")


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/questions", "questions", questions)


@open_to(officers, admins)
def questions() -> Response:
    """Six questions, each with figures, a sentence and its caveat; “we do not know” where nothing is shown."""
    periods = periods_of_wards()
    when = asked.period_of(periods, request.args.get("period")) if periods else None
    return show(
        "insight/questions.html",
        when=when,
        chips=[(period_chip(each), url_for("insight.questions", period=each.code), each == when) for each in periods],
        answers=_answers(when) if when else [],
        cannot=[_(words) for words in q.CANNOT],
    )


def _answers(when: Period) -> list[q.Answer]:
    budgets, commitments = typed.list_budgets([when]), typed.list_commitments(when)
    keys = {*KEYS, *(row.measure for row in commitments)}
    line = cards.line_of(cards.with_costs(figures.find_series(keys, [when]), budgets), when)
    return [
        q.new_or_same(line, when),
        _once(when),
        _missing(when),
        q.cost(line, budgets, when),
        q.failed(line, promises.lines(commitments, line), when),
    ]


def _year_of(when: Period) -> Period | None:
    """The year itself, else the newest with figures: what is only counted for years is told of that one."""
    return when if when.grain is Grain.YEAR else figures.find_latest(Grain.YEAR)


def _once(when: Period) -> q.Answer:
    year, measure = _year_of(when), BY_KEY["how_often"]
    table = figures.find_table(measure.key, year) if year else {}
    line = {measure.key: table[BOROUGH, ""]} if (BOROUGH, "") in table else {}
    return q.once_only(line, splits.chart(measure, Split.LENGTH, table), table.get(ONCE), year)


def _missing(when: Period) -> q.Answer:
    year = _year_of(when)
    answers = figures.find_table(missing.ANSWERS, year) if year else {}
    reach = maps.of_reach(areas.list_areas(), figures.find_tables(["people"], when).get("people", {}))
    residents = census.residents(get_borough().code, areas.find_residents(missing.WANTED))
    return q.who_is_missing(missing.tables(answers, residents), reach, when)
