"""Signing up: a name and one way to reach her, or nothing at all for whoever is signed in."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core.errors import NotFound, RuleBroken
from participate.core.fields import LineField
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show
from participate.places.forms import put_error
from participate.sessions import queries, service
from participate.sessions.forms import SignUpForm
from participate.sessions.permissions import may_see
from participate.sessions.rules.party import NoChildrenHere, TooManyChildren
from participate.sessions.rules.seats import PartyTooLarge, TaskFull
from participate.sessions.views._come import come_facts
from participate.sessions.words import SignUpStatus

QUARTER, HOUR = 15 * 60, 60 * 60  # seconds
PER_NETWORK, PER_CONTACT = 40, 8  # a whole class may sign up from one room; nobody is sent a heap of letters


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>/sign-up", "sign_up", sign_up, methods=["GET", "POST"])


@open_to(anyone)
def sign_up(session_id: int) -> Response:
    """Come once: the form, and what becomes of it."""
    found = queries.get_session(session_id)
    if not may_see(current_user, found.project_id, hidden=queries.is_hidden(found)):
        raise NotFound
    facts = come_facts(found, queries.list_tasks(found.id))
    form: SignUpForm | None = facts["form"]
    if facts["own"] is not None:
        say(_("You are on the list already. Here is your page."))
        return go("sessions.come", token=facts["own_link"])
    if form is None:
        return go("sessions.session", session_id=session_id)  # it says why nobody signs up here
    if form.validate_on_submit() and (answer := _take(found, form)) is not None:
        return answer
    return show("sessions/sign_up.html", session=found, **facts, status=422 if form.errors else 200)


def _take(found: queries.Session, form: SignUpForm) -> Response | None:
    """The answer to a good form; None when something is to be changed in it."""
    _slow_down(form)
    salt = service.salt_of(form.ticket.data or "")
    try:
        made = service.sign_up(_who(form), found, form.wish(), salt=salt)
    except (PartyTooLarge, NoChildrenHere, TooManyChildren, TaskFull, service.SpeakToTheHub) as broken:
        put_error(_field_of(broken, form), broken)
        return None
    if made.salt != salt and not current_user.is_authenticated:
        # Whoever knows her address must not get her link: it goes where only she can read it.
        service.send_link(made)
        say(_("You are on the list already, and that is all it takes. We have sent you your link again."))
        return go("sessions.session", session_id=found.id)
    say(_thanks(made.status))
    return go("sessions.come", token=service.token_of(made))


def _thanks(status: SignUpStatus) -> str:
    if status is SignUpStatus.WAITING:
        return _("You are on the waiting list. We write to you when a place comes free.")
    return _("Good, we look forward to you. Keep this page: it is your way to change your mind.")


def _slow_down(form: SignUpForm) -> None:
    """Raises TooMany. Whoever is signed in is known by name."""
    if current_user.is_authenticated:
        return
    hit(f"come-net:{request.remote_addr or 'unknown'}", PER_NETWORK, QUARTER)
    hit(f"come-to:{form.contact.contact}", PER_CONTACT, HOUR)


def _who(form: SignUpForm) -> accounts.Person:
    if current_user.is_authenticated:
        return accounts.get_person(current_user.id)
    return service.person_at(form.name.data or "", form.contact.channel, form.contact.contact)


def _field_of(broken: RuleBroken, form: SignUpForm) -> LineField:
    """Beside which field a rule's sentence belongs."""
    if isinstance(broken, TaskFull):
        return form.task
    if isinstance(broken, service.SpeakToTheHub) and "contact" in form:
        return form.contact
    return form.children
