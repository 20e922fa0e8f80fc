"""The page behind a secret link: her sign-up, and what she can change about it. A GET changes nothing."""

from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show
from participate.places.forms import put_error
from participate.sessions import queries, service
from participate.sessions.forms import LATE, ButtonForm, LateForm, PartyForm
from participate.sessions.rules import seats, waiting
from participate.sessions.views._secret import kept_secret
from participate.sessions.words import HOLDS_SEAT, SessionStatus, SignUpStatus


def register(blueprint: Blueprint) -> None:
    page = "/come/<token>"
    blueprint.add_url_rule(page, "come", come)
    blueprint.add_url_rule(f"{page}/change", "come_change", come_change, methods=["GET", "POST"])
    for name, view in (("yes", come_yes), ("away", come_away), ("late", come_late), ("renew", come_renew)):
        blueprint.add_url_rule(f"{page}/{name}", f"come_{name}", view, methods=["POST"])


@open_to(anyone)
def come(token: str) -> Response:
    """Her sign-up: when, where, who meets her, which door; how to be late, change or stay away."""
    return kept_secret(show("sessions/come.html", **_facts(held_by(token), token)))


@open_to(anyone)
def come_yes(token: str) -> Response:
    """She takes the place that came free."""
    found = _pressed(token)
    try:
        service.accept(found)
    except RuleBroken as broken:
        return _once_more(found, token, broken)
    say(_("Good, the place is yours. We look forward to you."))
    return kept_secret(go("sessions.come", token=token))


@open_to(anyone)
def come_away(token: str) -> Response:
    """She cannot come, or does not want the place."""
    found = _pressed(token)
    service.stay_away(found)
    say(_("Thank you for telling us. Somebody else can have the place. Come another time!"))
    return kept_secret(go("sessions.come", token=token))


@open_to(anyone)
def come_late(token: str) -> Response:
    """She is running late."""
    found, form = held_by(token), LateForm()
    if not form.validate_on_submit():
        return kept_secret(show("sessions/come.html", status=422, **_facts(found, token)))
    minutes = int(form.minutes.data)
    service.run_late(found, minutes or None)
    say(_("No hurry. The host knows.") if minutes else _("Good. The host knows that you are in time."))
    return kept_secret(go("sessions.come", token=token))


@open_to(anyone)
def come_renew(token: str) -> Response:
    """Somebody else has her link: she gets a new one."""
    found = _pressed(token)
    service.renew_link(found)
    say(_("This is your new page. The old link works no longer. We have sent you the new one."))
    return kept_secret(go("sessions.come", token=service.token_of(found)))


@open_to(anyone)
def come_change(token: str) -> Response:
    """More or fewer children, a note, whether somebody meets her."""
    found = held_by(token)
    form = PartyForm(obj=found)
    if form.validate_on_submit():
        try:
            service.change_party(
                found, form.party(), form.note.data or "", any_time=form.any_time.data, meet_me=form.meet_me.data
            )
        except RuleBroken as broken:
            put_error(form.children, broken)
        else:
            say(_("Saved."))
            return kept_secret(go("sessions.come", token=token))
    facts: dict[str, Any] = {"sign_up": found, "session": found.session, "token": token, "form": form}
    return kept_secret(show("sessions/come_change.html", status=422 if form.errors else 200, **facts))


def held_by(token: str) -> queries.SignUp:
    """The sign-up behind a secret link. Raises NotFound."""
    found = queries.find_by_token(token)
    if found is None or queries.is_hidden(found.session):
        raise NotFound
    return found


def _pressed(token: str) -> queries.SignUp:
    """The sign-up whose button was pressed. Raises NotFound."""
    found = held_by(token)
    if not ButtonForm().validate_on_submit():
        raise NotFound
    return found


def _once_more(found: queries.SignUp, token: str, broken: RuleBroken) -> Response:
    """The page with what a rule said on top."""
    sentence = _(broken.message, **broken.facts)
    return kept_secret(show("sessions/come.html", status=409, **_facts(found, token) | {"sentence": sentence}))


def _facts(found: queries.SignUp, token: str) -> dict[str, Any]:
    """What the page shows."""
    session, now, status = found.session, clock.now(), found.status
    last_day = waiting.is_last_day(session.starts_at, now)
    limit = seats.limit_of(session.capacity, session.places)
    waits = status is SignUpStatus.WAITING
    return {
        "sign_up": found, "session": session, "token": token, "code": queries.code_of(found),
        "over": session.ends_at <= now, "off": session.status is SessionStatus.CANCELLED, "sentence": "",
        "seated": status in HOLDS_SEAT, "last_day": last_day, "late_choices": LATE,
        "place_in_line": queries.place_in_line(found) if waits else 0,
        "asked_room": queries.is_asked(session),
        "way_home": queries.find_way_home(session, on_team=False, sign_up=queries.proven_status(found)),
        "free_now": waits and last_day and seats.fits(found.heads, limit, session.taken),
    }  # fmt: skip
