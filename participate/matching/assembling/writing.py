"""A set as a form carries it: the moment at which it begins, then each thing with its need and how many of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from participate.matching.assembling.problem import Offer

MOST_LETTERS, MOST_PICKED = 4_000, 60


class Unreadable(ValueError):
    """It is no set as `write` writes it."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A thing of a set, for a need."""

    want: int
    thing: str
    units: int


def write(starts_at: datetime, offers: Iterable[Offer]) -> str:
    """The set in one line."""
    parts = [f"{each.want}/{each.thing}/{each.units}" for each in offers]
    return " ".join([starts_at.isoformat(), *parts])


def read(line: str) -> tuple[datetime, list[Picked]]:
    """The moment (aware) and what was picked. Raises Unreadable."""
    first, *parts = line[:MOST_LETTERS].split(" ")
    try:
        starts_at = datetime.fromisoformat(first)
        picked = [Picked(int(want), thing, int(units)) for want, thing, units in (each.split("/") for each in parts)]
    except ValueError:
        raise Unreadable from None
    if starts_at.tzinfo is None or not 1 <= len(picked) <= MOST_PICKED:
        raise Unreadable
    return starts_at, picked
