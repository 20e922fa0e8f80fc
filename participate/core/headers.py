"""The headers of every answer, errors included."""

from flask import Flask, Response, request
from flask_login import current_user

from participate.core.config import Settings

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "object-src 'none'",
        "frame-ancestors 'none'",
    )
)  # fmt: skip
FIXED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A page behind a secret link may say less about where a link on it was followed from; a picture may do nothing at all.
STRICTER = ("Referrer-Policy", "Content-Security-Policy")
# For what everybody may see alike: a browser keeps it, and asks each time whether it is still there.
ASK_EACH_TIME = "private, no-cache"
YEAR = 31_536_000


def init_app(app: Flask, settings: Settings) -> None:
    """Set the headers on every answer of `app`."""

    @app.after_request
    def set_headers(response: Response) -> Response:
        for name, value in FIXED.items():
            if name not in STRICTER or name not in response.headers:
                response.headers[name] = value
        if settings.https:
            response.headers["Strict-Transport-Security"] = f"max-age={2 * YEAR}; includeSubDomains"
        if request.endpoint == "static" and response.status_code in (200, 304):
            response.headers["Cache-Control"] = (
                f"public, max-age={YEAR}, immutable" if "v" in request.args else "public, max-age=3600"
            )
        elif _personal() and response.headers.get("Cache-Control") != ASK_EACH_TIME:
            response.headers["Cache-Control"] = "no-store"
        else:
            response.headers.setdefault("Cache-Control", ASK_EACH_TIME)
        return response


def _personal() -> bool:
    """Whether this answer may hold something of a person: anybody signed in, and every POST."""
    return request.method not in ("GET", "HEAD") or bool(current_user and current_user.is_authenticated)
