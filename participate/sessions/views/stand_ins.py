"""A host cannot come: she says so with one press; whoever is asked answers; and whom to ring when it is off."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.sessions import queries, service
from participate.sessions.forms import AnswerForm, ButtonForm
from participate.sessions.permissions import is_staff, may_answer, may_plan
from participate.sessions.rules.stand_ins import question
from participate.sessions.views._hosts import host_in_hand
from participate.sessions.words import SessionStatus, StandInStatus


def register(blueprint: Blueprint) -> None:
    page = "/sessions/<int:session_id>"
    blueprint.add_url_rule(page + "/cannot-host", "cannot_host", cannot_host, methods=["GET", "POST"])
    blueprint.add_url_rule(page + "/stand-in", "stand_in", stand_in, methods=["GET", "POST"])
    blueprint.add_url_rule(page + "/whom-to-ring", "whom_to_ring", whom_to_ring)


@open_to(residents)
def cannot_host(session_id: int) -> Response:
    """ "I can't host": what happens then, and the button."""
    found, form = host_in_hand(session_id), ButtonForm()
    plans = may_plan(current_user, found.project_id)
    if form.validate_on_submit():
        held = service.cannot_host(current_user.id, found, plans=plans)
        if held.status is SessionStatus.CANCELLED:
            say(_("It is called off, and everybody is told. Some may have to be rung."), "bad")
            return go("sessions.whom_to_ring", session_id=session_id)
        say(_("Thank you for telling us. We are asking round now, and get well soon if you are ill."))
        return go("sessions.stand_in" if plans else "sessions.session", session_id=session_id)
    facts = {
        "session": found, "form": form, "in_time": question(found.starts_at, clock.now(), 1) is not None,
        "mine": found.host_id == current_user.id, "open_now": _is_open(found),
    }  # fmt: skip
    return show("sessions/cannot_host.html", **facts)


@open_to(residents)
def stand_in(session_id: int) -> Response:
    """Can you host? For whoever is asked; the hosts of the project and staff see who was asked."""
    found, mine = queries.get_session(session_id), queries.find_stand_in(session_id, current_user.id)
    plans = may_plan(current_user, found.project_id)
    if queries.is_hidden(found) or not may_answer(current_user, found.project_id, in_line=mine is not None):
        raise NotFound
    form = AnswerForm()
    if form.validate_on_submit():
        if form.answer.data == "yes":
            service.stand_in(current_user.id, found, plans=plans)
            say(_("Thank you! You host. Here is what to think of."))
            return go("sessions.first_time", session_id=session_id)
        service.cannot_either(current_user.id, found)
        say(_("That is fine. Somebody else is asked."))
        return go("sessions.session", session_id=session_id)
    line = queries.list_stand_ins(session_id) if plans else ()
    facts = {
        "session": found, "form": form, "mine": mine, "line": line, "plans": plans, "open_now": _is_open(found),
        "asked": mine is not None and mine.status in (StandInStatus.ASKED, StandInStatus.WAITING),
        "place": queries.place_line(found),
    }  # fmt: skip
    return show("sessions/stand_in.html", **facts, status=422 if form.errors else 200)


@open_to(residents)
def whom_to_ring(session_id: int) -> Response:
    """Who meant to come, for print: those first whom no letter reaches. Numbers are for staff alone."""
    found = host_in_hand(session_id)
    people = queries.list_to_ring(session_id)
    staff = is_staff(current_user)
    return show("sessions/whom_to_ring.html", session=found, people=people, staff=staff)


def _is_open(session: queries.Session) -> bool:
    return session.status is SessionStatus.PLANNED and session.starts_at > clock.now()
