"""What staff print for somebody who is not online: a card that signs her in, and suggestions in large type."""

from typing import Any

from flask import Blueprint, current_app, make_response, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts import service
from participate.core.errors import NotFound
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.core.qr import qr_svg
from participate.desk.views._person import in_hand, kept_secret, pressed
from participate.matching import queries as matching
from participate.matching.words import Kind
from participate.places import queries as places
from participate.places.here import Here
from participate.profiles import queries as profiles

KINDS = (Kind.SESSION, Kind.PROJECT, Kind.PERSON, Kind.MATERIAL, Kind.SPACE)
MOST = 6  # what fits one sheet in large type


def register(blueprint: Blueprint) -> None:
    page = "/people/<int:person_id>"
    blueprint.add_url_rule(f"{page}/card", "card", card)
    blueprint.add_url_rule(f"{page}/card", "make_card", make_card, methods=["POST"])
    blueprint.add_url_rule(f"{page}/card.svg", "card_picture", card_picture)
    blueprint.add_url_rule(f"{page}/card/end", "end_card", end_card, methods=["POST"])
    blueprint.add_url_rule(f"{page}/suggestions", "suggestions", suggestions)


@open_to(staff)
def card(person_id: int) -> Response:
    """Her card, for a quarter of an hour to whoever made it; later nobody can see it again."""
    found = in_hand(person_id)
    held = accounts.find_card_of(person_id)
    shown = held is not None and service.may_be_printed(held, current_user.id)
    code = service.code_of(held) if held is not None and shown else ""
    facts: dict[str, Any] = {
        "person": found,
        "held": held,
        "code": service.card_line(code),
        "hub": _hub_of(found),
        "address": _address_to_type(),
    }
    with force_locale(_language(found)):
        return kept_secret(show("desk/person_card.html", **facts))


@open_to(staff)
def make_card(person_id: int) -> Response:
    """A new card. Those before open no door any more."""
    service.make_card(current_user.id, pressed(person_id))
    say(_("Print it now: after a quarter of an hour nobody can see this code again."))
    return go("desk.card", person_id=person_id)


@open_to(staff)
def card_picture(person_id: int) -> Response:
    """The QR code on the card."""
    in_hand(person_id)
    held = accounts.find_card_of(person_id)
    if held is None or not service.may_be_printed(held, current_user.id):
        raise NotFound
    address = _site() + url_for("accounts.scanned_card", code=service.code_of(held))
    answer = make_response(qr_svg(address))
    answer.mimetype = "image/svg+xml"
    return kept_secret(answer)


@open_to(staff)
def end_card(person_id: int) -> Response:
    """The card is lost."""
    service.end_cards(current_user.id, pressed(person_id))
    say(_("The card opens no door any more."))
    return go("desk.person", person_id=person_id)


@open_to(staff)
def suggestions(person_id: int) -> Response:
    """What goes with her words, in large type and her language, to take home."""
    found = in_hand(person_id)
    ward = places.find_ward(found.ward_id)
    place = Here(found.ward_id, ward.name if ward is not None else None, found.square)
    lines = profiles.list_shown(person_id)
    suggested = matching.suggestions_for_person(person_id, place, lines, KINDS)
    page = suggested.page(1, None, MOST)
    facts: dict[str, Any] = {
        "person": found,
        "lines": lines,
        "page": page,
        "hub": _hub_of(found),
        "ready": suggested.ready,
    }
    with force_locale(_language(found)):
        return kept_secret(show("desk/person_suggestions.html", **facts))


def _language(person: accounts.Person) -> str:
    """Her language where the pages speak it, else English."""
    return person.language if person.language in current_app.config["LANGUAGES"] else "en"


def _hub_of(person: accounts.Person) -> places.Hub | None:
    return places.find_hub(person.hub_id) or places.nearest_hub(person.ward_id, person.square, places.list_hubs())


def _address_to_type() -> str:
    """Where the code is typed, as people write an address."""
    return _site().partition("://")[2] + url_for("accounts.card")


def _site() -> str:
    return str(current_app.extensions["settings"].public_url)
