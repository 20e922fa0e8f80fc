"""How much each thing was shown and asked lately, against what is usual for its kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from participate.matching.quality.steps import WEEK

WEEKS = 8  # what is older is forgotten
HALF = 2  # weeks after which a showing counts half
SEEN_AT = {"first": 1.0, "page": 0.5, "rest": 0.25}  # how many eyes fall on a part of the list
ASKED = 5.0  # an acceptance, an introduction or another ask weighs as much as so many showings at the top
YOUNG = 5.0  # showings: while a kind has few, one more or less is no sign


def aged(amount: float, then: date, today: date) -> float:
    """What is left of an amount of that day."""
    return amount * 0.5 ** (max(0, (today - then).days) / (HALF * WEEK.days))


def relative(amounts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Group ("project:12") → its amounts together; 1.0 is what is usual for its kind."""
    summed: dict[str, float] = defaultdict(float)
    for group, amount in amounts:
        summed[group] += amount
    usual = _usual(summed)
    return {group: amount / (usual[_kind(group)] + YOUNG) for group, amount in sorted(summed.items())}


def _usual(summed: Mapping[str, float]) -> dict[str, float]:
    """Kind → the mean of its things that were shown at all."""
    of_kind: dict[str, list[float]] = defaultdict(list)
    for group, amount in summed.items():
        of_kind[_kind(group)].append(amount)
    return {kind: sum(some) / len(some) for kind, some in of_kind.items()}


def _kind(group: str) -> str:
    return group.partition(":")[0]
