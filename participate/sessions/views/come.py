"""The page behind a secret link: her sign-up, and what she can change about it."""

from flask import Blueprint
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import show
from participate.sessions import queries
from participate.sessions.views._secret import kept_secret


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/come/<token>", "come", come)


@open_to(anyone)
def come(token: str) -> Response:
    """Her sign-up: when, where, who meets her, which door; how to be late, change or stay away."""
    found = held_by(token)
    return kept_secret(show("sessions/come.html", **page_facts(found, token)))


def held_by(token: str) -> queries.SignUp:
    """The sign-up behind a secret link. Raises NotFound."""
    found = queries.find_by_token(token)
    if found is None or queries.is_hidden(found.session):
        raise NotFound
    return found


def page_facts(found: queries.SignUp, token: str) -> dict[str, object]:
    """What the page shows."""
    return {
        "sign_up": found,
        "session": found.session,
        "token": token,
        "code": queries.code_of(found),
        "over": found.session.ends_at <= clock.now(),
    }
