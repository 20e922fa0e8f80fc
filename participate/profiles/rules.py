"""Rules of the profiles. Pure."""

from collections.abc import Collection, Iterable

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.profiles.words import SPOKEN, PartOfDay

LONGEST = 280
MOST_POSTINGS = 40
MOST_LANGUAGES = 12
DAYS = range(7)

Time = tuple[int, PartOfDay]


class TooManyPostings(RuleBroken):
    """A person has said as much as one page can hold."""

    message = mark("You have %(most)s lines already. Take one away, then add this one.")


def check_room(has: int) -> None:
    """Whether a person who has so many postings may add one. Raises TooManyPostings."""
    if has >= MOST_POSTINGS:
        raise TooManyPostings(most=MOST_POSTINGS)


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, but for case, spaces and a last full stop."""
    return _plain(one) == _plain(other)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(" .!")


def languages_of(codes: Iterable[str]) -> list[str]:
    """The codes that we know, each once, in our order, at most `MOST_LANGUAGES`."""
    given = set(codes)
    return [code for code in SPOKEN if code in given][:MOST_LANGUAGES]


def language_bits(codes: Iterable[str]) -> int:
    """Languages as bits, in the order of `SPOKEN`."""
    return sum(1 << SPOKEN.index(code) for code in set(codes) if code in SPOKEN)


def week_bits(times: Collection[Time]) -> int:
    """The free parts of a week as bits: three a day from Monday morning."""
    parts = list(PartOfDay)
    return sum(1 << (weekday * len(parts) + parts.index(part)) for weekday, part in set(times))
