"""Hosting: what to think of the first time, who is beside you, one printed page, and how it went."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotAllowed, NotFound
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.sessions import queries, service
from participate.sessions.forms import BuddyForm
from participate.sessions.permissions import may_plan
from participate.sessions.views._hosts import counts, host_in_hand
from participate.sessions.words import SessionStatus

MOST_ON_PAGE = 100


def register(blueprint: Blueprint) -> None:
    page = "/sessions/<int:session_id>"
    blueprint.add_url_rule(page + "/first-time", "first_time", first_time, methods=["GET", "POST"])
    blueprint.add_url_rule(page + "/one-page", "one_page", one_page)
    blueprint.add_url_rule(page + "/went", "went", went)


@open_to(residents)
def first_time(session_id: int) -> Response:
    """What to think of when you host: key, kit, cover, and somebody beside you."""
    found = host_in_hand(session_id)
    people = queries.list_buddies(found)
    form = BuddyForm(people, buddy=str(found.buddy_id) if found.buddy_id else "")
    if form.validate_on_submit():
        service.choose_buddy(current_user.id, found, int(form.buddy.data) if form.buddy.data else None)
        say(_("Saved. Whoever is beside you is told."))
        return go("sessions.first_time", session_id=session_id)
    to_come = found.status is SessionStatus.PLANNED and found.ends_at > clock.now()
    return show(
        "sessions/first_time.html", session=found, form=form, people=people, to_come=to_come,
        first=queries.is_first_time(found), status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(residents)
def one_page(session_id: int) -> Response:
    """Everything about the day on one printed page, for the host's pocket."""
    found = host_in_hand(session_id)
    page = queries.page_of_roster(found, 1, MOST_ON_PAGE)
    return show(
        "sessions/one_page.html", session=found, page=page, place=queries.place_line(found),
        tasks=queries.list_tasks(found.id),
    )  # fmt: skip


@open_to(residents)
def went(session_id: int) -> Response:
    """How it went, for the host and the team: how many came, the thanks they left, what comes next."""
    found = queries.get_session(session_id)
    team = queries.is_on_team(current_user.id, found.project_id)
    if queries.is_hidden(found) and not may_plan(current_user, found.project_id):
        raise NotFound
    if not (team or counts(found)):
        raise NotAllowed
    return show(
        "sessions/went.html",
        session=found,
        heads=queries.count_of(session_id),
        new=queries.count_first_timers(session_id),
        thanks=queries.list_thanks(session_id),
        hosts=counts(found),
        plans=may_plan(current_user, found.project_id),
        over=found.ends_at <= clock.now(),
    )
