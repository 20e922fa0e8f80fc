"""Words of the profiles: themes, kinds of posting, times and languages."""

from enum import StrEnum

from participate.core.words import mark


class Theme(StrEnum):
    """The seven things that neighbours do together. Each has its ink and its motif."""

    COOK = "cook"
    GROW = "grow"
    MAKE = "make"
    LEARN = "learn"
    PLAY = "play"
    CARE = "care"
    TRADE = "trade"

    @property
    def label(self) -> str:
        return _THEME_LABELS[self]


_THEME_LABELS = {
    Theme.COOK: mark("Cook"),
    Theme.GROW: mark("Grow"),
    Theme.MAKE: mark("Make and mend"),
    Theme.LEARN: mark("Learn"),
    Theme.PLAY: mark("Play"),
    Theme.CARE: mark("Care"),
    Theme.TRADE: mark("Trade"),
}
RECIPE_THEMES = {
    "Cook & eat": Theme.COOK,
    "Grow & green": Theme.GROW,
    "Make & mend": Theme.MAKE,
    "Learn & share": Theme.LEARN,
    "Play & move": Theme.PLAY,
    "Care & share": Theme.CARE,
    "Trade & livelihood": Theme.TRADE,
}


class PostingKind(StrEnum):
    """What a line about oneself says."""

    INTEREST = "interest"
    SKILL = "skill"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_KIND_LABELS = {
    PostingKind.INTEREST: mark("I’d like to"),
    PostingKind.SKILL: mark("I can show someone"),
}


class PartOfDay(StrEnum):
    """Morning until noon, afternoon until 5pm, evening after."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @property
    def label(self) -> str:
        return _PART_LABELS[self]


_PART_LABELS = {
    PartOfDay.MORNING: mark("morning"),
    PartOfDay.AFTERNOON: mark("afternoon"),
    PartOfDay.EVENING: mark("evening"),
}
# The borough's languages, English first: the vocabulary has labels in these.
LANGUAGES = ("en", "ro", "bn", "lt", "ur", "pt", "sq", "pl")
# What neighbours may say that they speak (ISO 639-1), the borough's own languages first.
SPOKEN = (
    *LANGUAGES, "ak", "ar", "bg", "fa", "fr", "gu", "hi", "it", "ku", "ln", "ps", "pa", "ru", "so", "es", "ta", "tr",
    "uk", "vi", "yo", "zh",
)  # fmt: skip
