"""Finding concepts in a text: the longest phrase first, in any of the languages at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from participate.profiles.vocabulary import endings
from participate.profiles.vocabulary.concept import Concept
from participate.profiles.vocabulary.folding import english_stem, fold, tokens_of

WORDS_TO_ADD = 3
# A posting is 280 characters; of a longer text only this many words are looked at.
MOST_TOKENS = 400
# A text with one of these is English: there, no word is taken for an inflected word of another language.
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "for",
        "with",
        "my",
        "like",
        "would",
        "could",
        "have",
        "you",
        "we",
        "this",
        "are",
        "can",
    ]
)


@dataclass(frozen=True)
class Found:
    """A concept and the folded words (`first` to `last` of the text's tokens, inclusive) that led to it."""

    concept: Concept
    words: str
    first: int
    last: int


class Vocabulary:
    """All concepts, and the way from every phrase to its concept. Read-only once made; safe in threads."""

    def __init__(self, concepts: Iterable[Concept], quiet: Iterable[str] = ()) -> None:
        """`quiet` are phrases that lead to no concept and keep their words from leading to one."""
        self.concepts = tuple(concepts)
        self._by_slug = {concept.slug: concept for concept in self.concepts}
        self._written = _Step()
        self._stemmed = _Step()
        self._ended: dict[tuple[str, str], Concept] = {}
        for phrase in quiet:
            self._add(tokens_of(phrase), None, stemmed=not phrase.startswith("="))
        for language in ("en", *endings.LANGUAGES):
            for concept in self.concepts:
                for phrase in fold(",".join(concept.words[language])).split(","):
                    self._add_phrase(tokens_of(phrase, folded=True), concept, language)
        self._start = lru_cache(maxsize=60_000)(self._look_up)

    def get(self, slug: str) -> Concept | None:
        """The concept of that slug, or None."""
        return self._by_slug.get(slug)

    def find(self, text: str) -> list[Found]:
        """Every concept met in `text`, in order of reading, once each, with the words that led to it."""
        tokens = tokens_of(text)[:MOST_TOKENS]
        starts = [self._start(token) for token in tokens]
        in_english = not _ENGLISH.isdisjoint(tokens)
        stems = [start.stem for start in starts]
        found: dict[str, Found] = {}
        at = 0
        while at < len(tokens):
            concept, length = self._longest_at(tokens, stems, starts[at], at)
            if length == 0:
                concept, length = None if in_english else starts[at].ended, 1
            if concept is not None and concept.slug not in found:
                words = " ".join(tokens[at : at + length])
                found[concept.slug] = Found(concept, words, at, at + length - 1)
            at += length
        return list(found.values())

    def concepts_in(self, text: str) -> list[Concept]:
        """The concepts of `text`, in order of reading, once each."""
        return [found.concept for found in self.find(text)]

    def words_to_add(self, text: str, language: str = "en") -> list[str]:
        """Up to three labels in `language` that go with what `text` says and do not stand in it yet."""
        there = self.concepts_in(text)
        known = {concept.slug for concept in there}
        rounds = max((len(concept.related) for concept in there), default=0)
        offered: dict[str, str] = {}
        for turn in range(rounds):
            for concept in there:
                for slug in concept.related[turn : turn + 1]:
                    if slug not in known:
                        offered.setdefault(slug, self._by_slug[slug].label(language))
        return list(offered.values())[:WORDS_TO_ADD]

    def _longest_at(
        self, tokens: Sequence[str], stems: Sequence[str], start: "_Start", at: int
    ) -> tuple[Concept | None, int]:
        """The concept of the longest phrase that starts at word `at`, and its length in words (0: no phrase).

        Of two phrases of one length the one found as written wins over the one found by its English stems.
        """
        best, length = start.written.follow(tokens, at) if start.written else (None, 0)
        if start.stemmed is not None:
            by_stem, words = start.stemmed.follow(stems, at)
            if words > length:
                best, length = by_stem, words
        return best, length

    def _look_up(self, token: str) -> "_Start":
        """What may begin at a folded word. Asked once for each word, then remembered."""
        stem = english_stem(token)
        written, stemmed = self._written.next.get(token), self._stemmed.next.get(stem)
        ended = None if written or stemmed else self._by_ending(token)
        return _Start(stem, written, stemmed, ended)

    def _by_ending(self, token: str) -> Concept | None:
        for language in endings.LANGUAGES:
            stem = endings.stem(token, language)
            if stem and (language, stem) in self._ended:
                return self._ended[language, stem]
        return None

    def _add_phrase(self, tokens: list[str], concept: Concept, language: str) -> None:
        exact = " ".join(tokens) in concept.exact
        self._add(tokens, concept, stemmed=language == "en" and not exact)
        if language != "en" and len(tokens) == 1 and not exact:
            stem = endings.stem(tokens[0], language)
            if stem:
                self._ended.setdefault((language, stem), concept)

    def _add(self, tokens: list[str], concept: Concept | None, stemmed: bool) -> None:
        """Enter a phrase. The first to claim a form keeps it: quiet phrases, English, then the others."""
        self._written.enter(tokens, concept)
        if stemmed:
            self._stemmed.enter([english_stem(token) for token in tokens], concept)


class _Step:
    """A step on the way through the phrases, word by word: where each next word leads, and whether a phrase
    ends here, and in which concept (None for a quiet phrase)."""

    __slots__ = ("concept", "ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Step] = {}
        self.ends = False
        self.concept: Concept | None = None

    def enter(self, words: Sequence[str], concept: Concept | None) -> None:
        step = self
        for word in words:
            step = step.next.setdefault(word, _Step())
        if not step.ends:
            step.ends, step.concept = True, concept

    def follow(self, words: Sequence[str], at: int) -> tuple[Concept | None, int]:
        """From the step of word `at`: the concept of the longest phrase, and its length (0: no phrase)."""
        step: _Step | None = self
        concept, length, here = None, 0, at
        while step is not None:
            here += 1
            if step.ends:
                concept, length = step.concept, here - at
            step = step.next.get(words[here]) if here < len(words) else None
        return concept, length


@dataclass(frozen=True, slots=True)
class _Start:
    """What a word begins: its English stem, the steps that it opens as written and by stem, and the concept
    that it leads to by its ending alone."""

    stem: str
    written: _Step | None
    stemmed: _Step | None
    ended: Concept | None
