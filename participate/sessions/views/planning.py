"""Planning a session, changing and cancelling it."""

from datetime import timedelta

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from participate.accounts.out_of_sight import out_of_sight
from participate.core import clock
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.projects.rules.plain import minutes_in, plain
from participate.sessions import queries, rules, service
from participate.sessions.forms import SOMEWHERE, CancelForm, NewForm, SessionForm, WhenForm
from participate.sessions.permissions import may_plan, may_see
from participate.sessions.rules import check_open
from participate.sessions.service import SessionFacts, When, Where
from participate.sessions.views._days import Day, choices_of, days_of, show_days
from participate.sessions.views._rooms import Other, asked_words, carried, near, refuse, sent, usual_heads
from participate.sessions.words import Reach, Rhythm
from participate.spaces.rules import CannotBook, pence_of, price_typed

TICKS = ("drop_in", "step_free", "toilet", "children", "quiet", "easy", "women_only", "swap")


def register(blueprint: Blueprint) -> None:
    for path, name, view in (
        ("/projects/<int:project_id>/sessions/new", "new", new),
        ("/sessions/<int:session_id>/edit", "edit", edit),
        ("/sessions/<int:session_id>/cancel", "cancel", cancel),
    ):
        blueprint.add_url_rule(path, name, view, methods=["GET", "POST"])
    blueprint.add_url_rule("/sessions/<int:session_id>/again", "again", again, methods=["POST"])
    blueprint.add_url_rule("/projects/<int:project_id>/sessions/again", "again_of", again_of, methods=["POST"])


@open_to(residents)
def new(project_id: int) -> Response:
    """Plan a session or a series: date, time, length, place. The rest comes from the project and the place. Another
    page may hand over the four in the address: see rules.address.
    """
    project, given = _project_to_plan(project_id), sent()
    places = queries.list_places(project, current_user.id)
    asked = rules.asked_in(request.args, dict(places), clock.now())
    form = NewForm(places, formdata=given or None, **(_like(queries.find_last(project_id), project) | asked))
    other: Other | None = None
    if form.validate_on_submit() and given.get("step") != "back":
        try:
            days = days_of(form, given, project_id)
            if any(each.problem for each in days):
                return show_days(project, form, given, days)
            planned = _plan(project, form, days)
        except RuleBroken as broken:
            other = refuse(broken, form, heads=usual_heads(project), here=near(project))
        else:
            _say_planned(planned)
            return go("sessions.session", session_id=planned[0].id)
    facts = {"form": form, "project": project, "other": other, "carried": carried(given, "step"), "asked": asked}
    return show("sessions/new.html", status=422 if form.errors else 200, **facts)


@open_to(residents)
def edit(session_id: int) -> Response:
    """Change what a session's page says."""
    found, given = take_in_hand(session_id), sent()
    form, other = _filled_form(found, given), None
    if form.validate_on_submit():
        try:
            changed = service.change(current_user.id, found, _when(form), _where(form), _facts(form), form.asked_reach)
        except RuleBroken as broken:
            heads = rules.heads_of(form.capacity.data, form.places.data, found.taken)
            but = [found.booking_id] if found.booking_id is not None else []
            other = refuse(broken, form, heads=heads, here=near(found.project), but=but)
        else:
            saved = ngettext("Saved.", "Saved. %(num)d sessions have changed.", max(1, len(changed)))
            say(saved + asked_words(changed))
            return go("sessions.session", session_id=session_id)
    facts = {"form": form, "session": found, "other": other, "carried": carried(given)}
    return show("sessions/edit.html", status=422 if form.errors else 200, **facts)


@open_to(residents)
def cancel(session_id: int) -> Response:
    """Cancel a session, with a reason that everybody reads."""
    found = take_in_hand(session_id)
    form = CancelForm(reach=Reach.ONE.value)
    form.offer(queries.list_later_starts(found))
    if form.validate_on_submit():
        off = service.cancel(current_user.id, found, form.reason.data or "", form.asked_reach)
        say(_cancelled_words(len(off)))
        return go("sessions.session", session_id=session_id)
    return show("sessions/cancel.html", form=form, session=found, status=422 if form.errors else 200)


@open_to(residents)
def again(session_id: int) -> Response:
    """The same as this one, in the next free week."""
    found = queries.get_session(session_id)
    if not may_see(current_user, found.project_id, hidden=queries.is_hidden(found)):
        raise NotFound
    return _once_more(found)


