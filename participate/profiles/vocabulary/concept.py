"""One concept of the vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass

from participate.profiles.words import Theme


@dataclass(frozen=True, eq=False)
class Concept:
    """Something that people do, however it is said.

    `labels` holds its name in each language; `words`, for each language, the phrases that lead here, as read
    from the file; `exact` those phrases (as folded) that count only in the very form written; `related` the
    slugs of two or three concepts to offer beside it.
    """

    slug: str
    theme: Theme
    labels: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    related: tuple[str, ...]
    exact: frozenset[str] = frozenset()

    def label(self, language: str = "en") -> str:
        """Its name in `language` ("pl", "pt-BR"), in English where we do not speak that language."""
        return self.labels.get(language.replace("_", "-").split("-")[0].lower(), self.labels["en"])
