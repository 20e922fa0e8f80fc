"""Reading a line as it was typed: one case, plain quotes, slips of the finger mended in the words that decide."""

import re
from pathlib import Path

LONGEST = 2000
LEAST_LETTERS_TO_MISS_ONE = 6
# Slips that are words in their own right.
_REAL_WORDS = frozenset({"backing", "cooling", "neighbour", "swing", "wont"})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"'})
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def _meanings() -> dict[str, str]:
    """What each slip and odd spelling stands for, from `spelling.txt`."""
    meant: dict[str, str] = {}
    for line in Path(__file__).with_name("spelling.txt").read_text(encoding="utf-8").splitlines():
        word, _, written = line.partition(":")
        if not line.startswith("#") and word:
            if word.isalpha():
                meant |= dict.fromkeys(_slips_of(word), word)
            meant |= dict.fromkeys(written.split(), word)
    return {slip: word for slip, word in meant.items() if slip not in _REAL_WORDS}


def _slips_of(word: str) -> set[str]:
    """`word` with two neighbouring letters swapped, one letter doubled or, in a long word, left out."""
    if len(word) < 4:
        return set()
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    doubled = {word[: i + 1] + word[i:] for i in range(len(word))}
    long = len(word) >= LEAST_LETTERS_TO_MISS_ONE
    missing = {word[:i] + word[i + 1 :] for i in range(1, len(word))} if long else set()
    return (swapped | doubled | missing) - {word}


_MEANT = _meanings()


def plain_quotes(text: str) -> str:
    """`text` with plain quotes, letter for letter."""
    return text.translate(_QUOTES)


def read(text: str) -> str:
    """`text` in lower case, with plain quotes, single spaces and the slips in deciding words mended."""
    plain = " ".join(plain_quotes(text[:LONGEST]).casefold().split())
    return _WORD.sub(lambda found: _MEANT.get(found.group(), found.group()), plain)