@open_to(residents)
def again_of(project_id: int) -> Response:
    """The same as last time, in the next free week; a project that has not met yet is asked when."""
    _project_to_plan(project_id)
    last = queries.find_last(project_id)
    return _once_more(last) if last is not None else go("sessions.new", project_id=project_id)


def _once_more(last: queries.Session) -> Response:
    if not may_plan(current_user, last.project_id):
        raise NotAllowed
    try:
        planned = service.again(current_user.id, last)
    except CannotBook as broken:
        say(_("%(why)s Plan it by hand.", why=_(broken.message, **broken.facts)), "bad")
        return go("sessions.new", project_id=last.project_id)
    say(_("The same again is in the programme. Look it over: you can change every line.") + asked_words([planned]))
    return go("sessions.session", session_id=planned.id)


def _project_to_plan(project_id: int) -> queries.Project:
    """The project, if the reader may plan its sessions. Raises NotFound or NotAllowed."""
    project = queries.get_project(project_id)
    if not may_plan(current_user, project_id):
        raise NotFound if project.hidden_at else NotAllowed
    return project


def _plan(project: queries.Project, form: NewForm, days: list[Day]) -> list[queries.Session]:
    """One session, or all of a series."""
    actor_id, when, where = current_user.id, _when(form), _where(form)
    if not form.rhythm.data:
        return [service.plan(actor_id, project, when, where)]
    rhythm, times, instead = Rhythm(form.rhythm.data), form.times.data, choices_of(days)
    return service.plan_series(
        actor_id, project, when, where, rhythm, count=times, until=form.last_day, instead=instead
    )


def _say_planned(planned: list[queries.Session]) -> None:
    if len(planned) == 1:
        say(_("It is in the programme. Look it over: you can change every line.") + asked_words(planned))
    else:
        last = date_line(planned[-1].starts_at)
        words = _("%(number)d sessions are in the programme, the last on %(day)s. This is the first: look it over.",
                  number=len(planned), day=last)  # fmt: skip
        say(words + asked_words(planned))


def _cancelled_words(number: int) -> str:
    return ngettext(
        "It is cancelled. It stays in the programme, marked, so that nobody comes in vain.",
        "%(num)d sessions are cancelled. They stay in the programme, marked, so that nobody comes in vain.", number,
    )  # fmt: skip


def take_in_hand(session_id: int) -> queries.Session:
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


def _like(last: queries.Session | None, project: queries.Project) -> dict[str, str]:
    """The hour, length and place of a session, as fields of a form; of the first one, the project's usual length."""
    if last is None:
        minutes = project.minutes or (minutes_in(plain(project.recipe.joiner_time)) if project.recipe else None)
        return {"length": str(minutes)} if minutes else {}
    elsewhere = SOMEWHERE if last.place_note else ""
    place = f"space:{last.space_id}" if last.space_id else f"hub:{last.hub_id}" if last.hub_id else elsewhere
    length = (last.ends_at - last.starts_at) // timedelta(minutes=1)
    hour = f"{clock.local(last.starts_at):%H:%M}"
    return {"hour": hour, "length": str(length), "place": place, "place_note": last.place_note}


def _filled_form(found: queries.Session, given: MultiDict[str, str]) -> SessionForm:
    like = _like(found, found.project)
    choices = queries.list_places(found.project, current_user.id)
    if found.space and like["place"] not in dict(choices):
        choices.append((like["place"], found.space.name))  # it stays where it is, whoever edits
    like |= {"day": f"{clock.local(found.starts_at):%Y-%m-%d}", "cost": price_typed(found.cost_pence)}
    team = _team_of(found.project_id)
    form = SessionForm(choices, team, formdata=given or None, obj=found, reach=Reach.ONE.value, **like)
    form.offer(queries.list_later_starts(found))
    return form


def _team_of(project_id: int) -> list[tuple[int, str]]:
    """Whom she may choose as a host: also where the page comes back, nobody with whom she is kept apart."""
    hidden = out_of_sight()
    return [(person_id, name) for person_id, name in queries.list_team(project_id) if person_id not in hidden]


def _facts(form: SessionForm) -> SessionFacts:
    return SessionFacts(
        name=form.name.data or "",
        about=form.about.data or "",
        host_id=int(form.host_id.data) if form.host_id.data else None,
        cost_pence=pence_of(form.cost.data or ""),
        bring=form.bring.data or "",
        take_home=form.take_home.data or "",
        capacity=form.capacity.data,
        places=form.places.data,
        door=form.door.data or "",
        language=form.language.data,
        **{name: bool(form[name].data) for name in TICKS},
    )
