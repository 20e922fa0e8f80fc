"""Take what you need: a hub's stock. Counted only; nobody asks, nobody writes a name down. Pure."""

from enum import StrEnum

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.materials.words import Deal

A_FEW = 5


class StockIsAHubs(RuleBroken):
    message = mark("Only a hub keeps things to take. Choose the hub’s name.")


class NotSoMany(RuleBroken):
    """More was taken than is there by our count. `left`: how many."""

    message = mark("By our count %(left)s were left. Count what is here first.")


class NotTakenToday(RuleBroken):
    """`taken`: how many were counted today."""

    message = mark("Today %(taken)s were counted. You can take back no more than that.")


class Level(StrEnum):
    """How much is there, in words that are enough for whoever comes."""

    NONE = "none"
    FEW = "few"
    PLENTY = "plenty"

    @property
    def label(self) -> str:
        return _LEVELS[self]


_LEVELS = {
    Level.NONE: mark("None left just now"),
    Level.FEW: mark("A few are there"),
    Level.PLENTY: mark("Plenty are there"),
}


def level_of(left: int) -> Level:
    """How much `left` is."""
    if left < 1:
        return Level.NONE
    return Level.FEW if left <= A_FEW else Level.PLENTY


def check_whose(deal: Deal, hub_id: int | None) -> None:
    """Raises StockIsAHubs where somebody else than a hub would keep a stock."""
    if deal is Deal.TAKE and hub_id is None:
        raise StockIsAHubs
