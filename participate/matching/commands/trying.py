"""flask --app wsgi matching try …"""

import click
from flask import current_app

from participate.core.errors import NotFound
from participate.matching import engine, queries
from participate.matching.lines import reason_words
from participate.matching.queries import Shown
from participate.matching.rules import KINDS_FOR_PERSON
from participate.matching.words import Kind
from participate.places import queries as places
from participate.places.here import Here

MOST = 10
KINDS = [kind.value for kind in Kind]
WIDEST = 60  # letters of a title


@click.command("try")
@click.argument("text")
@click.option("--ward", help="Where the asker lives: the name of a ward, or the beginning of it.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind.")
def try_text(text: str, ward: str | None, kinds: tuple[str, ...]) -> None:
    """Print the ten best suggestions for TEXT, with their scores and reasons."""
    place = _place(ward)
    engine.of(current_app).build()
    wanted = [Kind(kind) for kind in kinds] or KINDS_FOR_PERSON
    found = queries.suggestions_for_text(text, place, kinds=wanted, most=MOST)
    if not found.suggestions:
        click.echo("Nothing goes with these words: no suggestion without evidence.")
    for number, shown in enumerate(found.page(1, size=MOST).items, 1):
        click.echo(f"{number:>2}. {shown.score:5.2f}  {shown.kind.label:<9}  {_title(shown)}")
        click.echo(f"           {reason_words(shown.kind, shown.reason, _name(shown))}")


def _place(ward: str | None) -> Here:
    if ward is None:
        return Here()
    try:
        found = places.get_ward_by_name_or_code(ward)
    except NotFound:
        names = ", ".join(each.name for each in places.list_wards())
        raise click.ClickException(f"No ward is called “{ward}”. The wards are: {names or 'none yet'}.") from None
    return Here(found.id, found.name)


def _title(shown: Shown) -> str:
    title = _name(shown) or getattr(shown.card, "words", "")
    return title if len(title) <= WIDEST else title[: WIDEST - 1] + "…"


def _name(shown: Shown) -> str:
    return getattr(shown.card, "name", "")
