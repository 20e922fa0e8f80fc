"""Commands on a clean clone: no tables, not even a folder."""

from pathlib import Path

import pytest
from flask import Flask

from participate.app import create_app
from participate.core import migrate
from participate.core.commands import NO_TABLES
from participate.core.db import db
from participate.demo import service
from tests.conftest import make_settings
from tests.databases import KINDS, database

NEED_TABLES = (
    ["insight", "explain", "people", "--period", "2026-Q1"],
    ["demo", "clear"],
    ["accounts", "first-admin", "somebody@example.org", "Somebody"],
)


@pytest.fixture(params=KINDS)
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Flask:
    """An app whose database has nothing in it."""
    folder = tmp_path / "not there yet"
    with database(request.param, f"participate_bare_{tmp_path.name}", tmp_path) as url:
        if request.param == "sqlite":
            url = f"sqlite:///{folder / 'site.db'}"
        app = create_app(make_settings(folder, url), testing=True)
        yield app
        with app.app_context():
            db.engine.dispose()


@pytest.mark.parametrize("command", NEED_TABLES, ids=" ".join)
def test_a_command_says_what_is_missing(bare: Flask, command: list[str]) -> None:
    with bare.app_context():  # as `flask` pushes one
        told = bare.test_cli_runner().invoke(args=command)
    assert told.exit_code == 1, told.exception
    assert told.stderr == f"Error: {NO_TABLES}\n"


def test_another_fault_is_not_hidden(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "clear", lambda: db.session.execute(db.text("SELECT * FROM nowhere")))
    told = app.test_cli_runner().invoke(args=["demo", "clear"])
    assert NO_TABLES not in told.output
    assert "nowhere" in str(told.exception)


def test_seed_makes_the_tables(bare: Flask) -> None:
    told = bare.test_cli_runner().invoke(args=["demo", "seed", "--residents", "40", "--projects", "5", "--years", "0"])
    assert told.exit_code == 0, told.output
    with bare.app_context():
        assert migrate.standing(db.engine) == migrate.head()
        assert not service.is_empty()
