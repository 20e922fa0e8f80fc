"""flask --app wsgi matching …"""

from importlib import import_module

import click
from flask.cli import AppGroup

from participate.matching.commands.trying import try_text

# What measures loads scikit-learn and more, which no web process should hold: each is loaded when it is asked for.
WHEN_ASKED = {
    "bench": ("measuring", "bench"),
    "hold": ("holding", "hold"),
    "evaluate": ("evaluating", "evaluate"),
    "evaluate-people": ("evaluating", "evaluate_people"),
    "split": ("evaluating", "split"),
}


class _Group(AppGroup):
    """A group some of whose commands are loaded only when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *WHEN_ASKED})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in WHEN_ASKED:
            return super().get_command(ctx, name)
        module, command = WHEN_ASKED[name]
        found: click.Command = getattr(import_module(f"{__name__}.{module}"), command)
        return found


group = _Group("matching", help="Who and what goes together.")
group.add_command(try_text)
