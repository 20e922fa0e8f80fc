"""Bringing a database to the schema of this code."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine

FOLDER = Path(__file__).resolve().parent.parent.parent / "migrations"


def head() -> str:
    """The newest migration's number, as `migrations/HEAD` names it."""
    return (FOLDER / "HEAD").read_text().strip()


def standing(engine: Engine) -> str | None:
    """The migration that the database stands at; None when it is empty."""
    with engine.connect().execution_options(reads=True) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def bring_up(engine: Engine) -> bool:
    """Migrate to the newest schema where that is not there yet. Returns whether there was anything to do."""
    if standing(engine) == head():
        return False
    move(engine)
    return True


def move(engine: Engine, to: str = "head") -> None:
    """Migrate up or down to `to` ("head", "base" or a number). One transaction for all steps.

    SQLite cannot change a table in place: Alembic rebuilds it, and for that the foreign keys must rest; they are
    checked before the end.
    """
    with engine.connect() as connection:
        on_sqlite = engine.dialect.name == "sqlite"
        if on_sqlite:
            _set_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _run(connection, head() if to == "head" else to)
                if on_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise RuntimeError("this migration leaves rows that point to nothing")
        finally:
            if on_sqlite:
                _set_foreign_keys(connection, "ON")


def _run(connection: Connection, target: str) -> None:
    config = Config(str(FOLDER / "alembic.ini"))
    config.attributes["connection"] = connection
    at = MigrationContext.configure(connection).get_current_revision()
    down = target == "base" or (at is not None and target < at)
    (command.downgrade if down else command.upgrade)(config, target)


def _set_foreign_keys(connection: Connection, value: str) -> None:
    raw = connection.connection.dbapi_connection
    if raw is not None:
        raw.execute(f"PRAGMA foreign_keys={value}")
