"""Whether two names are about the same: before somebody starts what a group already does."""

import re

SHORTEST_WORD = 4
_WORD = re.compile(r"[^\W\d_]+")
# Words that many names have, whatever they are about.
_EMPTY = frozenset(
    {"club", "group", "street", "road", "project", "neighbour", "community", "local", "together", "with"}
)


def _words(name: str) -> set[str]:
    found = (word.lower() for word in _WORD.findall(name))
    return {word.rstrip("s") for word in found if len(word) >= SHORTEST_WORD} - _EMPTY


def are_alike(name: str, other: str) -> bool:
    """Whether two names share a word that says what is done."""
    return bool(_words(name) & _words(other))
