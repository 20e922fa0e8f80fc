"""Bringing a database to the schema of this code."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine

FOLDER = Path(__file__).resolve().parent.parent.parent / "migrations"


def head() -> str:
    """The newest migration's number, as `migrations/HEAD` names it."""
    return (FOLDER / "HEAD").read_text().strip()


def present(engine: Engine) -> str | None:
    """The migration that the database stands at; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def move(engine: Engine, to: str = "head") -> None:
    """Migrate up or down to `to` ("head", "base" or a number). One transaction for all steps.

    SQLite cannot change a table in place: Alembic rebuilds it, and for that the foreign keys must rest.
    """
    config = Config(str(FOLDER / "alembic.ini"))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _rest_foreign_keys(connection.connection.dbapi_connection, False)
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                target = to if to != "head" else head()
                standing = MigrationContext.configure(connection).get_current_revision()
                down = to == "base" or (standing is not None and target < standing)
                (command.downgrade if down else command.upgrade)(config, target)
        finally:
            if engine.dialect.name == "sqlite":
                _rest_foreign_keys(connection.connection.dbapi_connection, True)


def _rest_foreign_keys(raw: object, on: bool) -> None:
    raw.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")  # type: ignore[attr-defined]
