"""Planning a session, changing and cancelling it."""

from datetime import timedelta

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.fields import ChoiceField, LineField
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.places.forms import put_error
from participate.sessions import queries, service
from participate.sessions.forms import SOMEWHERE, CancelForm, SessionForm, WhenForm
from participate.sessions.permissions import may_plan, may_see
from participate.sessions.rules import NowhereToMeet, check_open
from participate.sessions.service import SessionFacts, When, Where
from participate.spaces.rules import pence_of, price_typed

TICKS = ("step_free", "toilet", "children", "quiet", "easy")


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/projects/<int:project_id>/sessions/new", "new", new),
        ("/sessions/<int:session_id>/edit", "edit", edit),
        ("/sessions/<int:session_id>/cancel", "cancel", cancel),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])


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
