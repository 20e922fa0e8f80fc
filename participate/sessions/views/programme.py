"""The programme: seven days, day by day."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.core.paging import asked_page
from participate.places import here
from participate.places import queries as places
from participate.profiles.words import Theme
from participate.sessions import queries
from participate.sessions.forms import NarrowForm
from participate.sessions.rules import day_of

NEAR_ME = "near"
AS_FAR = timedelta(days=366)  # how far back and ahead the programme turns its pages
WEEK = timedelta(days=7)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/programme", "programme", programme)


@open_to(anyone)
def programme() -> Response:
    """Seven days, day by day, narrowed by theme, place and access."""
    start, form = _asked_start(), NarrowForm(_ward_choices(), formdata=request.args)
    form.validate()
    page = queries.list_week(start, _wanted(form), asked_page())
    today, chosen = clock.today(), [field for field in form if field.data and not field.errors]
    narrowed = {field.name: "y" if field.data is True else field.data for field in chosen}
    week = {"start": start.isoformat()} if start != today else {}
    return show(
        "sessions/programme.html",
        page=page,
        days=[(day, list(cards)) for day, cards in groupby(page.items, _day_of)],
        start=start,
        end=start + timedelta(days=6),
        form=form,
        chips=_chips(narrowed, week),
        narrowed=narrowed,
        week=week,
        before=start - WEEK if start - WEEK >= today - AS_FAR else None,
        after=start + WEEK if start + WEEK <= today + AS_FAR else None,
    )


def _asked_start() -> date:
    """The first day asked for; today when it makes no sense or is more than a year away."""
    today = clock.today()
    try:
        start = day_of(request.args.get("start", ""))
    except RuleBroken:
        return today
    return start if abs(start - today) <= AS_FAR else today


def _day_of(card: queries.SessionCard) -> date:
    return clock.local(card.starts_at).date()


def _chips(narrowed: dict[str, Any], week: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Links that narrow the programme or widen it again, one thing at a time: (words, address, chosen)."""

    def link(words: str, name: str, value: str) -> tuple[str, str, bool]:
        chosen = narrowed.get(name) == value
        rest = {other: kept for other, kept in narrowed.items() if other != name}
        return words, url_for("sessions.programme", **week | rest | ({} if chosen else {name: value})), chosen

    place = here.find()
    near = [link(_("Near %(place)s", place=place.ward_name), "ward", NEAR_ME)] if place.known else []
    return [
        (_("Everything"), url_for("sessions.programme", **week), not narrowed),
        *near,
        link(_("Step-free"), "step_free", "y"),
        link(_("Children welcome"), "children", "y"),
        *(link(_(theme.label), "theme", theme.value) for theme in Theme),
    ]


def _ward_choices() -> list[tuple[str, str]]:
    near = [(NEAR_ME, _("Near %(place)s", place=here.find().ward_name))] if here.find().known else []
    return near + [(str(ward.id), ward.name) for ward in places.list_wards()]


def _wanted(form: NarrowForm) -> queries.Wanted:
    """What the address asks for; whatever makes no sense narrows nothing."""
    return queries.Wanted(
        theme=Theme(form.theme.data) if form.theme.data and not form.theme.errors else None,
        ward_ids=tuple(_wards_of(form.ward.data or "")) if not form.ward.errors else (),
        step_free=bool(form.step_free.data),
        children=bool(form.children.data),
    )


def _wards_of(chosen: str) -> list[int]:
    own = here.find().ward_id
    if chosen == NEAR_ME and own is not None:
        return places.wards_near(own)
    return [int(chosen)] if chosen.isdecimal() else []
