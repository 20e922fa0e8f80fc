"""Migrations: up, down and up again with data on both databases; the head's schema is the models' schema."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    CheckConstraint,
    Engine,
    PrimaryKeyConstraint,
    UniqueConstraint,
    create_engine,
    inspect,
    select,
)

import participate.demo.models
import participate.desk.models
import participate.insight.models
import participate.introductions.models
import participate.matching.models
import participate.missions.models
import participate.moderation.models
import participate.notifications.models
import participate.outbox.models
import participate.paper.models
import participate.photos.models
import participate.stories.models
import participate.surveys.models  # noqa: F401 - the top floors' tables bring those below
from participate.app import create_app
from participate.core import clock, migrate
from participate.core.db import Base, db, prepare_engine
from tests.conftest import make_settings
from tests.databases import KINDS, database
from tests.street import NOON, Street

VERSIONS = migrate.FOLDER / "versions"


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    name = f"participate_migrations_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    with database(request.param, name, tmp_path) as url:
        engine = create_engine(url)
        prepare_engine(engine)
        yield engine
        engine.dispose()


def test_they_are_numbered_without_gaps_and_the_head_is_named() -> None:
    numbers = sorted(file.name[:4] for file in VERSIONS.glob("*.py"))
    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]
    assert migrate.head() == numbers[-1]


def test_they_import_no_models() -> None:
    for file in VERSIONS.glob("*.py"):
        assert not re.search(r"^\s*(from|import) participate", file.read_text(), re.MULTILINE), file.name


def test_the_head_is_what_the_models_say(engine: Engine) -> None:
    migrate.move(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_checks_are_those_of_the_models(engine: Engine) -> None:
    """Alembic does not compare CHECK constraints: compare their names."""
    migrate.move(engine)
    for table in Base.metadata.sorted_tables:
        told = {check["name"] for check in inspect(engine).get_check_constraints(table.name)}
        meant = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint) and c.name}
        assert told == meant, table.name


def test_every_foreign_key_has_an_index() -> None:
    """Without one, removing a person or a project reads the other table whole."""
    bare = []
    for table in Base.metadata.sorted_tables:
        listed = [
            *table.indexes,
            *(c for c in table.constraints if isinstance(c, (PrimaryKeyConstraint, UniqueConstraint))),
        ]
        first = {next(iter(each.columns)).name for each in listed}
        bare += [str(column) for column in table.columns if column.foreign_keys and column.name not in first]
    assert bare == []


def test_up_down_up_with_data(engine: Engine, tmp_path: Path) -> None:
    app = create_app(make_settings(tmp_path, engine.url.render_as_string(hide_password=False)), testing=True)
    with app.app_context(), clock.stop_at(NOON):
        migrate.move(db.engine)
        Street.build()
        before = _rows(db.engine)
        db.session.remove()
        for number in range(int(migrate.head()) - 1, 0, -1):
            migrate.move(db.engine, f"{number:04d}")
            for table, rows in _rows(db.engine).items():
                older = [{name: row[name] for name in now} for row, now in zip(before[table], rows, strict=True)]
                assert rows == older, f"down to {number:04d} changed {table}"
        migrate.move(db.engine, "base")
        assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
        migrate.move(db.engine)
        Street.build()
        assert _rows(db.engine) == before
        db.session.remove()
        db.engine.dispose()


def _rows(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """The rows of each table that is there, with the columns that are there."""
    found = {}
    with engine.connect() as connection:
        known = inspect(connection)
        for table in Base.metadata.sorted_tables:
            if known.has_table(table.name):
                names = {column["name"] for column in known.get_columns(table.name)}
                wanted = select(*[column for column in table.columns if column.name in names]).order_by(table.c.id)
                found[table.name] = [dict(row) for row in connection.execute(wanted).mappings()]
    return found
