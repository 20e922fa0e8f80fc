"""Mails over real SMTP, to a sink of our own; and the letters that are laid on the local page."""

import socketserver
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from participate.app import create_app
from participate.core import mail
from tests.conftest import make_settings

LETTER = mail.Letter(
    "mail", "amina@example.org", "Your code – 123456", "Your code is 123456\n", "<p>123456</p>", "code-7"
)


class Sink(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs, keeping what was sent."""

    def handle(self) -> None:
        self.say("220 sink")
        for line in self.rfile:
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"DATA":
                self.say("354 go on")
                self.server.mails.append(self.data())  # type: ignore[attr-defined]
            self.say("221 bye" if verb == b"QUIT" else "250 ok")

    def data(self) -> bytes:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        return b"".join(lines)

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


@pytest.fixture
def sink() -> Iterator[socketserver.TCPServer]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Sink) as server:
        server.mails = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_mail_arrives_whole(tmp_path: Path, sink: socketserver.TCPServer) -> None:
    url = f"smtp://127.0.0.1:{sink.server_address[1]}"
    app = create_app(make_settings(tmp_path, f"sqlite:///{tmp_path}/x.db", SMTP_URL=url), testing=True)
    with app.app_context():
        mail.send(LETTER)
        mail.send(LETTER)
    first, second = (message_from_bytes(raw, policy=policy.default) for raw in sink.mails)  # type: ignore[attr-defined]
    assert first["To"] == "amina@example.org"
    assert first["Subject"] == LETTER.subject
    assert first.get_body(("plain",)).get_content().strip() == "Your code is 123456"
    assert first.get_body(("html",)).get_content().strip() == "<p>123456</p>"
    assert first["Message-ID"] == second["Message-ID"] == "<code-7@127.0.0.1>"


def test_a_server_that_is_down_raises(tmp_path: Path) -> None:
    settings = make_settings(tmp_path, f"sqlite:///{tmp_path}/x.db", SMTP_URL="smtp://127.0.0.1:9")
    with create_app(settings, testing=True).app_context(), pytest.raises(OSError):
        mail.send(LETTER)


@pytest.mark.parametrize("to", ["a@example.org\r\nBcc: b@example.org", "a@example.org\nX: y"])
def test_no_header_slips_in(to: str) -> None:
    letter = mail.Letter("mail", to, "s", "b", "h", "k")
    with pytest.raises(ValueError, match="Header values"):
        mail.message_of(letter, "x@example.org", "host")


def test_letters_lie_on_the_page_newest_first(tmp_path: Path) -> None:
    app = create_app(make_settings(tmp_path, f"sqlite:///{tmp_path}/x.db"), testing=True)
    with app.app_context():
        mail.send(LETTER)
        mail.send(mail.Letter("text", "+447700900123", "", "Hello", "", "text-1"))
    laid = mail.list_laid(tmp_path / "letters")
    assert [each.channel for each in laid] == ["text", "mail"]
    assert laid[1].body == LETTER.body
