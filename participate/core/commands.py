"""Commands that load much: each is loaded only when it is asked for, so that no web process holds what it needs."""

from collections.abc import Mapping
from importlib import import_module

import click
from flask.cli import AppGroup


class GroupWhenAsked(AppGroup):
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
