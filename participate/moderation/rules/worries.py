"""Rules of the worries: who is named in one, and how a case goes on. Pure."""

from collections.abc import Iterable
from datetime import timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.moderation.words import WorryStatus

DAYS = 1  # a safeguarding lead reads it by the end of the hub's next working day
KEPT = timedelta(days=6 * 365)


class TakenAlready(RuleBroken):
    message = mark("A colleague took this a moment ago.")


class ClosedAlready(RuleBroken):
    message = mark("This is closed. Open it again first.")


class NotClosed(RuleBroken):
    message = mark("This is not closed.")


class NotYours(RuleBroken):
    message = mark("Take this in hand first, so that one of you answers for it.")


def names(text: str, name: str) -> bool:
    """Whether a text names a person: all words of her name in a row, or the first where the text is short.

    "Ruth Adeyemi was unkind" names Ruth Adeyemi; so does "Ruth", written where nothing else is said of who it is.
    """
    words, said = _words(name), _words(text)
    if not words or not said:
        return False
    rows = zip(*(said[start:] for start in range(len(words))), strict=False)
    return tuple(words) in rows or said == words[:1]


def _words(text: str) -> list[str]:
    plain = "".join(c if c.isalpha() or c in "’'-" else " " for c in text.casefold())
    return [word.removesuffix("'s").removesuffix("’s").strip("’'-") for word in plain.split()]


def named_in(texts: Iterable[str], people: Iterable[tuple[int, str]]) -> list[int]:
    """The ids of those of `people` (id, name) whom one of the texts names."""
    said = list(texts)
    return [person_id for person_id, name in people if any(names(text, name) for text in said)]


def check_taking(status: WorryStatus, taken_by: int | None, actor_id: int, *, over: bool) -> None:
    """Whether a lead may take a case; `over`: from a colleague, on purpose. Raises ClosedAlready or TakenAlready."""
    if status is WorryStatus.CLOSED:
        raise ClosedAlready
    if status is WorryStatus.TAKEN and taken_by not in (None, actor_id) and not over:
        raise TakenAlready


def check_working(status: WorryStatus, taken_by: int | None, actor_id: int) -> None:
    """Whether a lead may close a case. Raises ClosedAlready or NotYours."""
    if status is WorryStatus.CLOSED:
        raise ClosedAlready
    if taken_by != actor_id:
        raise NotYours
