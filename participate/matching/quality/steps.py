"""How far a suggestion came, and how long each step may take."""

from datetime import date, timedelta
from enum import IntEnum, StrEnum

from participate.core.words import mark


class Step(IntEnum):
    """How far a suggestion came; each step holds those before it. Stored as its number."""

    SUGGESTED = 0  # it was in the list that was made for her, in her weekly mail, or went with her words in the one box
    SEEN = 1  # it stood on a page that she opened
    ACCEPTED = 2  # she signed up, asked to join, asked for it, said yes
    MET = 3  # she came, they met, the thing was used
    MADE = 4  # a story tells what came of it


class Part(StrEnum):
    """By what the counts of a week are told apart."""

    ALL = "all"
    WARD = "ward"  # the id of the ward in which she lives, "" where unknown
    LANGUAGE = "language"  # the code of each language that she speaks, "" where she did not say
    KIND = "kind"  # of the thing
    ORDER = "order"  # scored or by chance, and which part of the list: "chance first"
    CHANNEL = "channel"  # where it was suggested first in that week, "" where that was not noted yet


class Channel(StrEnum):
    """Where something was suggested to her."""

    FOR_YOU = "for_you"
    MAIL = "mail"
    BOX = "box"  # the answer to what she typed into the one box


class Nothing(StrEnum):
    """Why nothing is suggested to somebody."""

    SAID_NOTHING = "said_nothing"
    SWITCHED_OFF = "switched_off"
    RARE_WORDS = "rare_words"
    NOTHING_CLOSE = "nothing_close"
    ANSWERED_ALL = "answered_all"

    @property
    def label(self) -> str:
        return _NOTHING_LABELS[self]

    @property
    def tip(self) -> str:
        return _NOTHING_TIPS[self]


_NOTHING_LABELS = {
    Nothing.SAID_NOTHING: mark("Has not said what they like yet"),
    Nothing.SWITCHED_OFF: mark("Wants no suggestions"),
    Nothing.RARE_WORDS: mark("Nobody else has used their words"),
    Nothing.NOTHING_CLOSE: mark("Nothing goes with their words yet"),
    Nothing.ANSWERED_ALL: mark("Knows, or does not want, all that goes with their words"),
}
_NOTHING_TIPS = {
    Nothing.SAID_NOTHING: mark("Ask them what they like doing when you next meet, and write it down with them."),
    Nothing.SWITCHED_OFF: mark("That is their choice. The programme on paper still finds them."),
    Nothing.RARE_WORDS: mark("Ask for one more line in other words, or add a word that means the same."),
    Nothing.NOTHING_CLOSE: mark("This may be something new. Ask if they would like to start it."),
    Nothing.ANSWERED_ALL: mark("Ask them what else they would like to try."),
}

WEEK = timedelta(weeks=1)
QUARTER = 13  # weeks that are counted together too
KEPT_WEEKS = QUARTER  # so long it is known who was suggested what; then there are only counts
TO_ACCEPT = 4 * WEEK  # from the Monday of the suggestion
TO_MEET = 8 * WEEK
LISTED = 24  # so many of the best are her list; the rest she may still open
FIRST, FURTHER = 3, 12  # places: where the eye falls first, and what stands on the first page


def monday_of(day: date) -> date:
    """The Monday of a day's week, by which weeks are named."""
    return day - timedelta(days=day.weekday())


def stretch_of(place: int) -> str:
    """Which part of the list a place, from 1, belongs to."""
    return "first" if place <= FIRST else "page" if place <= FURTHER else "rest"
