"""From counts to what may be read: small groups hidden, numbers rounded to five, shares with their intervals.

Rules P-21 to P-23 of disclosure control: where one group alone would be hidden, the next smallest is hidden with it, or
it could be worked out from the whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from participate.matching.quality.steps import Step

LEAST_PEOPLE = 10  # in a group that is shown
ROUND = 5  # every number is rounded to this; fewer than so many are "fewer than 5"
LEAST_BASE = 30  # of fewer no share is told
SURE = 1.96  # standard deviations: 19 of 20 such intervals hold the truth


@dataclass(frozen=True, slots=True)
class Counted:
    """The suggestions of one group: to how many people they were made, and how many came to each step."""

    people: int
    steps: Mapping[Step, int]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a hundred, and between which two numbers that would lie if the same week came again and again."""

    of_hundred: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Told:
    """What may be read of one step: `number` None where fewer than five; the share of the step before, if any."""

    step: Step
    number: int | None
    share: Share | None


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The interval of Wilson (1927) of the share `part` of `whole` (at least 1), as fractions of one."""
    share, room = part / whole, SURE**2 / whole
    middle = share + room / 2
    reach = SURE * sqrt(share * (1 - share) / whole + room / (4 * whole))
    return max(0.0, (middle - reach) / (1 + room)), min(1.0, (middle + reach) / (1 + room))


def rounded(number: int) -> int:
    """To the nearest five."""
    return ROUND * ((number + ROUND // 2) // ROUND)


def share_of(part: int, whole: int) -> Share | None:
    """The share as it may be read, from the rounded numbers; None where the whole is too small to say."""
    some, base = rounded(part), rounded(whole)
    if base < LEAST_BASE or part < ROUND:
        return None
    low, high = wilson(min(some, base), base)
    return Share(round(100 * min(some, base) / base), round(100 * low), round(100 * high))


def told(counted: Counted) -> list[Told]:
    """What may be read of a group that is not hidden, step by step."""
    lines: list[Told] = []
    before: int | None = None
    for step in Step:
        number = counted.steps[step]
        share = None if before is None else share_of(number, before)
        lines.append(Told(step, None if number < ROUND else rounded(number), share))
        before = number
    return lines


def hidden(groups: Mapping[str, Counted]) -> frozenset[str]:
    """The groups of one table that are too small to show; never one alone, where there are others."""
    by_size = sorted(groups, key=lambda name: (groups[name].people, name))
    small = [name for name in by_size if groups[name].people < LEAST_PEOPLE]
    return frozenset(by_size[:2] if len(small) == 1 else small)


def together(groups: Iterable[Counted]) -> Counted:
    """Several groups as one. People who are in several count in each."""
    some: Sequence[Counted] = list(groups)
    steps = {step: sum(one.steps[step] for one in some) for step in Step}
    return Counted(sum(one.people for one in some), steps)
