"""This browser as a tablet that stands in a hub's shop: nobody's until one of the staff takes it in hand by her PIN.

Whoever is signed in on it is signed out after two quiet minutes, whatever the page does: by the row of the sign-in,
and, without any script, by the header that sends the browser to the page on which it is locked.
"""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask, Response, g, request, session, url_for
from flask_login import current_user

from participate.accounts import queries
from participate.accounts.models import SignIn
from participate.core import clock
from participate.core.http import wants_fragment

KEY = "tablet"
STILL = "still"
LOCK_AFTER = timedelta(minutes=2)
VISITORS_HAVE = timedelta(minutes=5)
SEEN_EVERY = timedelta(seconds=15)
LOCKED = "accounts.lock"


def init_app(app: Flask, hash_of: Callable[[str, str], str]) -> None:
    """Know a tablet by the secret in its cookie, and lock it."""

    @app.before_request
    def find() -> None:
        secret = session.get(KEY) if request.endpoint != "static" else None
        g.shop_tablet = queries.find_tablet(hash_of(KEY, secret)) if isinstance(secret, str) else None

    app.after_request(_lock_later)
    app.jinja_env.globals["shop_tablet"] = here


def here() -> queries.TabletHere | None:
    """The tablet that this browser is, or None."""
    return g.get("shop_tablet")


def is_in_hand(held: SignIn) -> bool:
    """Whether a sign-in on a tablet still counts: on this very tablet, and quiet for less than two minutes."""
    tablet = here()
    return tablet is not None and tablet.id == held.tablet_id and clock.now() - held.seen_at < LOCK_AFTER


def note_use(held: SignIn) -> bool:
    """Whether this request is a use of the tablet that is to be noted; how long it has until it locks is kept.

    A page that only came back by itself (see views.tablet.lock) is none.
    """
    quiet = clock.now() - held.seen_at
    unasked = session.pop(STILL, False) or request.endpoint == LOCKED
    g.lock_in = LOCK_AFTER - quiet if unasked else LOCK_AFTER
    return not unasked and quiet > SEEN_EVERY


def start_afresh() -> None:
    """Forget everything in this browser's session but that it is a tablet."""
    secret = session.get(KEY)
    session.clear()
    if secret is not None:
        session[KEY] = secret
        session.permanent = True


def start_afresh_as(secret: str) -> None:
    """This browser is a tablet from now on."""
    session.clear()
    session[KEY] = secret
    session.permanent = True


def keep_still() -> None:
    """The next page is not asked for by anybody: it does not keep the tablet open."""
    session[STILL] = True


def _lock_later(response: Response) -> Response:
    """On a tablet every whole page leads to the lock by itself."""
    if here() is None or response.mimetype != "text/html" or wants_fragment() or request.endpoint == LOCKED:
        return response
    if current_user.is_authenticated:
        then = request.full_path.rstrip("?") if request.method == "GET" else None
        wait, address = g.get("lock_in", LOCK_AFTER), url_for(LOCKED, then=then)
    else:
        wait, address = VISITORS_HAVE, url_for(LOCKED)
    response.headers["Refresh"] = f"{max(1, int(wait.total_seconds()))}; url={address}"
    return response
