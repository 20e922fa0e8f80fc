"""One press ends the weekly mail (RFC 8058): the mail programme posts, or she does. A GET changes nothing."""

from flask import Blueprint, make_response, request
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to, without_token
from participate.core.http import go, show
from participate.notifications import queries, service
from participate.notifications.words import Choice


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/no-more/<token>", "stop", stop, methods=["GET", "POST"])


@without_token
@open_to(anyone)
def stop(token: str) -> Response:
    """The page behind the address in a weekly mail, and its one press. The token proves whose mail it is."""
    chosen = queries.whose_token(token)
    if chosen is None:
        raise NotFound
    if request.method == "POST":
        service.stop_weekly(chosen)
        if request.form.get("List-Unsubscribe") == "One-Click":
            return make_response("", 200)  # a mail programme follows no redirect
        return _secret(go("notifications.stop", token=token))
    return _secret(show("notifications/stop.html", token=token, stopped=chosen.choice is not Choice.WEEKLY))


def _secret(response: Response) -> Response:
    """Where she goes from here nobody hears of the address."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
