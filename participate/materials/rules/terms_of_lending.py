"""How a thing is lent, as its keeper says it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from participate.materials.rules.kits import PartLine
from participate.materials.words import Condition

LOAN_LENGTHS = (1, 2, 3, 7, 14, 21, 28, 42, 90)
LONGEST_DEPOSIT, LONGEST_SAFETY, LONGEST_WORDS, LONGEST_NOTE = 80, 400, 280, 280
MOST_POINTS = 100


@dataclass(frozen=True)
class LendingTerms:
    """Condition, for how many days, whether a yes is needed, a deposit in words, safety, induction, points, parts."""

    condition: Condition = Condition.GOOD
    loan_days: int = 7
    instant: bool = False
    deposit: str = ""
    safety: str = ""
    induction: bool = False
    points: int = 0
    parts: Sequence[PartLine] = field(default_factory=tuple)


def lengths(longest: int, usual: int | None = None) -> list[int]:
    """The numbers of days to choose from, up to `longest`; `usual` is among them."""
    inside = {each for each in LOAN_LENGTHS if each <= longest} | {longest}
    return sorted(inside | ({usual} if usual else set()))
