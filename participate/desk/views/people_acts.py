"""What staff press for somebody who is not online: one button, one thing done, in their own name."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts import service as account_service
from participate.accounts.words import ConsentFor, ConsentHow
from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.desk.service import people
from participate.desk.views._person import in_hand, kept_secret, pressed
from participate.desk.writing_down import YesForm
from participate.introductions.words import Said
from participate.profiles import queries as profiles
from participate.sessions import queries as sessions
from participate.sessions.forms import PartyForm
from participate.sessions.permissions import may_see
from participate.sessions.rules.party import Wish
from participate.sessions.words import SignUpStatus

DAYS = 21


def register(blueprint: Blueprint) -> None:
    page = "/people/<int:person_id>"
    blueprint.add_url_rule(f"{page}/sessions", "person_sessions", person_sessions)
    blueprint.add_url_rule(f"{page}/sessions/<int:session_id>", "sign_up_for", sign_up_for, methods=["GET", "POST"])
    for path, name, view in (
        ("/words/<int:posting_id>/remove", "unsay_for", unsay_for),
        ("/consents", "say_yes_for", say_yes_for),
        ("/consents/<int:consent_id>/end", "take_back_for", take_back_for),
        ("/sign-ups/<int:sign_up_id>/away", "stay_away_for", stay_away_for),
        ("/sign-ups/<int:sign_up_id>/yes", "accept_for", accept_for),
        ("/introductions/<int:introduction_id>", "answer_for", answer_for),
    ):
        blueprint.add_url_rule(page + path, name, view, methods=["POST"])


@open_to(staff)
def person_sessions(person_id: int) -> Response:
    """What is on in the next three weeks; her own lists are marked."""
    found = in_hand(person_id)
    page = sessions.find_programme(clock.today(), DAYS, sessions.Wanted(), asked_page(), 20).page
    hers = {each.session_id for each in sessions.list_to_come(person_id)}
    return kept_secret(show("desk/person_sessions.html", person=found, page=page, hers=hers))


@open_to(staff)
def sign_up_for(person_id: int, session_id: int) -> Response:
    """She comes to this one, with so many children."""
    found, session = in_hand(person_id), sessions.get_session(session_id)
    if not may_see(current_user, session.project_id, hidden=sessions.is_hidden(session)):
        raise NotFound
    form = PartyForm()
    if form.validate_on_submit():
        wish = Wish(form.party(), form.any_time.data, form.meet_me.data, form.note.data or "")
        made = people.sign_up_for(current_user.id, found, session, wish)
        waits = made.status is SignUpStatus.WAITING
        say(_("On the waiting list. You hear when a place comes free.") if waits else _("On the list."))
        return go("desk.person", person_id=person_id, _anchor="coming")
    status = 422 if form.errors else 200
    return kept_secret(show("desk/person_sign_up.html", person=found, session=session, form=form, status=status))


@open_to(staff)
def unsay_for(person_id: int, posting_id: int) -> Response:
    """One of her lines goes."""
    pressed(person_id)
    line = profiles.get_posting(posting_id)
    if line.person_id != person_id:
        raise NotFound
    people.unsay_for(current_user.id, line)
    say(_("It is gone."))
    return go("desk.person", person_id=person_id, _anchor="lines")


@open_to(staff)
def say_yes_for(person_id: int) -> Response:
    """She said yes to one more thing."""
    found, form = in_hand(person_id), YesForm()
    if not form.validate_on_submit():
        raise NotFound
    whats, how = [ConsentFor(form.what.data)], ConsentHow(form.how.data)
    account_service.note_consents(current_user.id, found, whats, how)
    say(_("Noted, with your name and the day."))
    return go("desk.person", person_id=person_id, _anchor="yes")


@open_to(staff)
def take_back_for(person_id: int, consent_id: int) -> Response:
    """She takes a yes back; without the first one we forget her."""
    pressed(person_id)
    consent = accounts.find_consent(consent_id)
    if consent is None or consent.person_id != person_id:
        raise NotFound
    people.take_back_for(current_user.id, consent)
    if consent.what is ConsentFor.WRITTEN_DOWN:
        say(_("Forgotten. What was counted stays a number."))
        return go("desk.people")
    say(_("Taken back."))
    return go("desk.person", person_id=person_id, _anchor="yes")


@open_to(staff)
def stay_away_for(person_id: int, sign_up_id: int) -> Response:
    """She cannot come."""
    people.stay_away_for(current_user.id, _sign_up(person_id, sign_up_id))
    say(_("Taken off the list. A free place goes to the next."))
    return go("desk.person", person_id=person_id, _anchor="coming")


@open_to(staff)
def accept_for(person_id: int, sign_up_id: int) -> Response:
    """She takes the place that came free."""
    people.accept_for(current_user.id, _sign_up(person_id, sign_up_id))
    say(_("The place is theirs."))
    return go("desk.person", person_id=person_id, _anchor="coming")


@open_to(staff)
def answer_for(person_id: int, introduction_id: int) -> Response:
    """What she says to meeting a neighbour: yes, or not this time."""
    pressed(person_id)
    said = {"yes": Said.YES, "no": Said.NO}.get(request.form.get("said", ""))
    if said is None:
        raise NotFound
    try:
        people.answer_for(current_user.id, person_id, introduction_id, said)
    except RuleBroken as broken:
        say(_(broken.message, **broken.facts), "bad")
    else:
        say(_("Passed on, kindly."))
    return go("desk.person", person_id=person_id, _anchor="asked")


def _sign_up(person_id: int, sign_up_id: int) -> sessions.SignUp:
    """One of her sign-ups, after a press. Raises NotFound."""
    pressed(person_id)
    found = sessions.find_sign_up(sign_up_id)
    if found is None or found.person_id != person_id:
        raise NotFound
    return found
