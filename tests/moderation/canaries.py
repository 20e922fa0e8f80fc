"""One of each open kind of thing that people make, each with a word of its own in everything it says."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import JSON, String, inspect

from participate.core.db import db
from participate.moderation import things
from participate.moderation.things import Thing
from tests.moderation.conftest import Reported
from tests.page import PageClient
from tests.samples import Sample

SAID = "pewter"  # what goes with all of them, for whoever asks
OPEN = tuple(kind for kind, how in things.KINDS.items() if how.open)
# What others stand on: a second one goes, so that the others are hidden themselves and not with it.
PARENTS = ("project", "idea", "organisation", "mission", "fund")
NOT_WORDS = frozenset({
    "hidden_because", "source", "source_key", "place_code", "slug", "key", "flags", "subject", "language", "website",
    "cancelled_because",
})  # fmt: skip
OWN_ONE = frozenset({"id", "slug", "key"})


def word_of(kind: str) -> str:
    """What gives a kind away: no other word of the site, and of one piece for every search."""
    return f"xq{kind.replace('_', '')}zz"


def plant(reported: Reported) -> list[Thing]:
    """Each kind with its word in it. Committed."""
    made = []
    for kind in OPEN:
        thing = things.get(kind, reported.id_of(kind))
        row = _twin(thing.row) if kind in PARENTS else thing.row
        _speak(row, f"{SAID} {word_of(kind)}")
        db.session.add(row)
        db.session.flush()
        made.append(Thing(kind, row.id, row, thing.how))
    db.session.commit()
    return made


def _twin(row: Any) -> Any:
    """Another one like it, on which nothing stands."""
    keys = [each.key for each in inspect(type(row)).column_attrs if each.key not in OWN_ONE]
    return type(row)(**{key: getattr(row, key) for key in keys})


def _speak(row: Any, words: str) -> None:
    """Its name, and all else that people write into it, says these words."""
    for each in inspect(type(row)).column_attrs:
        kind = each.columns[0].type
        if each.key in NOT_WORDS:
            continue
        if type(kind) is JSON:
            setattr(row, each.key, [*(getattr(row, each.key) or []), words])
        elif type(kind) is String and (kind.length or 0) >= len(words):
            room = (kind.length or 0) - len(words) - 1
            setattr(row, each.key, f"{words} {getattr(row, each.key)[:room]}".strip())


def told_on(client: PageClient, samples: Iterable[Sample], words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address, and each of the words that stands in the answer."""
    for sample in samples:
        data = client.get(sample.path).get_data()
        if SAID.encode() in data or b"xq" in data:
            yield from ((sample.path, word) for word in words if word.encode() in data)
