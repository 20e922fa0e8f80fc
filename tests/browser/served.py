"""A site on a real socket, in a thread of the test process, so that tests can also ask its database."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.serving import WSGIRequestHandler, make_server

from participate.accounts.models import Person
from participate.app import create_app
from participate.core import clock, migrate
from participate.core.db import db
from participate.matching import engine
from tests.conftest import make_settings
from tests.page import PageClient
from tests.samples import Sample, ids_of, pages
from tests.street import CAST, NOON, Street

FILES = (".ics", ".svg", ".csv", ".json", ".xlsx", "/download")
PICTURES = ("photos.picture", "photos.small", "photos.tile")


class Quiet(WSGIRequestHandler):
    """Writes no line for each request."""

    def log_request(self, *_facts: object) -> None:
        return


@dataclass
class Served:
    """A site and where it answers. `cookies`: the session cookie of each of the cast who can sign in."""

    app: Flask
    address: str
    ids: dict[str, int]
    cookies: dict[str, str] = field(default_factory=dict)

    def cookie(self, name: str) -> list[dict[str, str]]:
        """The cookies of one of the cast, as Playwright takes them; none for a stranger."""
        held = self.cookies.get(name)
        return [{"name": "session", "value": held, "url": self.address}] if held else []

    def client(self, name: str) -> FlaskClient:
        """One of the cast without a browser, signed in by the same cookie."""
        client = FlaskClient(self.app, self.app.response_class)
        if held := self.cookies.get(name):
            client.set_cookie("session", held)
        return client

    @property
    def pages(self) -> list[Sample]:
        """A sample of every page; files such as calendars, QR codes and pictures are not read in a browser."""
        every = pages(self.app, self.ids)
        return [each for each in every if not each.path.endswith(FILES) and each.endpoint not in PICTURES]


@contextmanager
def site(folder: Path, languages: dict[str, str] | None = None) -> Iterator[Served]:
    """Serve the filled site from `folder` until the block ends. The clock stands at NOON."""
    with clock.stop_at(NOON):  # and afterwards as it was: other sites may still be answering
        filled = _filled(folder.parent)
        shutil.copytree(filled.folder, folder, dirs_exist_ok=True)
        app = _app_in(folder)
        app.config["LANGUAGES"] = languages or app.config["LANGUAGES"]
        with app.app_context():
            engine.of(app).build()  # as the server does before anybody asks
        with _answering(Served(app, "", filled.ids, filled.cookies)) as served:
            yield served
    _leave(app)


@dataclass(frozen=True)
class Filled:
    """A migrated SQLite site with the street on it, to be copied."""

    folder: Path
    ids: dict[str, int]
    cookies: dict[str, str]


@cache
def _filled(beside: Path) -> Filled:
    """Made once in each test process and folder, with the clock at NOON."""
    folder = Path(tempfile.mkdtemp(prefix="filled", dir=beside))
    app = _app_in(folder)
    with app.app_context():
        migrate.move(db.engine)
        street = Street.build()
        ids = ids_of(street)
        people = (street.person(name) for name in CAST)
        who = {name: person.id for name, person in zip(CAST, people, strict=True) if person and person.is_active}
        cookies = {name: _cookie(app, person_id) for name, person_id in who.items()}
    _leave(app)
    return Filled(folder, ids, cookies)


def _app_in(folder: Path) -> Flask:
    app = create_app(make_settings(folder, f"sqlite:///{folder / 'site.db'}"), testing=True)
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache()
    app.test_client_class = PageClient
    return app


def _leave(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def _cookie(app: Flask, person_id: int) -> str:
    client = app.test_client()
    client.become(db.session.get(Person, person_id))
    kept = client.get_cookie("session")
    return kept.value if kept else ""


@contextmanager
def _answering(served: Served) -> Iterator[Served]:
    server = make_server("127.0.0.1", 0, served.app, threaded=True, request_handler=Quiet)
    served.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        thread.join(timeout=10)
        server.server_close()
