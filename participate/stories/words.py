"""Words of the stories."""

from enum import StrEnum

from participate.core.words import mark

LONGEST_TITLE, LONGEST_WORDS, LONGEST_LEARNT, LONGEST_NUMBERS = 120, 2000, 400, 200
LONGEST_ON_CARD = 140  # letters of the words that a card shows


class SeasonName(StrEnum):
    """A quarter of the year, as neighbours call it."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"

    @property
    def label(self) -> str:
        return _SEASONS[self]


_SEASONS = {
    SeasonName.SPRING: mark("Spring"),
    SeasonName.SUMMER: mark("Summer"),
    SeasonName.AUTUMN: mark("Autumn"),
    SeasonName.WINTER: mark("Winter"),
}


class Sign(StrEnum):
    """Why a project is a green shoot."""

    NEW = "new"
    GROWING = "growing"

    @property
    def label(self) -> str:
        return _SIGNS[self]


_SIGNS = {Sign.NEW: mark("New"), Sign.GROWING: mark("Growing")}


class Band(StrEnum):
    """About how many people came, for papers that leave the house: never a number that could be one person."""

    FEW = "few"
    FIVE = "five"
    TEN = "ten"
    TWENTY = "twenty"
    FIFTY = "fifty"

    @property
    def label(self) -> str:
        return _BANDS[self]


_BANDS = {
    Band.FEW: mark("fewer than 5"),
    Band.FIVE: mark("5 to 9"),
    Band.TEN: mark("10 to 19"),
    Band.TWENTY: mark("20 to 49"),
    Band.FIFTY: mark("50 or more"),
}
