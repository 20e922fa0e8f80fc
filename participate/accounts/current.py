"""The current person: from the cookie's secret to the row of a sign-in, on every request."""

import hashlib
import hmac
import secrets
from datetime import timedelta

from flask import Flask, Request, Response, current_app, g, request, session
from flask_login import AnonymousUserMixin, LoginManager, current_user

from participate.accounts import queries, tablet
from participate.accounts.models import Person, SignIn
from participate.accounts.words import Role
from participate.core import clock
from participate.core.db import aside

KEY = "sign_in"
LONGEST = timedelta(days=90)  # S-50: residents 30 days idle, 90 in all
IDLE = timedelta(days=30)
IDLE_BORROWED = timedelta(minutes=30)
IDLE_STAFF = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=5)


class Stranger(AnonymousUserMixin):
    """Whoever is not signed in. Holds nothing."""

    id = None
    ward_id = None
    square = None
    is_staff = False

    def holds(self, role: str, subject: str | None = None) -> bool:
        return False


def keyed_hash(purpose: str, text: str) -> str:
    """A hash that only this site can make: HMAC-SHA-256 with the site's key, 64 hex digits."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def init_app(app: Flask) -> None:
    """Let Flask-Login carry the current person."""
    manager = LoginManager(app)
    manager.anonymous_user = Stranger
    manager.request_loader(_load)
    # Everything that identifies a browser lies in our own table: Flask-Login keeps nothing.
    app.config["SESSION_PROTECTION"] = None
    tablet.init_app(app, keyed_hash)
    app.after_request(_touch)
    app.jinja_env.globals["current_user"] = current_user


def _load(_request: Request) -> Person | None:
    token = session.get(KEY)
    found = queries.find_sign_in(keyed_hash("sign-in", token)) if isinstance(token, str) else None
    if found is None or not is_alive(found[0]):
        return None
    held, keeps_apart = found
    if keeps_apart:
        g.out_of_sight = queries.ids_apart(held.person_id)
    g.sign_in_id = held.id
    g.sign_in_due = _is_due(held)
    return held.person


def _is_due(held: SignIn) -> bool:
    """Whether it is time to note that a sign-in was used."""
    if held.tablet_id is not None:
        return tablet.note_use(held)
    return clock.now() - held.seen_at > (timedelta(minutes=1) if held.borrowed else SEEN_EVERY)


def is_alive(held: SignIn) -> bool:
    """Whether a sign-in still counts: not ended, not idle too long, its person active."""
    now = clock.now()
    if held.ended_at is not None or not held.person.is_active or now - held.made_at > LONGEST:
        return False
    if held.tablet_id is not None:
        return tablet.is_in_hand(held)
    if held.borrowed:
        return now - held.seen_at <= IDLE_BORROWED
    return now - held.seen_at <= (IDLE_STAFF if held.person.is_staff or held.person.holds(Role.SAFEGUARDING) else IDLE)


def sign_in_id() -> int:
    """The number of the sign-in of this request. Raises AttributeError when nobody is signed in."""
    return int(g.sign_in_id)


def new_secret() -> str:
    """A fresh secret for a cookie: 256 bits."""
    return secrets.token_urlsafe(32)


def _touch(response: Response) -> Response:
    """Note, at most every few minutes and outside the request's transaction, that a sign-in was used."""
    if g.pop("sign_in_due", False) and request.endpoint != "static":
        with aside() as kept:
            held = kept.get(SignIn, g.sign_in_id) if "sign_in_id" in g else None
            if held is not None and held.ended_at is None:
                held.seen_at = clock.now()
    return response
