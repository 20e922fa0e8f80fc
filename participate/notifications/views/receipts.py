"""Where the sender of texts tells us whether a text arrived."""

import hmac

from flask import Blueprint, current_app, make_response, request
from werkzeug.wrappers import Response

from participate.core.config import Settings
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, without_token
from participate.notifications import service


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/texts/receipts", "receipts", receipts, methods=["POST"])


@without_token
@open_to(anyone)
def receipts() -> Response:
    """A receipt: JSON with our `reference` and a `status`. Whoever does not know the key meets a wall."""
    settings: Settings = current_app.extensions["settings"]
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    right = settings.text_receipt_key
    if not right or not hmac.compare_digest(given.encode(), right.encode()):
        raise NotFound
    told = request.get_json(silent=True)
    if isinstance(told, dict) and isinstance(told.get("reference"), str):
        service.note_receipt(told["reference"], str(told.get("status", "")))
    return make_response("", 204)
