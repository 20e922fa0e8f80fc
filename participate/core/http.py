"""From a view's answer to a page: fragments, redirects, flashes, error pages and the commit rule."""

import secrets
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, flash, g, make_response, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map, ValidationError
from werkzeug.wrappers import Response as BaseResponse

from participate.core import db
from participate.core.errors import NotAllowed, NotFound, RuleBroken, TooMany

log = structlog.get_logger()
ERROR_PAGES = (400, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503)


class ThingNumber(IntegerConverter):
    """The number of a thing in an address. What no database column could hold is simply no page."""

    def __init__(self, routes: Map, **limits: int) -> None:
        super().__init__(routes, **({"min": 1, "max": 2**31 - 1} | limits))  # type: ignore[arg-type]

    def to_python(self, value: str) -> int:
        """Raises ValidationError: no such page."""
        if len(value) > 10:
            raise ValidationError
        return int(super().to_python(value))


def wants_fragment() -> bool:
    """Whether htmx asks for a part of the page. Its history restore asks for the whole."""
    asks = request.headers.get("HX-Request") == "true" and request.headers.get("HX-Request-Type") == "partial"
    return asks and request.headers.get("HX-History-Restore-Request") != "true"


def show(page: str, fragment: str | None = None, /, *, status: int = 200, **facts: object) -> Response:
    """The page, or only its fragment when htmx asks for a part."""
    template = fragment if fragment and wants_fragment() else page
    response = make_response(render_template(template, **facts), status)
    if fragment:
        response.vary.add("HX-Request-Type")
    return response


def go(endpoint: str, **values: object) -> BaseResponse:
    """On to another page after something was done (303: the browser fetches it with GET)."""
    return _on_to(url_for(endpoint, **values))  # type: ignore[arg-type]


def _on_to(address: str) -> BaseResponse:
    """htmx would follow a redirect inside its fetch and put the page into a small target: it is told to go there."""
    if not wants_fragment():
        return redirect(address, 303)
    response = make_response("", 200)
    response.headers["HX-Redirect"] = address
    return response


def go_to(address: str | None, otherwise: str) -> BaseResponse:
    """On to a local address that came from outside, or to `otherwise` when it is not plainly local."""
    return _on_to(address if address and is_local(address) else otherwise)


def is_local(address: str | None) -> bool:
    """Whether `address` is a path on this site and nothing cleverer (S-28)."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return False
    if any(ord(c) < 33 or ord(c) == 127 or c in "\\\u2028\u2029" for c in address) or "%5c" in address.lower():
        return False
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and not parts.path.startswith("//")


def carried(kind: str) -> str:
    """What was typed in the one box on the way to a form for this `kind` of thing; "" if nothing. Given once."""
    draft = session.get("draft")
    if not isinstance(draft, dict) or draft.get("kind") != kind:
        return ""
    del session["draft"]
    return str(draft.get("say", ""))


def say(sentence: str, kind: str = "good") -> None:
    """A banner on the next page. `kind` is good or bad."""
    flash(sentence, kind)


def init_app(app: Flask) -> None:
    """Register the commit rule and the error pages."""
    app.after_request(_settle)
    app.before_request(_number_request)
    app.register_error_handler(RuleBroken, _rule_broken)
    app.register_error_handler(NotFound, lambda error: _error_page(404))
    app.register_error_handler(NotAllowed, lambda error: _error_page(403))
    app.register_error_handler(TooMany, _too_many)
    app.register_error_handler(CSRFError, lambda error: _error_page(400, stale=True))
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OperationalError, _database_gone)
    app.register_error_handler(Exception, _broken)


def _number_request() -> None:
    g.request_id = secrets.token_hex(4)


def _settle(response: Response) -> Response:
    """Commit or roll back. A commit that fails must not look like a success."""
    try:
        db.settle(response.status_code, request.method)
    except Exception as error:
        db.db.session.rollback()
        return _broken(error) if not isinstance(error, OperationalError) else _database_gone(error)
    return response


def _error_page(status: int, **facts: object) -> Response:
    db.db.session.rollback()
    known = status if status in ERROR_PAGES else 500
    facts = {"stale": False, "reference": g.get("request_id", ""), "wait": 0} | facts
    response = make_response(render_template(f"errors/{known}.html", **facts), status)
    if wants_fragment():  # a whole page takes the place of the whole page, not of htmx's small target
        response.headers["HX-Retarget"] = "body"
        response.headers["HX-Reswap"] = "outerHTML"
    return response


def _rule_broken(error: RuleBroken) -> Response:
    db.db.session.rollback()
    sentence = _(error.message, **error.facts)
    if wants_fragment():
        response = make_response(render_template("errors/_rule.html", sentence=sentence), 409)
        response.vary.add("HX-Request-Type")
        return response
    return make_response(render_template("errors/409.html", sentence=sentence), 409)


def _too_many(error: TooMany) -> Response:
    response = _error_page(429, wait=max(1, round(error.wait / 60)))
    response.headers["Retry-After"] = str(error.wait)
    return response


def _http_error(error: HTTPException) -> BaseResponse:
    if error.code is None or error.code < 400:
        return error.get_response()
    response = _error_page(error.code)
    for name, value in error.get_headers():
        if name not in ("Content-Type", "Content-Length"):
            response.headers[name] = value
    return response


def _database_gone(error: OperationalError) -> Response:
    log.warning("database unavailable", kind=type(error.orig).__name__, request_id=g.get("request_id", ""))
    response = _error_page(503)
    response.headers["Retry-After"] = "5"
    return response


def _broken(error: Exception) -> Response:
    """An error of ours. The page names a reference; the log holds where, never what anybody typed."""
    log.error("broken", kind=type(error).__name__, where=_where(error), request_id=g.get("request_id", ""))
    return _error_page(500)


def _where(error: BaseException) -> str:
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "participate" in code.co_filename or "templates" in code.co_filename:
            place = f"{code.co_filename.rsplit('/', 3)[-1]}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return place
