"""Signing up and asking for a code."""

from flask import Blueprint, request, session
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import service, tablet
from participate.accounts.forms import ContactForm, JoinForm
from participate.accounts.throttle import hit
from participate.accounts.views._steps import network, settings, ward_choices
from participate.accounts.words import CodeUse
from participate.core.guards import anyone, open_to
from participate.core.http import go, show
from participate.places import here

QUARTER = 15 * 60  # seconds
PER_CONTACT, PER_NETWORK = 5, 40  # codes in a quarter of an hour


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/join", "join", join, methods=["GET", "POST"])
    blueprint.add_url_rule("/sign-in", "sign_in", sign_in, methods=["GET", "POST"])


@open_to(anyone)
def join() -> Response:
    """Sign up: name, contact, neighbourhood, an adult tick."""
    if current_user.is_authenticated:
        return go("home.mine")
    place = here.find()
    form = JoinForm(ward_choices(), settings().can_text, ward=str(place.ward_id or ""))
    if not form.validate_on_submit():
        return show("accounts/join.html", form=form, draft=session.get("draft"), status=422 if form.errors else 200)
    about = {"name": form.name.data, "ward_id": int(form.ward.data), "borrowed": form.borrowed.data}
    return _send_code(CodeUse.SIGN_UP, form, about)


@open_to(anyone)
def sign_in() -> Response:
    """Ask for a code. The answer is the same whoever asks. On a hub's tablet this is the last way, not the first."""
    if current_user.is_authenticated:
        return go("home.mine")
    if tablet.here() is not None and request.method == "GET" and "code" not in request.args:
        return go("accounts.lock", then=session.get("then"))
    form = ContactForm(settings().can_text)
    if not form.validate_on_submit():
        return show("accounts/sign_in.html", form=form, draft=session.get("draft"), status=422 if form.errors else 200)
    return _send_code(CodeUse.SIGN_IN, form, {"borrowed": form.borrowed.data})


def _send_code(use: CodeUse, form: ContactForm, draft: dict[str, object]) -> Response:
    hit(f"ask-net:{network()}", PER_NETWORK, QUARTER)
    hit(f"ask:{form.contact.contact}", PER_CONTACT, QUARTER)
    code_id, secret = service.ask_code(use, form.contact.channel, form.contact.contact, draft)
    session["code"], session["code_secret"] = code_id, secret
    return go("accounts.code")
