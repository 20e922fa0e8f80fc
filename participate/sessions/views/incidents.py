"""Something went wrong: noted from check-in in half a minute, looked after by the hub's staff."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.sessions import queries, service
from participate.sessions.forms import IncidentForm
from participate.sessions.permissions import hub_ids_of, may_look_after, may_read_incident
from participate.sessions.views._hosts import host_in_hand


def register(blueprint: Blueprint) -> None:
    page = "/sessions/<int:session_id>/incidents/new"
    blueprint.add_url_rule(page, "new_incident", new_incident, methods=["GET", "POST"])
    blueprint.add_url_rule("/incidents", "incidents", incidents)
    blueprint.add_url_rule("/incidents/<int:incident_id>", "incident", incident)
    for path, name, view in (("done", "finish_incident", finish), ("open", "reopen_incident", reopen)):
        blueprint.add_url_rule(f"/incidents/<int:incident_id>/{path}", name, view, methods=["POST"])


@open_to(residents)
def new_incident(session_id: int) -> Response:
    """What happened, who was told, what is still to do."""
    found, form = host_in_hand(session_id), IncidentForm()
    if form.validate_on_submit():
        facts = (form.words.data or "", form.told.data or "", form.follow_up.data or "")
        made = service.note_incident(current_user.id, found, *facts, form.follow_by(clock.today()))
        say(_("Noted. The hub reads it. Thank you for writing it down."))
        return go("sessions.incident", incident_id=made.id)
    return show("sessions/new_incident.html", session=found, form=form, status=422 if form.errors else 200)


@open_to(staff)
def incidents() -> Response:
    """What is still to be looked after at the reader's hubs; or what is done, the newest first."""
    done = request.args.get("done") == "1"
    hubs = None if current_user.holds("admin") else hub_ids_of(current_user)
    page = queries.page_of_incidents(hubs, asked_page(), done=done)
    return show("sessions/incidents.html", page=page, done=done, today=clock.today())


@open_to(residents)
def incident(incident_id: int) -> Response:
    """One note, for the staff of the hub and for whoever wrote it."""
    held = _in_hand(incident_id)
    names = accounts.first_names_of(each for each in (held.made_by, held.done_by) if each is not None)
    looks_after = may_look_after(current_user, queries.hub_of(held.session))
    return show(
        "sessions/incident.html", incident=held, session=held.session, names=names, looks_after=looks_after,
        today=clock.today(),
    )  # fmt: skip


@open_to(staff)
def finish(incident_id: int) -> Response:
    """It is put right."""
    service.finish_incident(current_user.id, _to_look_after(incident_id))
    say(_("Done. Thank you."))
    return go("sessions.incident", incident_id=incident_id)


@open_to(staff)
def reopen(incident_id: int) -> Response:
    """There is something to do after all."""
    service.reopen_incident(current_user.id, _to_look_after(incident_id))
    say(_("Open again."))
    return go("sessions.incident", incident_id=incident_id)


def _in_hand(incident_id: int) -> queries.Incident:
    """The note, if the reader may read it. Raises NotFound."""
    held = queries.get_incident(incident_id)
    if not may_read_incident(current_user, current_user.id, held.made_by, queries.hub_of(held.session)):
        raise NotFound
    return held


def _to_look_after(incident_id: int) -> queries.Incident:
    held = queries.get_incident(incident_id)
    if not may_look_after(current_user, queries.hub_of(held.session)):
        raise NotFound
    return held
