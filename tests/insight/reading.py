"""How hard a text is to read: the grade of Flesch and Kincaid, roughly, for English."""

import re


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    parts = re.split(r"[.!?:]+(?:\s|$)", text)
    return [words for part in parts if (words := re.findall(r"[A-Za-z0-9’'-]+", part))]


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", bare))
    silent = bare.endswith(("e", "es", "ed")) and not bare.endswith(("le", "ted", "ded", "ses", "ces", "xes"))
    return max(1, groups - silent)


def grade(text: str) -> float:
    """The school grade: five is about the age of ten."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def longest_sentence(text: str) -> int:
    return max(len(words) for words in sentences(text))
