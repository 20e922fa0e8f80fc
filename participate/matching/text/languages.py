"""Languages: their stemmers and stop words, and a guess at the language of a short text."""

import functools
import threading
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import Stemmer

from participate.matching.text.letters import fold

STEMMERS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "lt": "lithuanian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
}  # Snowball has none for Albanian, Bengali and Urdu: there the n-grams of a word find its other forms.
LONGEST_MEMORY = 200_000
SINGLE_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzàéèêâôîûăâîșțąęółśżźćńëç")
ENOUGH_WORDS = 40  # tell a text's language
SCRIPTS = (("\u0600", "\u06ff", "ur"), ("\u0980", "\u09ff", "bn"))  # first letter, last letter, language


def _read_stop_words() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in (Path(__file__).parent / "stop_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            words.update(line.split(), map(fold, line.split()))
    return {name: frozenset(words) for name, words in sections.items()}


STOP_WORDS = _read_stop_words()


@functools.cache
def stop_words(language: str) -> frozenset[str]:
    """Words without a subject of their own, in the language and in English, which mixes into all."""
    return STOP_WORDS.get(language, frozenset()) | STOP_WORDS["en"]


@functools.cache
def asking_words(language: str) -> frozenset[str]:
    """Words that open a wish ("could teach someone"), in the language and in English."""
    return STOP_WORDS.get(f"{language} asking", frozenset()) | STOP_WORDS["en asking"]


def _tell_tales() -> dict[str, tuple[str, ...]]:
    """From a stop word to the languages that have it. Single letters, left over from "T-shirt", tell nothing."""
    tell: dict[str, tuple[str, ...]] = {}
    for section, words in STOP_WORDS.items():
        for word in words - SINGLE_LETTERS:
            tell[word] = (*tell.get(word, ()), section.partition(" ")[0])
    return tell


TELL_TALES = _tell_tales()


def language_of(words: Iterable[str], usual: str = "en") -> str:
    """The language whose stop words a text's beginning holds most of; `usual` when nothing tells it apart.

    The words are plain: see letters.plain.
    """
    counts: dict[str, int] = {}
    for word in islice(words, ENOUGH_WORDS):
        for language in TELL_TALES.get(word, ()) if word < "\u0600" else _of_script(word):
            counts[language] = counts.get(language, 0) + 1
    if not counts:
        return usual
    best = max(counts, key=lambda language: (counts[language], language == usual))
    return best if counts[best] > counts.get(usual, 0) else usual


def _of_script(word: str) -> list[str]:
    return [language for first, last, language in SCRIPTS if first <= word[0] <= last]


class Stems:
    """The stems of one language, remembered. A Snowball stemmer may be used by one thread at a time only."""

    def __init__(self, language: str) -> None:
        self._elides = language == "fr"  # l'école is école
        self._stemmer = Stemmer.Stemmer(STEMMERS[language]) if language in STEMMERS else None
        self._known: dict[str, str] = {}
        self._lock = threading.Lock()

    def stem(self, word: str) -> str:
        """The stem of a word, in lower case and without accents."""
        known = self._known.get(word)
        if known is None:
            known = self._learn(word)
        return known

    def _learn(self, word: str) -> str:
        with self._lock:
            if len(self._known) >= LONGEST_MEMORY:
                self._known = {}
            whole = word.rpartition("'")[2] if self._elides else word
            stem = self._stemmer.stemWord(whole) if self._stemmer else whole
            self._known[word] = folded = fold(stem)
        return folded


@functools.cache
def stems(language: str) -> Stems:
    """The one `Stems` of a language in this process."""
    return Stems(language)
