"""Hubs: where to walk in, when the door is open; and their staff keep the page true."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotAllowed, RuleBroken
from participate.core.guards import admins, anyone, open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page, page_of_list
from participate.places import here, lines, queries, service
from participate.places.forms import HubForm, put_error
from participate.places.permissions import may_add_hub, may_change_hub
from participate.places.rules.hubs import HubNameTaken
from participate.places.words import WEEKDAYS
from participate.sessions import queries as sessions
from participate.spaces import queries as spaces

MOST_SHOWN = 3


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/hubs", "hubs", hubs)
    blueprint.add_url_rule("/hubs/<int:hub_id>", "hub", hub)
    blueprint.add_url_rule("/hubs/new", "new_hub", new_hub, methods=["GET", "POST"])
    blueprint.add_url_rule("/hubs/<int:hub_id>/edit", "edit_hub", edit_hub, methods=["GET", "POST"])


@open_to(anyone)
def hubs() -> Response:
    """All hubs, the nearest first where the reader's place is known."""
    place = here.find()
    found = sorted(queries.list_hubs(), key=lambda one: (*_distance(one, place), one.name, one.id))
    return show("places/hubs.html", hubs=page_of_list(found, asked_page()), may_add=may_add_hub(current_user))


def _distance(hub: queries.Hub, place: here.Here) -> tuple[float, bool]:
    minutes = here.minutes_to(hub.square)
    return (minutes if minutes is not None else float("inf"), hub.ward_id != place.ward_id)


@open_to(anyone)
def hub(hub_id: int) -> Response:
    """One hub: where it is, when it is open."""
    found = queries.get_hub(hub_id)
    return show(
        "places/hub.html",
        hub=found,
        week=lines.week_lines(found),
        on=sessions.list_this_week([found.ward_id], size=MOST_SHOWN),
        spaces=spaces.list_of_hub(hub_id, MOST_SHOWN),
        may_change=may_change_hub(current_user, hub_id),
    )


@open_to(admins)
def new_hub() -> Response:
    """Open a hub."""
    form = HubForm(_ward_choices(), step_free=True, toilet=True)
    if form.validate_on_submit():
        try:
            made = service.add_hub(current_user.id, _facts(form))
            say(_("Saved. Now give somebody the role of its staff."))
            return go("places.hub", hub_id=made.id)
        except RuleBroken as broken:
            _blame(form, broken)
    return _form_page(form, None)


@open_to(staff)
def edit_hub(hub_id: int) -> Response:
    """Keep the page of my hub true."""
    found = queries.get_hub(hub_id)
    if not may_change_hub(current_user, hub_id):
        raise NotAllowed
    form = HubForm(_ward_choices(), **_as_typed(found))
    if form.validate_on_submit():
        try:
            service.change_hub(current_user.id, found, _facts(form))
            say(_("Saved."))
            return go("places.hub", hub_id=hub_id)
        except RuleBroken as broken:
            _blame(form, broken)
    return _form_page(form, found)


def _form_page(form: HubForm, found: queries.Hub | None) -> Response:
    days = [(_(name), *form.day_fields(weekday)) for weekday, name in enumerate(WEEKDAYS)]
    return show("places/hub_form.html", form=form, hub=found, days=days, status=422 if form.errors else 200)


def _blame(form: HubForm, broken: RuleBroken) -> None:
    put_error(form.name if isinstance(broken, HubNameTaken) else form.address, broken)


def _facts(form: HubForm) -> service.HubFacts:
    return service.HubFacts(
        name=form.name.data or "", about=form.about.data or "", address=form.address.data or "",
        phone=form.phone.data or "", step_free=form.step_free.data, toilet=form.toilet.data, hours=form.hours,
        ward_id=int(form.ward.data) if form.ward.data else None,
    )  # fmt: skip


def _as_typed(found: queries.Hub) -> dict[str, object]:
    typed: dict[str, object] = {
        "name": found.name, "about": found.about, "address": found.address, "phone": found.phone,
        "ward": str(found.ward_id), "step_free": found.step_free, "toilet": found.toilet,
    }  # fmt: skip
    for weekday, (opens, closes) in lines.hours_of(found).items():
        typed |= {f"opens_{weekday}": lines.hour_word(opens), f"closes_{weekday}": lines.hour_word(closes)}
    return typed


def _ward_choices() -> list[tuple[str, str]]:
    return [(str(ward.id), ward.name) for ward in queries.list_wards()]
