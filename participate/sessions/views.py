"""Pages of the sessions: the programme, one session, and planning."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.fields import ChoiceField, LineField
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.places import here
from participate.places import queries as places
from participate.places.forms import put_error
from participate.profiles.words import Theme
from participate.sessions import queries, service
from participate.sessions.forms import SOMEWHERE, CancelForm, NarrowForm, SessionForm, WhenForm
from participate.sessions.permissions import may_plan, may_see
from participate.sessions.rules import NowhereToMeet, check_open, day_of
from participate.sessions.service import SessionFacts, When, Where
from participate.spaces.rules import pence_of, price_typed

blueprint = Blueprint("sessions", __name__)
NEAR_ME = "near"
AS_FAR = timedelta(days=366)  # how far back and ahead the programme turns its pages
WEEK = timedelta(days=7)
TICKS = ("step_free", "toilet", "children", "quiet", "easy")


@blueprint.get("/programme")
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


@blueprint.get("/sessions/<int:session_id>")
@open_to(anyone)
def session(session_id: int) -> Response:
    """One session: when, where, what it costs, what to bring, who is there."""
    found = queries.get_session(session_id)
    hidden = queries.is_hidden(found)
    if not may_see(current_user, found.project_id, hidden=hidden):
        raise NotFound
    return show(
        "sessions/session.html",
        session=found,
        hidden=hidden,
        over=found.ends_at <= clock.now(),
        next_ones=queries.list_next_of_project(found.project_id, most=3, but=found.id),
        plans=may_plan(current_user, found.project_id),
    )


@blueprint.route("/projects/<int:project_id>/sessions/new", methods=["GET", "POST"])
@open_to(residents)
def new(project_id: int) -> Response:
    """Plan a session: date, time, length, place. The rest comes from the project and the place."""
    project = queries.get_project(project_id)
    if not may_plan(current_user, project_id):
        raise NotFound if project.hidden_at else NotAllowed
    form = WhenForm(queries.list_places(project, current_user.id), **_like(queries.find_last(project_id)))
    if form.validate_on_submit():
        try:
            planned = service.plan(current_user.id, project, _when(form), _where(form))
        except RuleBroken as broken:
            put_error(_field_of(broken, form), broken)
        else:
            say(_("It is in the programme. Look it over: you can change every line."))
            return go("sessions.session", session_id=planned.id)
    return show("sessions/new.html", form=form, project=project, status=422 if form.errors else 200)


@blueprint.route("/sessions/<int:session_id>/edit", methods=["GET", "POST"])
@open_to(residents)
def edit(session_id: int) -> Response:
    """Change what a session's page says."""
    found = _take_in_hand(session_id)
    form = _filled_form(found)
    if form.validate_on_submit():
        try:
            service.change(current_user.id, found, _when(form), _where(form), _facts(form))
        except RuleBroken as broken:
            put_error(_field_of(broken, form), broken)
        else:
            say(_("Saved."))
            return go("sessions.session", session_id=session_id)
    return show("sessions/edit.html", form=form, session=found, status=422 if form.errors else 200)


@blueprint.route("/sessions/<int:session_id>/cancel", methods=["GET", "POST"])
@open_to(residents)
def cancel(session_id: int) -> Response:
    """Cancel a session, with a reason that everybody reads."""
    found = _take_in_hand(session_id)
    form = CancelForm()
    if form.validate_on_submit():
        service.cancel(current_user.id, found, form.reason.data or "")
        say(_("It is cancelled. It stays in the programme, marked, so that nobody comes in vain."))
        return go("sessions.session", session_id=session_id)
    return show("sessions/cancel.html", form=form, session=found, status=422 if form.errors else 200)


def _take_in_hand(session_id: int) -> queries.Session:
    """The session, if the reader may change it and it may still change. Raises NotFound or NotAllowed."""
    found = queries.get_session(session_id)
    if not may_see(current_user, found.project_id, hidden=queries.is_hidden(found)):
        raise NotFound
    if not may_plan(current_user, found.project_id):
        raise NotAllowed
    check_open(found.status, found.ends_at, clock.now())
    return found


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


def _when(form: WhenForm) -> When:
    return When(form.starts_at, form.ends_at)


def _where(form: WhenForm) -> Where:
    return Where(queries.find_place(form.place.data or ""), form.place_note.data or "")


def _field_of(broken: RuleBroken, form: WhenForm) -> LineField | ChoiceField:
    """Beside which field a rule's sentence belongs."""
    return form.place if isinstance(broken, NowhereToMeet) else form.day


def _like(last: queries.Session | None) -> dict[str, str]:
    """The hour, length and place of a session, as fields of a form; nothing when there is none."""
    if last is None:
        return {}
    place = f"space:{last.space_id}" if last.space_id else f"hub:{last.hub_id}" if last.hub_id else SOMEWHERE
    length = (last.ends_at - last.starts_at) // timedelta(minutes=1)
    hour = f"{clock.local(last.starts_at):%H:%M}"
    return {"hour": hour, "length": str(length), "place": place, "place_note": last.place_note}


def _filled_form(found: queries.Session) -> SessionForm:
    like = _like(found)
    choices = queries.list_places(found.project, current_user.id)
    if found.space and like["place"] not in dict(choices):
        choices.append((like["place"], found.space.name))  # it stays where it is, whoever edits
    day, cost = f"{clock.local(found.starts_at):%Y-%m-%d}", price_typed(found.cost_pence)
    return SessionForm(choices, queries.list_team(found.project_id), obj=found, **like, day=day, cost=cost)


def _facts(form: SessionForm) -> SessionFacts:
    return SessionFacts(
        name=form.name.data or "",
        about=form.about.data or "",
        host_id=int(form.host_id.data) if form.host_id.data else None,
        cost_pence=pence_of(form.cost.data or ""),
        bring=form.bring.data or "",
        take_home=form.take_home.data or "",
        capacity=form.capacity.data,
        language=form.language.data,
        **{name: bool(form[name].data) for name in TICKS},
    )
