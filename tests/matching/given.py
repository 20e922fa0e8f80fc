"""A small neighbourhood of postings for the tests of the pure parts, and short ways to ask it."""

from collections.abc import Iterable

from participate.matching.index.document import Document
from participate.matching.index.fit import fit
from participate.matching.index.live import Index
from participate.matching.ranking.facts import Facts, Line
from participate.matching.ranking.suggest import suggest
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.text.analyser import Analyser
from participate.matching.text.letters import WORD
from participate.matching.words import Facet, Kind

COOKING = {"cooking", "cook", "gătit", "cozinhar", "gotowanie"}
THAMES, ABBEY, FAR = 1, 2, 9  # wards; Thames and Abbey lie side by side
SQUARE = 5_000 * 10_000 + 3_000
OTHERS = ["mending bikes", "football", "painting walls", "poetry", "dogs"]
OTHERS += ["guitar", "quilts", "computers", "swimming", "history"]


def concepts(text: str) -> Iterable[str]:
    """A vocabulary of one concept."""
    return ["cooking"] if COOKING & set(WORD.findall(text.lower())) else []


def person(number: int, words: str, **facts) -> Document:
    """A person's interest; `facts` are those of a document."""
    usual = {"source": f"person:{number}", "facet": Facet.LIKES, "ward": THAMES, "owner": number}
    return Document(group=f"person:{number}", kind=Kind.PERSON, title=words, **(usual | facts))


def project(number: int, title: str, body: str = "", **facts) -> Document:
    """A project and what it is about."""
    usual = {"source": f"project:{number}", "facet": Facet.ABOUT, "ward": THAMES}
    return Document(group=f"project:{number}", kind=Kind.PROJECT, title=title, body=body, **(usual | facts))


def neighbourhood(*documents: Document) -> Index:
    """An index of these documents and twenty others that have nothing to do with them."""
    crowd = [person(900 + number, words, ward=number % 3 + 1) for number, words in enumerate(OTHERS * 2)]
    return fit([*documents, *crowd], Analyser(concepts))


def asked(index: Index, *lines: str | Line, kinds: Iterable[Kind] = tuple(Kind), **facts) -> list[Suggestion]:
    """What the index suggests for these lines; plain words are typed into the one box."""
    said = tuple(line if isinstance(line, Line) else Line(Facet.SAID, line) for line in lines)
    return suggest(index.snapshot, Facts(said, tuple(kinds), **facts))


def names(found: Iterable[Suggestion]) -> list[str]:
    """The groups, in order."""
    return [one.group for one in found]
