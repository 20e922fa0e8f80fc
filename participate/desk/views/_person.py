"""Whom a member of staff looks after, and what the pages about her share."""

from flask import current_app
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.permissions import may_look_after
from participate.accounts.words import PersonKind
from participate.core.errors import NotFound
from participate.desk.writing_down import ButtonForm


def can_text() -> bool:
    """Whether this site sends texts."""
    return bool(current_app.extensions["settings"].can_text)


def in_hand(person_id: int) -> accounts.Person:
    """Somebody whom the reader looks after: not reached by e-mail or text, or written down, at her hub.

    Raises NotFound for everybody else, herself and whoever is gone too.
    """
    found = accounts.find_without_roles(person_id)
    if found is None or not found.is_active or found.id == current_user.id:
        raise NotFound
    written = found.email is not None or (found.phone is not None and can_text())
    reached = written and found.bounced_at is None
    entered = found.kind is PersonKind.ENTERED
    if not may_look_after(current_user, hub_id=found.hub_id, entered=entered, reached=reached):
        raise NotFound
    return found


def pressed(person_id: int) -> accounts.Person:
    """The same, for a button that was pressed. Raises NotFound."""
    if not ButtonForm().validate_on_submit():
        raise NotFound
    return in_hand(person_id)


def kept_secret(response: Response) -> Response:
    """Nothing keeps a copy of the page, and no link on it says where it was followed from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
