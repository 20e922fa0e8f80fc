"""Text messages over HTTP, in the shape of GOV.UK Notify's API: whoever speaks that wire can send ours.

The template at the sender holds one place, ((body)), which is the whole text. Each text carries our own reference;
before one is sent, the sender is asked whether it has that reference already, so that a worker that died between
sending and marking does not send it twice.
"""

import json
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import quote, urlsplit

import jwt

from participate.core import clock
from participate.core.config import Settings

TIMEOUT = 10  # seconds, as for mails
UUID_LENGTH = 36
NOT_NOW = (403, 408, 425, 429)  # the sender's own trouble: a wrong key, too many; the same text may go later
REFUSED = 400
LONGEST_ANSWER = 1_000_000  # bytes


class NoSender(OSError):
    """The sender of texts is down, or lets us not in."""


class NumberRefused(Exception):
    """The sender will not take this text to this number, today or tomorrow."""


def post(settings: Settings, to: str, body: str, reference: str) -> None:
    """Send `body` to the number `to`, once for each `reference`. Raises NoSender or NumberRefused."""
    known = _ask(settings, "GET", f"/v2/notifications?template_type=sms&reference={quote(reference, safe='')}")
    if known.get("notifications"):
        return
    text = {
        "phone_number": to, "template_id": settings.text_template, "personalisation": {"body": body},
        "reference": reference,
    }  # fmt: skip
    _ask(settings, "POST", "/v2/notifications/sms", text)


def bearer(key: str) -> str:
    """The token of one request: a JWT (HS256) by which the sender knows us. The key is “name-service id-secret”."""
    service, secret = key[-2 * UUID_LENGTH - 1 : -UUID_LENGTH - 1], key[-UUID_LENGTH:]
    claims = {"iss": service, "iat": int(clock.now().timestamp())}
    return jwt.encode(claims, secret, algorithm="HS256")


def _ask(settings: Settings, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """One request and its answer. What was typed or said never gets into an error."""
    server = urlsplit(settings.text_url)
    headers = {
        "Authorization": f"Bearer {bearer(settings.text_key)}", "Content-Type": "application/json",
        "User-Agent": "participate",
    }  # fmt: skip
    connection = _connection(server.scheme, server.hostname or "", server.port)
    try:
        connection.request(method, server.path.rstrip("/") + path, json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        status, words = answer.status, answer.read(LONGEST_ANSWER)
    except (OSError, HTTPException) as error:
        raise NoSender(type(error).__name__) from None
    finally:
        connection.close()
    return _read(status, words)


def _connection(scheme: str, host: str, port: int | None) -> HTTPConnection:
    if scheme == "https":
        return HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
    return HTTPConnection(host, port, timeout=TIMEOUT)


def _read(status: int, words: bytes) -> dict[str, Any]:
    if status >= 500 or status in NOT_NOW:
        raise NoSender(f"status {status}")
    if status >= REFUSED:
        raise NumberRefused
    if status >= 300:
        raise NoSender(f"status {status}")
    try:
        given = json.loads(words)
    except ValueError:
        raise NoSender("no answer to read") from None
    return given if isinstance(given, dict) else {}
