"""A quarter in plain words: only what is shown is said."""

from flask_babel import gettext as _
from markupsafe import Markup

from participate.core.i18n import marked
from participate.insight.measures import BY_KEY
from participate.insight.rules.comparing import of_each_thousand, share
from participate.insight.showing.numbers import Line, number


def sentences(line: Line, residents: int | None) -> list[Markup]:
    """Up to four sentences about a quarter of the borough. `residents`: None where not known."""
    said = [_people(line, residents), _new(line), _again(line), _led(line)]
    return [marked(words, [strong]) for words, strong in (each for each in said if each)]


def _people(line: Line, residents: int | None) -> tuple[str, str] | None:
    found = line.get("people")
    if found is None or found.value is None:
        return None
    many = number(BY_KEY["people"], found.value)
    of = of_each_thousand(found, residents)
    if of is None:
        return _("%(number)s people took part.", number=many), many
    strong = _("%(number)s of each 1,000 residents", number=of)
    return _("%(number)s people took part. That is %(of)s.", number=many, of=strong), strong


def _new(line: Line) -> tuple[str, str] | None:
    percent = share(line.get("new_people"), line.get("people"))
    if percent is None:
        return None
    strong = _("%(percent)s%% were new", percent=percent)
    return _("Of these people, %(were)s.", were=strong), strong


def _again(line: Line) -> tuple[str, str] | None:
    percent = share(line.get("seen_again"), line.get("first_timers"))
    if percent is None:
        return None
    strong = _("%(percent)s%% came again", percent=percent)
    return _("Of the first-timers, %(came)s within 60 days.", came=strong), strong


def _led(line: Line) -> tuple[str, str] | None:
    percent = share(line.get("led_by_residents"), line.get("sessions_held"))
    if percent is None:
        return None
    strong = _("%(percent)s%% of sessions", percent=percent)
    return _("Residents led %(of)s.", of=strong), strong
