"""Signing in with a printed card: type its code, or scan it and press once. A GET never signs in."""

from flask import Blueprint, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from participate.accounts import rules, service
from participate.accounts.forms import CardForm, EndForm
from participate.accounts.throttle import hit
from participate.accounts.views._steps import network, start_here
from participate.core.guards import anyone, open_to
from participate.core.http import go, say, show

QUARTER = 15 * 60  # seconds
PER_NETWORK = 30  # a library's computers are one network


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/card", "card", card, methods=["GET", "POST"])
    blueprint.add_url_rule("/card/<code>", "scanned_card", scanned_card, methods=["GET", "POST"])


@open_to(anyone)
def card() -> Response:
    """Type the code on the card."""
    form = CardForm()
    if form.validate_on_submit():
        answer = _enter(form.code.data or "")
        if answer is not None:
            return answer
        form.code.errors = [_(rules.CardWrong.message)]
    return _kept_secret(show("accounts/card.html", form=form, status=422 if form.errors else 200))


@open_to(anyone)
def scanned_card(code: str) -> Response:
    """What a scanned card shows: one button. Nothing is said about the code before it is pressed."""
    if not rules.read_card(code):
        return go("accounts.card")
    form = EndForm()
    if form.validate_on_submit():
        answer = _enter(code)
        if answer is not None:
            return answer
        say(_(rules.CardWrong.message), "bad")
        return _kept_secret(go("accounts.card"))
    return _kept_secret(show("accounts/card_scanned.html", address=url_for("accounts.scanned_card", code=code)))


def _enter(typed: str) -> Response | None:
    """In she goes, on a device that is not hers; None where the card opens nothing. Raises TooMany."""
    hit(f"card-net:{network()}", PER_NETWORK, QUARTER)
    try:
        person = service.use_card(typed)
    except rules.CardWrong:
        return None
    start_here(person, borrowed=True)
    say(_("Hello %(name)s. When you are done, sign out under Mine. If you forget, we do it for you.",
          name=person.first_name))  # fmt: skip
    return go("home.mine")


def _kept_secret(response: Response) -> Response:
    """Nothing keeps a copy of the page, and no link on it says where it was followed from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
