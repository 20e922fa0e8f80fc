"""A mail server of the tests, on a real socket: it takes letters, refuses them, hangs, or is away."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Post:
    """What the server got, and how it behaves: `refuse` maps an address ("*": any) to its answer, `silent` stops every
    answer, `busy` is said instead of a greeting. `after` is called when a letter was taken, before the server says so.
    """

    port: int = 0
    raw: list[bytes] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    silent: bool = False
    busy: str = ""
    taken: str = "250 ok"
    after: Callable[[], None] | None = None
    connections: int = 0
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mails(self) -> list[EmailMessage]:
        return [_read(each) for each in self.raw]

    @property
    def newest(self) -> EmailMessage:
        return _read(self.raw[-1])


def _read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)  # type: ignore[return-value]


class _Session(socketserver.StreamRequestHandler):
    """As much of SMTP as a client needs."""

    def handle(self) -> None:
        post: Post = self.server.post  # type: ignore[attr-defined]
        post.connections += 1
        if post.silent:
            post.released.wait(30)
            return
        self.say(post.busy or "220 sink")
        for line in self.rfile:
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"DATA":
                self.say("354 go on")
                words = self.data()
                if post.taken.startswith("250"):
                    post.raw.append(words)
                if post.after is not None:
                    post.after()
                self.say(post.taken)
            elif verb == b"RCPT":
                to = line.decode().partition("<")[2].partition(">")[0]
                self.say(post.refuse.get(to, post.refuse.get("*", "250 ok")))
            else:
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


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    post: Post

    def handle_error(self, *_about: object) -> None:
        """A client that was killed on purpose is no news."""


@contextmanager
def serving(post: Post) -> Iterator[Post]:
    """The server, there within the block; at the same port as before where it had one."""
    with _Server(("127.0.0.1", post.port), _Session) as server:
        server.post, post.port = post, server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield post
        finally:
            post.released.set()
            server.shutdown()
            thread.join()
