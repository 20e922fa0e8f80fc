"""A sender of texts of the tests, on a real socket, that speaks the wire of GOV.UK Notify's API.

As its documentation says: a JWT as bearer token (HS256, issuer and time), texts by POST with a reference, a list of
texts by GET and reference, and errors as {"status_code", "errors": [{"error", "message"}]}.
"""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"tests-{SERVICE}-{SECRET}"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"


@dataclass
class Sender:
    """What the sender got, and how it behaves: `answer` is a status and an error instead of the right answer; `dies`
    lets it take the text and end the connection without a word.
    """

    port: int = 0
    texts: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    answer: tuple[int, str] | None = None
    dies: bool = False
    asked: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        return {"TEXT_URL": self.url, "TEXT_KEY": KEY, "TEXT_TEMPLATE": TEMPLATE}


def _unpacked(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def sender(self) -> Sender:
        return self.server.sender  # type: ignore[attr-defined,no-any-return]

    def do_GET(self) -> None:
        self.sender.asked += 1
        place = urlsplit(self.path)
        wanted = parse_qs(place.query).get("reference", [""])[0]
        if not self._known() or place.path != "/v2/notifications":
            return self._say(403, {"status_code": 403, "errors": [{"error": "AuthError", "message": "Invalid token"}]})
        if self.sender.answer is not None:
            return self._fail()
        found = [text for text in self.sender.texts if text["reference"] == wanted]
        self._say(200, {"notifications": found, "links": {"current": self.path}})

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._known() or self.path != "/v2/notifications/sms":
            return self._say(403, {"status_code": 403, "errors": [{"error": "AuthError", "message": "Invalid token"}]})
        if self.sender.answer is not None:
            return self._fail()
        if given.get("template_id") != TEMPLATE or set(given.get("personalisation", {})) != {"body"}:
            self.sender.faults.append(f"not what the template takes: {sorted(given)}")
        self.sender.texts.append(given)
        if self.sender.dies:
            self.close_connection = True
            self.connection.close()
            return None
        body = given["personalisation"]["body"]
        made = {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": given["reference"], "uri": self.path}
        return self._say(201, made | {"content": {"body": body, "from_number": "LBBD"}, "template": {"id": TEMPLATE}})

    def _known(self) -> bool:
        head, claims, mark = self.headers["Authorization"].removeprefix("Bearer ").split(".")
        right = hmac.new(SECRET.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
        self.sender.claims.append(json.loads(_unpacked(claims)))
        fits = json.loads(_unpacked(head)) == {"typ": "JWT", "alg": "HS256"} and _unpacked(mark) == right
        return fits and self.sender.claims[-1]["iss"] == SERVICE

    def _fail(self) -> None:
        status, error = self.sender.answer or (500, "Exception")
        self._say(status, {"status_code": status, "errors": [{"error": error, "message": "phone_number 07700 …"}]})

    def _say(self, status: int, words: dict[str, Any]) -> None:
        body = json.dumps(words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_about: object) -> None:
        """Nothing: numbers are nobody's business."""


@contextmanager
def serving(sender: Sender) -> Iterator[Sender]:
    """The sender, there within the block; at the same port as before where it had one."""
    server = ThreadingHTTPServer(("127.0.0.1", sender.port), _Request)
    server.daemon_threads = True
    server.sender, sender.port = sender, server.server_address[1]  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield sender
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
