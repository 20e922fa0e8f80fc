"""Finding the things that staff place or think of, by a word."""

from collections.abc import Sequence

from flask_babel import gettext as _

from participate.core.text import shorten
from participate.desk.by_hand import Choices
from participate.desk.queries import Hub
from participate.matching import queries as matching
from participate.matching.queries.things import names_of
from participate.matching.words import Kind

MOST = 3  # of a kind
LONGEST = 80  # letters of a name


def things_like(words: str, hub: Hub, kinds: Sequence[Kind]) -> Choices:
    """Things that go with some words, nearest the hub first: ("project:12", "Project: Mend Club")."""
    found = matching.suggestions_for_text(words, hub, kinds=kinds, most=MOST).suggestions if words else ()
    named = names_of(one.group for one in found)
    return [(subject, f"{_(each.kind.label)}: {shorten(each.name, LONGEST)}") for subject, each in named.items()]
