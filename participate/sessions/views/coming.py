"""The host's list: who is coming, who waits. First names, for hosts and staff alone."""

from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.out_of_sight import show_now
from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.places.forms import put_error
from participate.sessions import queries, service
from participate.sessions.forms import AddForm, ButtonForm, SpokenCodeForm
from participate.sessions.rules.party import Wish
from participate.sessions.views._come import can_text, room_of
from participate.sessions.views._hosts import host_in_hand
from participate.sessions.views._secret import kept_secret
from participate.sessions.words import HOLDS_SEAT, SignUpStatus


def register(blueprint: Blueprint) -> None:
    page = "/sessions/<int:session_id>/coming"
    blueprint.add_url_rule(page, "coming", coming)
    blueprint.add_url_rule(f"{page}/add", "add_person", add_person, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{page}/<int:sign_up_id>/invite", "invite", invite, methods=["POST"])
    blueprint.add_url_rule(f"{page}/<int:sign_up_id>/away", "take_off", take_off, methods=["POST"])
    blueprint.add_url_rule("/sign-ups/code", "by_code", by_code, methods=["GET", "POST"])


@open_to(residents)
def coming(session_id: int) -> Response:
    """Who is coming, who waits, with what they said to the host."""
    return _list(host_in_hand(session_id))


@open_to(residents)
def add_person(session_id: int) -> Response:
    """Write somebody down who rang or asked at the counter."""
    found, form = host_in_hand(session_id), AddForm(can_text=can_text())
    if form.validate_on_submit():
        try:
            person = service.person_at(form.name.data or "", form.contact.channel, form.contact.contact)
            made = service.sign_up(person, found, _wish(form), host_id=current_user.id)
        except RuleBroken as broken:
            put_error(form.name, broken)
        else:
            waits = made.status is SignUpStatus.WAITING
            words = _("On the waiting list. We write as soon as a place is free.") if waits else _("On the list.")
            say(words)
            return go("sessions.coming", session_id=session_id)
    return kept_secret(show("sessions/coming_add.html", session=found, form=form, status=422 if form.errors else 200))


@open_to(residents)
def invite(session_id: int, sign_up_id: int) -> Response:
    """Let somebody in who waits, above the places if need be, never above the room limit."""
    found, sign_up = _in_hand(session_id, sign_up_id)
    try:
        service.invite(current_user.id, sign_up)
    except RuleBroken as broken:
        return _list(found, _(broken.message, **broken.facts), 409)
    likely = sign_up.status is SignUpStatus.LIKELY
    say(_("Invited. We wrote that it is likely, not a promise.") if likely else _("The place is theirs. We wrote."))
    return go("sessions.coming", session_id=session_id)


@open_to(residents)
def take_off(session_id: int, sign_up_id: int) -> Response:
    """Somebody rang: she cannot come."""
    _found, sign_up = _in_hand(session_id, sign_up_id)
    service.stay_away(sign_up, host_id=current_user.id)
    say(_("Taken off the list, and told so. A free place goes to the next."))
    return go("sessions.coming", session_id=session_id)


@open_to(staff)
def by_code() -> Response:
    """Somebody on the phone says her code: the list she is on."""
    form = SpokenCodeForm()
    if form.validate_on_submit():
        found = queries.find_by_code(form.code.data or "")
        if found is not None:
            return go("sessions.coming", session_id=found.session_id, _anchor=f"sign-up-{found.id}")
        form.code.errors = [*form.code.errors, _("Nobody has this code. Please listen again, letter by letter.")]
    return show("sessions/by_code.html", form=form, status=422 if form.errors else 200)


def _wish(form: AddForm) -> Wish:
    return Wish(form.party(), any_time=form.any_time.data, meet_me=form.meet_me.data, note=form.note.data or "")


def _in_hand(session_id: int, sign_up_id: int) -> tuple[queries.Session, queries.SignUp]:
    """The session and a sign-up of it, if the reader hosts it. Raises NotFound or NotAllowed."""
    found, sign_up = host_in_hand(session_id), queries.find_sign_up(sign_up_id)
    if sign_up is None or sign_up.session_id != session_id or not ButtonForm().validate_on_submit():
        raise NotFound
    return found, sign_up


def _list(found: queries.Session, sentence: str = "", status: int = 200) -> Response:
    show_now()
    page = queries.page_of_sign_ups(found.id, asked_page(), *HOLDS_SEAT)
    line = queries.page_of_sign_ups(found.id, 1, SignUpStatus.WAITING) if page.number == 1 else None
    codes = {each.id: queries.code_of(each) for each in [*page.items, *(line.items if line else [])]}
    facts: dict[str, Any] = {
        "session": found, "page": page, "line": line, "codes": codes, "room": room_of(found), "sentence": sentence,
        "over": found.ends_at <= clock.now(),
    }  # fmt: skip
    return kept_secret(show("sessions/coming.html", status=status, **facts))
