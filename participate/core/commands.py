"""Groups of commands: what a database without tables says, and what is loaded only when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup, ScriptInfo
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError, ProgrammingError

from participate.core import migrate
from participate.core.db import db

NO_TABLES = "There is nothing in this database yet. `make run` fills it, or `flask --app wsgi demo seed`."


class Group(AppGroup):
    """A group that says what to do where the database has no tables."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (OperationalError, ProgrammingError):
            with ctx.ensure_object(ScriptInfo).load_app().app_context():
                if not _is_empty(db.engine):
                    raise
            raise click.ClickException(NO_TABLES) from None


def _is_empty(engine: Engine) -> bool:
    """Whether there are no tables; on SQLite there may not even be a folder for its file."""
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
        return True
    return migrate.standing(engine) is None


class GroupWhenAsked(Group):
    """A group some of whose commands are loaded only when they are asked for."""

    def __init__(self, name: str, package: str, when_asked: Mapping[str, tuple[str, str]], help: str) -> None:
        """`when_asked`: the command's name → the module in `package`, and the name it has there."""
        super().__init__(name, help=help)
        self._package = package
        self._when_asked = when_asked

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self._when_asked})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self._when_asked:
            return super().get_command(ctx, name)
        module, command = self._when_asked[name]
        found: click.Command = getattr(import_module(f"{self._package}.{module}"), command)
        return found
