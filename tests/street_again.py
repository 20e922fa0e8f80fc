"""The same street again, quickly: built once a site, then copied: on SQLite the whole file, on PostgreSQL its rows."""

import sqlite3
from contextlib import closing
from dataclasses import fields

from flask import Flask
from sqlalchemy import func, select

from participate.audit import queries as audit
from participate.core.db import db
from tests.street import Street

KEPT = "the street's rows"
MOST_TRIES = 200  # of a quarter of a second
COOKIE = 1_000_000  # what every file that is laid down says of its tables


class Snapshot:
    """An SQLite file as it is now, in memory, to be laid down again."""

    def __init__(self, file: str) -> None:
        self.kept = sqlite3.connect(":memory:", check_same_thread=False)
        self._live: tuple[str, sqlite3.Connection] | None = None
        with closing(sqlite3.connect(file)) as live:
            live.backup(self.kept)

    def lay(self, file: str) -> None:
        """The file is as it was. Raises AssertionError where somebody keeps it busy."""
        tries = iter(range(MOST_TRIES))

        def patient(_status: int, _remaining: int, _total: int) -> None:
            assert next(tries, None) is not None, "a test left a transaction open"

        live = self._open(file)
        self.kept.backup(live, progress=patient)
        # A copied file counts as one with new tables, and every connection would read the description of all of them
        # again. They are the same tables each time: this says so.
        live.execute(f"PRAGMA schema_version={COOKIE}")

    def _open(self, file: str) -> sqlite3.Connection:
        """A connection that stays open: to open the file again takes longer than to lay it down."""
        if self._live is None or self._live[0] != file:
            live = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
            live.execute("PRAGMA synchronous=OFF")
            if live.execute("PRAGMA journal_mode").fetchone() == ("delete",):
                live.execute("PRAGMA journal_mode=OFF")  # of this connection only; nobody takes this copy back
            self._live = file, live
        return self._live[1]


class Rows:
    """The rows of a PostgreSQL database as they are now, in a schema beside, to be laid down in one go."""

    def __init__(self) -> None:
        tables = [each.name for each in db.metadata.sorted_tables if db.session.scalar(select(func.count(each.c.id)))]
        keep = [f'CREATE TABLE kept."{name}" AS SELECT * FROM public."{name}"' for name in tables]
        lay = [f'INSERT INTO public."{name}" SELECT * FROM kept."{name}"' for name in tables]
        on = (f"setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM \"{name}\"))" for name in tables)
        self.script = "; ".join([*lay, "SELECT " + ", ".join(on)])
        with db.engine.begin() as connection:
            connection.exec_driver_sql("; ".join(["CREATE SCHEMA kept", *keep]))

    def lay(self, _file: str) -> None:
        """The rows again, in an empty database; every table counts on from there."""
        with db.engine.begin() as connection:
            connection.exec_driver_sql(self.script)


def street_again(app: Flask) -> Street:
    """The street of `tests/street.py` in an empty database, with the ids that it had the first time."""
    kept = app.config.get(KEPT)
    if audit.newest_id():
        return Street.build()  # a test has put something there before: its rows have numbers of their own
    if kept is None:
        street = Street.build()
        keys = {each.name: _key(getattr(street, each.name)) for each in fields(Street)}
        app.config[KEPT] = (Snapshot(_file()) if _on_sqlite() else Rows()), keys
        return street
    copy, keys = kept
    db.session.rollback()
    copy.lay(_file())
    return Street(**_load(keys))


def _on_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _file() -> str:
    return str(db.engine.url.database)


def _load(keys: dict[str, tuple[type, int]]) -> dict[str, object]:
    """The things themselves, all of a kind in one statement."""
    wanted: dict[type, list[int]] = {}
    for model, number in keys.values():
        wanted.setdefault(model, []).append(number)
    found = {
        (model, thing.id): thing
        for model, numbers in wanted.items()
        for thing in db.session.scalars(select(model).where(model.id.in_(numbers)))  # type: ignore[attr-defined]
    }
    return {name: found[key] for name, key in keys.items()}


def _key(thing: object) -> tuple[type, int]:
    return type(thing), thing.id  # type: ignore[attr-defined]
