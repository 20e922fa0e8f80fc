"""Doors: who may enter a view. A view without a mark is closed to everybody.

The table route → who is `tests/house/doors.txt`; a reviewer reads it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

View = TypeVar("View", bound=Callable[..., object])


class Caller(Protocol):
    """What a door asks of whoever comes."""

    is_authenticated: bool

    def holds(self, role: str, subject: str | None = None) -> bool: ...


@dataclass(frozen=True)
class Audience:
    """Somebody a door may open to. `role` empty: anyone, or anyone signed in."""

    name: str
    signed_in: bool = True
    role: str = ""

    def lets_in(self, caller: Caller) -> bool:
        if not self.signed_in:
            return True
        if not caller.is_authenticated:
            return False
        return not self.role or caller.holds(self.role) or (self.role in HUB_ROLES and caller.holds("admin"))


HUB_ROLES = ("staff", "host", "keeper")
anyone = Audience("anyone", signed_in=False)
residents = Audience("residents")
hosts = Audience("hosts", role="host")
keepers = Audience("keepers", role="keeper")
staff = Audience("staff", role="staff")
safeguarding = Audience("safeguarding", role="safeguarding")
officers = Audience("officers", role="officer")
admins = Audience("admins", role="admin")


def open_to(*audiences: Audience) -> Callable[[View], View]:
    """Open the view to these audiences, and to nobody else."""

    def mark_view(view: View) -> View:
        view.open_to = audiences  # type: ignore[attr-defined]
        return view

    return mark_view


def reads_first(view: View) -> View:
    """Mark a view whose POST reads until what it changes calls `db.begin_writing()`: it mostly says no."""
    view.reads_first = True  # type: ignore[attr-defined]
    return view


def without_token(view: View) -> View:
    """Mark a view that is posted to from outside, without a page of ours before it: what it brings is its proof."""
    view.without_token = True  # type: ignore[attr-defined]
    return view


def audiences_of(view: Callable[..., object]) -> tuple[Audience, ...]:
    """Whom a view is open to; empty when it has no mark."""
    return getattr(view, "open_to", ())


def is_foreign() -> bool:
    """Whether a form of another site sent this request, as far as the browser says so (S-27).

    A page without a referrer sends the origin "null"; that proves nothing either way, and the form's token decides.
    """
    origin = request.headers.get("Origin", "null")
    elsewhere = origin != "null" and urlsplit(origin).netloc != request.host
    return elsewhere or request.headers.get("Sec-Fetch-Site") == "cross-site"


def watch_doors(app: Flask) -> None:
    """Ask at every door."""
    app.view_functions["static"] = open_to(anyone)(app.view_functions["static"])

    @app.before_request
    def sent_from_here() -> None:
        if request.method not in ("GET", "HEAD", "OPTIONS") and is_foreign():
            abort(403)

    @app.before_request
    def ask() -> Response | None:
        if request.endpoint is None:
            return None  # no such page: routing answers 404 or 405
        allowed = audiences_of(app.view_functions[request.endpoint])
        if any(audience.lets_in(current_user) for audience in allowed):
            return None
        if not allowed or current_user.is_authenticated:
            abort(404)  # closed doors look like walls
        if request.method not in ("GET", "HEAD"):
            abort(403)
        session["then"] = request.full_path.rstrip("?")
        return redirect(url_for("accounts.sign_in"), 303)
