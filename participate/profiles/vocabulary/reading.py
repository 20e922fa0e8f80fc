"""Reading the files of the vocabulary."""

from functools import cache
from pathlib import Path

from participate.profiles.vocabulary.concept import Concept
from participate.profiles.vocabulary.folding import tokens_of
from participate.profiles.vocabulary.vocabulary import Vocabulary
from participate.profiles.words import Theme

FOLDER = Path(__file__).parent
# The columns of a file, after the slug and the related concepts.
COLUMNS = ("en", "ro", "lt", "pt", "sq", "pl", "bn", "ur")


class BadLine(ValueError):
    """A line of a file that cannot be read; says which file and line."""


@cache
def load() -> Vocabulary:
    """The vocabulary of the files, read once in a process. Raises `BadLine`."""
    concepts = [
        concept_of(line, theme, f"{theme}.txt:{number}")
        for theme in Theme
        for number, line in _lines(FOLDER / f"{theme}.txt")
    ]
    return Vocabulary(concepts, [line for _, line in _lines(FOLDER / "quiet.txt")])


def _lines(file: Path) -> list[tuple[int, str]]:
    """The lines of a file with their numbers from 1, without blank lines and notes."""
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    return [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]


def concept_of(line: str, theme: Theme, place: str) -> Concept:
    """One line: `slug | related, related | label, word, =exact word | …`, a cell for each of `COLUMNS`.

    A label that would mislead as a word (Romanian "box") is written `~box`: shown, never looked for.
    """
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 2 + len(COLUMNS):
        raise BadLine(f"{place}: {len(cells)} cells, not {2 + len(COLUMNS)}")
    slug, related, *spoken = cells
    words: dict[str, tuple[str, ...]] = {}
    shown: dict[str, str] = {}
    exact: set[str] = set()
    for language, cell in zip(COLUMNS, spoken, strict=True):
        phrases = [phrase.strip() for phrase in cell.split(",") if phrase.strip()]
        if not phrases:
            raise BadLine(f"{place}: no word in {language}")
        exact |= {" ".join(tokens_of(phrase)) for phrase in phrases if phrase.startswith("=")}
        shown[language] = phrases[0].lstrip("=~")
        words[language] = tuple(phrase.lstrip("=") for phrase in phrases if not phrase.startswith("~"))
    return Concept(slug, theme, shown, words, tuple(r.strip() for r in related.split(",")), frozenset(exact))
