"""The analyser: a text into the terms that are compared, each with the place where it was typed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from participate.matching.text.languages import STEMMERS, asking_words, language_of, stems, stop_words
from participate.matching.text.letters import WORD, plain

CONCEPT = "="  # opens a term that stands for a concept; no stem can start with it
LONGEST_LABEL = 3  # words: "cooking for many"
LONGEST_WORD = 40  # letters; longer runs are not words
Concepts = Callable[[str], Iterable[str]]


class Typed(NamedTuple):
    """A term, the word that it comes from ("" for a concept), and the part of the text, from `start` to `end`,
    where it was typed.
    """

    term: str
    word: str
    start: int
    end: int


def no_concepts(_text: str) -> Iterable[str]:
    """The vocabulary of nobody, for texts that are compared by their words alone."""
    return ()


class Analyser:
    """Turns texts into terms: stems without stop words, and concepts of the vocabulary as terms of their own.

    `concepts` maps a text to the slugs of the concepts named in it, so that *gătit* and *cooking* meet.
    """

    def __init__(self, concepts: Concepts = no_concepts) -> None:
        self.concepts = concepts

    def terms(self, text: str, language: str | None = None) -> list[str]:
        """The terms of a posting, in order, repeated as often as they occur."""
        words = [word for word in WORD.findall(plain(text)) if len(word) <= LONGEST_WORD]
        language = language or language_of(words)
        ignored, stem = stop_words(language), stems(language).stem
        found = [stem(word) for word in words if len(word) > 1 and word not in ignored]
        found.extend(CONCEPT + slug for slug in self.concepts(text))
        return found

    def typed(self, text: str, language: str | None = None) -> list[Typed]:
        """The terms of a question, each with where it was typed.

        Words that only open a wish ("could teach someone") are left out, unless there is nothing else.
        """
        spans = [match.span() for match in WORD.finditer(text)]
        spans = [(start, end) for start, end in spans if end - start <= LONGEST_WORD]
        words = [plain(text[start:end]) for start, end in spans]
        language = language or language_of(words)
        ignored, asking = stop_words(language), asking_words(language)
        telling = [
            (word, start, end)
            for word, (start, end) in zip(words, spans, strict=True)
            if end - start > 1 and word not in ignored
        ]
        chosen = [one for one in telling if one[0] not in asking] or telling
        stem = stems(language).stem
        found = [Typed(stem(word), word, start, end) for word, start, end in chosen]
        return found if self.concepts is no_concepts else found + list(self._named(text, spans))

    def other_stems(self, word: str) -> set[str]:
        """What the word would be in any of the languages that have a stemmer: a single word tells no language."""
        return {stems(language).stem(word) for language in STEMMERS}

    def _named(self, text: str, spans: list[tuple[int, int]]) -> Iterator[Typed]:
        """Each concept of the text once, at the shortest run of words that names it."""
        missing = dict.fromkeys(self.concepts(text))
        for length in range(1, LONGEST_LABEL + 1):
            for first in range(len(spans) - length + 1) if missing else ():
                start, end = spans[first][0], spans[first + length - 1][1]
                for slug in self.concepts(text[start:end]):
                    if slug in missing:
                        del missing[slug]
                        yield Typed(CONCEPT + slug, "", start, end)
