"""Words that mean the same at one hub: what neighbours there say, and what else it is called. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.matching.text.analyser import CONCEPT, LONGEST_LABEL, LONGEST_WORD, Concepts, Typed, no_concepts
from participate.matching.text.languages import STEMMERS, asking_words, stems, stop_words
from participate.matching.text.letters import WORD, plain

# Each a set of words or short runs of words that mean the same, in plain letters (see letters.plain).
Synonyms = tuple[frozenset[str], ...]

LEAST, MOST = 2, 8  # in one set
BETWEEN_TWO = re.compile(r"[,;=\n]")
_USUAL = "en"  # whose small words are left out of a run of words


class TooFewSynonyms(RuleBroken):
    message = mark("Write two or more, with commas between them, like “allotment, veg patch”.")


class TooManySynonyms(RuleBroken):
    message = mark("Eight are enough for one line.")


class LongSynonym(RuleBroken):
    message = mark("“%(words)s” is too long. Three words are enough.")


class BareSynonym(RuleBroken):
    message = mark("“%(words)s” says too little: everybody uses it. Choose another word.")


def read(line: str) -> frozenset[str]:
    """The words of a line as somebody writes it ("allotment, veg patch"). Raises one of the above."""
    found = members(line)
    for member in sorted(found):
        words = member.split()
        if len(words) > LONGEST_LABEL or any(len(word) > LONGEST_WORD for word in words):
            raise LongSynonym(words=member[:LONGEST_WORD])
        if not _telling(member):
            raise BareSynonym(words=member)
    if len(found) < LEAST:
        raise TooFewSynonyms
    if len(found) > MOST:
        raise TooManySynonyms
    return found


def members(line: str) -> frozenset[str]:
    """The words of a line that was read once, without asking whether it is a good one."""
    return frozenset(" ".join(WORD.findall(plain(part))) for part in BETWEEN_TWO.split(line)) - {""}


@cache
def everyday() -> Synonyms:
    """What neighbours say, and what those who write projects down call it: for comparing an idea with them."""
    lines = (Path(__file__).parent / "everyday.txt").read_text("utf-8").splitlines()
    return tuple(members(line) for line in lines if line and not line.startswith("#"))


def expand(typed: Sequence[Typed], synonyms: Synonyms, concepts: Concepts = no_concepts) -> list[Typed]:
    """The terms to ask for beside those `typed`: what else their words are called at the hub, and the concepts that
    this names. Each stands where the word was typed that it is another name for, so that a reason can quote that.
    """
    if not synonyms:
        return []
    words = [one for one in typed if one.word]
    there = {(one.term, one.start) for one in typed}
    more: dict[tuple[str, int], Typed] = {}
    for start, end, said, others in _named(words, synonyms):
        for member in sorted(others - {said}):
            for term, word in _terms(member, concepts):
                if (term, start) not in there:
                    more.setdefault((term, start), Typed(term, word, start, end))
    return list(more.values())


def _named(words: Sequence[Typed], synonyms: Synonyms) -> Iterator[tuple[int, int, str, frozenset[str]]]:
    """Where a member of a set was typed: from, to, which, and its set."""
    book = _book(synonyms)
    for first, one in enumerate(words):
        for shapes, member, others in _under(book, one):
            run = words[first : first + len(shapes)]
            if len(run) == len(shapes) and all(_is(each, shape) for each, shape in zip(run, shapes, strict=True)):
                yield one.start, run[-1].end, member, others


# A member by the forms of its first word; of every word, all the forms that it may be typed in.
Shapes = tuple[frozenset[str], ...]
Book = dict[str, list[tuple[Shapes, str, frozenset[str]]]]


@lru_cache(maxsize=64)
def _book(synonyms: Synonyms) -> Book:
    book: Book = {}
    for others in synonyms:
        for member in others:
            shapes = tuple(_forms(word) for word in _telling(member))
            for form in shapes[0] if shapes else ():
                book.setdefault(form, []).append((shapes, member, others))
    return book


def _under(book: Book, one: Typed) -> list[tuple[Shapes, str, frozenset[str]]]:
    usual = stems(_USUAL).stem(one.word)
    return book.get(one.term, []) + (book.get(usual, []) if usual != one.term else [])


def _is(one: Typed, forms: frozenset[str]) -> bool:
    return one.term in forms or stems(_USUAL).stem(one.word) in forms


def _forms(word: str) -> frozenset[str]:
    """A single word tells no language: its stems in all of them."""
    return frozenset(stems(language).stem(word) for language in STEMMERS)


def _telling(member: str) -> list[str]:
    """The words of a member that say something: "arts and crafts" are arts, crafts."""
    ignored = stop_words(_USUAL) | asking_words(_USUAL)
    return [word for word in member.split() if len(word) > 1 and word not in ignored]


def _terms(member: str, concepts: Concepts) -> Iterator[tuple[str, str]]:
    """What a member is asked for as: (term, word) of its words, and of the concepts that it names."""
    for word in _telling(member):
        yield stems(_USUAL).stem(word), word
    for slug in concepts(member):
        yield CONCEPT + slug, ""
