"""The programme: this week or this season, day by day, as a list and as a map."""

from datetime import date, timedelta
from itertools import groupby

from flask import Blueprint, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.places import queries as places
from participate.sessions import queries
from participate.sessions.forms import NarrowForm
from participate.sessions.permissions import is_staff
from participate.sessions.rules import day_of
from participate.sessions.views._map import map_facts
from participate.sessions.views._narrowing import Narrowed, chips, choices_of_wards, wanted

AS_FAR = timedelta(days=366)  # how far back and ahead the programme turns its pages
SPANS = {"week": 7, "season": 84}  # days


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/programme", "programme", programme)


@open_to(anyone)
def programme() -> Response:
    """Seven days or twelve weeks, day by day, narrowed by place, time, theme and access."""
    wards, start, span = places.list_wards(), _asked_start(), _asked_span()
    form = NarrowForm(choices_of_wards(wards), formdata=request.args)
    form.validate()
    narrowed = Narrowed.of(form, start=start, span=span)
    asked = wanted(form, wards)
    found = queries.find_programme(start, SPANS[span], asked, asked_page())
    days = timedelta(days=SPANS[span])
    return show(
        "sessions/programme.html",
        page=found.page,
        days=[(day, list(cards)) for day, cards in groupby(found.page.items, _day_of)],
        start=start,
        end=start + days - timedelta(days=1),
        span=span,
        form=form,
        narrowed=narrowed,
        chips=chips(narrowed),
        before=start - days if start - days >= clock.today() - AS_FAR else None,
        after=start + days if start + days <= clock.today() + AS_FAR else None,
        lays_out=is_staff(current_user),
        **map_facts(wards, found, asked, narrowed),
    )


def _asked_start() -> date:
    """The first day asked for; today when it makes no sense or is more than a year away."""
    today = clock.today()
    try:
        start = day_of(request.args.get("start", ""))
    except RuleBroken:
        return today
    return start if abs(start - today) <= AS_FAR else today


def _asked_span() -> str:
    """The season where it is asked for, else the week."""
    asked = request.args.get("view", "")
    return asked if asked in SPANS else "week"


def _day_of(card: queries.SessionCard) -> date:
    return clock.local(card.starts_at).date()
