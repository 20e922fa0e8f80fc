"""What neighbours write about themselves: in English and in the borough's languages, well typed or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from participate.demo.content import reading
from participate.demo.content.reading import Activity
from participate.profiles.words import Theme

THEMES = tuple(Theme)
WHOLE = 0.25  # of the lines are whole sentences, the rest are made from templates
LEARNING = 0.17
TAIL = 0.14
# Half of the neighbours have another language; so many of their lines are in it that it makes about 12 % of all.
OTHER_LANGUAGE = 0.24
TYPO = 0.06


@dataclass(frozen=True)
class Line:
    """One line; `learns` when she would like to be shown."""

    words: str
    learns: bool = False


class Pen:
    """Writes lines with one set of dice."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._likes = {theme: _usable(theme, "like") for theme in Theme}
        self._shows = {theme: _usable(theme, "show") for theme in Theme}

    def interest(self, themes: Sequence[Theme], language: str, places: tuple[str, ...]) -> Line:
        """What somebody likes, mostly of her themes."""
        dice = self._dice
        foreign = self._foreign("likes", language)
        if foreign:
            return Line(foreign)
        theme = self._theme(themes)
        said = reading.lines("interests")
        if dice.random() < WHOLE:
            return Line(self._typed(dice.choice(said["whole"][theme])))
        learns = dice.random() < LEARNING
        one, two = dice.sample(self._likes[theme], 2)
        words = dice.choice(said["learning" if learns else "templates"]).format(
            doing=one.doing, Doing=_capital(one.doing), second=two.doing, place=dice.choice(places)
        )
        if dice.random() < TAIL:
            words += " " + dice.choice(said["tails"])
        return Line(self._typed(words), learns)

    def skill(self, themes: Sequence[Theme], language: str) -> Line:
        """What somebody could show another."""
        dice = self._dice
        foreign = self._foreign("shows", language)
        if foreign:
            return Line(foreign)
        theme = self._theme(themes)
        said = reading.lines("skills")
        if dice.random() < WHOLE:
            return Line(self._typed(dice.choice(said["whole"][theme])))
        one = dice.choice(self._shows[theme])
        tongue = reading.lines("in_languages")[language]["name"] if language else "plain English"
        words = dice.choice(said["templates"])
        return Line(self._typed(words.format(do=one.do, doing=one.doing, Doing=_capital(one.doing), tongue=tongue)))

    def _foreign(self, kind: str, language: str) -> str:
        if not language or self._dice.random() >= OTHER_LANGUAGE:
            return ""
        return self._dice.choice(reading.lines("in_languages")[language][kind])[1]

    def _theme(self, themes: Sequence[Theme]) -> Theme:
        return self._dice.choice(themes if self._dice.random() < 0.8 else THEMES)

    def _typed(self, words: str) -> str:
        if self._dice.random() >= TYPO:
            return words
        return self._dice.choice(SLIPS)(words, self._dice)


def _usable(theme: Theme, use: str) -> list[Activity]:
    return [activity for activity in reading.activities()[theme] if activity.use in (use, "both")]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _long_word(words: str, dice: Random) -> tuple[list[str], int]:
    parts = words.split(" ")
    long = [place for place, part in enumerate(parts) if len(part) >= 5] or [0]
    return parts, dice.choice(long)


def swap(words: str, dice: Random) -> str:
    """Two letters inside a word change places."""
    parts, place = _long_word(words, dice)
    word = parts[place]
    at = dice.randrange(1, max(2, len(word) - 2))
    parts[place] = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    return " ".join(parts)


def drop(words: str, dice: Random) -> str:
    """A letter is missing."""
    parts, place = _long_word(words, dice)
    word = parts[place]
    at = dice.randrange(1, max(2, len(word) - 1))
    parts[place] = word[:at] + word[at + 1 :]
    return " ".join(parts)


def double(words: str, dice: Random) -> str:
    """A letter comes twice."""
    parts, place = _long_word(words, dice)
    word = parts[place]
    at = dice.randrange(1, max(2, len(word) - 1))
    parts[place] = word[:at] + word[at : at + 1] + word[at:]
    return " ".join(parts)


def hurry(words: str, _dice: Random) -> str:
    """No capitals, no stop at the end."""
    return words.lower().rstrip(".")


def shout(words: str, _dice: Random) -> str:
    """The capitals key was on."""
    return words.upper()


def short(words: str, _dice: Random) -> str:
    """As on a phone."""
    for long, brief in ((" you ", " u "), (" and ", " & "), (" to ", " 2 "), ("I would", "Id"), ("please", "pls")):
        words = words.replace(long, brief)
    return words.rstrip(".").lower()


SLIPS: tuple[Callable[[str, Random], str], ...] = (swap, swap, drop, drop, double, hurry, hurry, hurry, shout, short)
