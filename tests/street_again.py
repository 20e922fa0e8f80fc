"""The same street again, quickly: built once a site, then laid down row by row."""

from dataclasses import fields

from flask import Flask
from sqlalchemy import insert, select, text

from participate.audit import queries as audit
from participate.core.db import db
from tests.street import Street

KEPT = "the street's rows"


def street_again(app: Flask) -> Street:
    """The street of `tests/street.py` in an empty database, with the ids that it had the first time."""
    kept = app.config.get(KEPT)
    if audit.newest_id():
        return Street.build()  # a test has put something there before: its rows have numbers of their own
    if kept is None:
        street = Street.build()
        app.config[KEPT] = _rows(), {each.name: _key(getattr(street, each.name)) for each in fields(Street)}
        return street
    rows, keys = kept
    for table in db.metadata.sorted_tables:
        if rows[table.name]:
            db.session.execute(insert(table), rows[table.name])
    _number_on([name for name, some in rows.items() if some])
    db.session.commit()
    return Street(**_load(keys))


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


def _rows() -> dict[str, list[dict[str, object]]]:
    tables = db.metadata.sorted_tables
    return {each.name: [dict(row._mapping) for row in db.session.execute(select(each))] for each in tables}


def _number_on(tables: list[str]) -> None:
    """PostgreSQL counts on from the rows that are there; SQLite does so by itself."""
    if db.engine.dialect.name == "postgresql":
        steps = (f"setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM \"{name}\"))" for name in tables)
        db.session.execute(text("SELECT " + ", ".join(steps)))
