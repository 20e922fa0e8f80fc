"""Fixtures for every test: an app on each database, a client, the cast."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import Connection

from participate.app import create_app
from participate.core import clock, config, migrate
from participate.core.db import db
from tests.databases import KINDS, database
from tests.page import PageClient
from tests.street import NOON, Street
from tests.street_again import Snapshot, street_again

EMPTY = "the empty site"


def make_settings(folder: Path, database_url: str, **more: str) -> config.Settings:
    """Settings for a test site in `folder`."""
    given = {
        "PARTICIPATE_ENV": "test",
        "PARTICIPATE_DATA": str(folder),
        "DATABASE_URL": database_url,
        "SECRET_KEY": "only-for-tests-" * 4,
    }
    return config.read(given | more)


MANY, EVERY = 6, 3  # a test of more cases than that asks PostgreSQL only every third of them


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of many cases (the same page for each of the cast, the same field with each bad word) has all of them on
    SQLite. On PostgreSQL the same queries answer: there every third case is asked, and each test at least.
    """
    seen: Counter[str] = Counter()
    many = Counter(_test_of(item) for item in items if _on_postgresql(item))
    left_out = []
    for item in items:
        test = _test_of(item)
        if not _on_postgresql(item) or many[test] <= MANY:
            continue
        if seen[test] % EVERY:
            left_out.append(item)
        seen[test] += 1
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]
    config.hook.pytest_deselected(items=left_out)


def _test_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _on_postgresql(item: pytest.Item) -> bool:
    given = getattr(getattr(item, "callspec", None), "params", {}).get("site")
    return given == "postgresql" and not _asks_server(item.path)


def _asks_server(path: Path) -> bool:
    """Whether a server may decide otherwise there: the schema, promises, races and the engine."""
    return path.stem == "test_migrations" or path.parent.name in ("outbox", "core", "races", "house")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of the site runs on each database. The second PostgreSQL runs what an older server might decide
    otherwise: the schema, promises and the engine (`make races` runs there too). The rest asks nothing more of it than
    of the first."""
    if "site" in metafunc.fixturenames:
        path = Path(metafunc.module.__file__ or "")
        asks_server = path.stem == "test_migrations" or path.parent.name in ("outbox", "core")
        kinds = KINDS if asks_server else [kind for kind in KINDS if kind != "postgresql-second"]
        metafunc.parametrize("site", kinds, indirect=True, scope="session")


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A migrated, empty site on one of the databases. Tests use `app`, which is cleaned after each."""
    folder = tmp_path_factory.mktemp(request.param)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with database(request.param, f"participate_{worker}_{os.getpid()}", folder) as url:
        app = create_app(make_settings(folder, url), testing=True)
        app.jinja_env.bytecode_cache = FileSystemBytecodeCache()  # each template is compiled once, for all processes
        app.config["DATABASE_KIND"] = request.param
        app.test_client_class = PageClient
        with app.app_context():
            migrate.move(db.engine)
            db.session.remove()
            if request.param == "sqlite":
                app.config[EMPTY] = Snapshot(str(db.engine.url.database))
        yield app
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@pytest.fixture
def app(site: Flask) -> Iterator[Flask]:
    """The site with an empty database and a clock that stands at a Thursday noon."""
    with clock.stop_at(NOON), site.app_context():
        yield site
        db.session.rollback()
        db.session.remove()
        _empty(site)
        site.extensions.pop("matching", None)  # the matcher's index is of what was there
        for folder in ("letters", "photos"):
            shutil.rmtree(site.extensions["settings"].data / folder, ignore_errors=True)


def _empty(site: Flask) -> None:
    if EMPTY in site.config:
        site.config[EMPTY].lay(str(db.engine.url.database))
        return
    with db.engine.begin() as connection:
        _empty_postgresql(connection)


def _empty_postgresql(connection: Connection) -> None:
    """Delete everything and count from one again, in one go: several times quicker than TRUNCATE of every table."""
    names = [table.name for table in reversed(db.metadata.sorted_tables)]
    deletes = [f'DELETE FROM "{name}"' for name in names]
    counters = ", ".join(f"setval(pg_get_serial_sequence('{name}', 'id'), 1, false)" for name in names)
    # Everything goes, so nobody need look for each row whether another still points at it.
    unchecked = "SET LOCAL session_replication_role = replica"
    connection.exec_driver_sql("; ".join([unchecked, *deletes, f"SELECT {counters}"]))


@pytest.fixture
def street(app: Flask) -> Street:
    """The cast, their project, space, material and session, on one street."""
    return street_again(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A stranger's browser. `client.become(person)` signs somebody in."""
    return app.test_client()
