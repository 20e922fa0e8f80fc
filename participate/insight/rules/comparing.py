"""What may be worked out of published figures: a change, a share, so many of each 1,000 residents. Pure.

Only rounded, shown figures go in; where one of them is not shown there is no answer.
"""

from dataclasses import dataclass

from participate.insight.disclosure.table import LEAST_BASE, Safe

A_THOUSAND = 1000


def change(now: Safe | None, before: Safe | None) -> int | None:
    """How much more (or less) than before; None where either is not shown."""
    if now is None or before is None or now.value is None or before.value is None:
        return None
    return now.value - before.value


def share(part: Safe | None, whole: Safe | None) -> int | None:
    """How many of a hundred, of a base of thirty or more. Rounding may make a part larger than its whole: 100."""
    if part is None or whole is None or part.value is None or whole.value is None or whole.value < LEAST_BASE:
        return None
    return min(100, round(100 * part.value / whole.value))


def of_each_thousand(found: Safe | None, residents: int | None) -> float | None:
    """How many for each 1,000 residents, to one place."""
    if found is None or found.value is None or not residents:
        return None
    return round(A_THOUSAND * found.value / residents, 1)


@dataclass(frozen=True)
class Scale:
    """Five steps from pale to full. `bounds`: where the second to the fifth begin."""

    bounds: tuple[float, float, float, float]

    def step(self, value: float) -> int:
        """1 to 5."""
        return 1 + sum(value >= bound for bound in self.bounds)


def scale_of(values: list[float]) -> Scale:
    """Round steps of equal width from the least to the most."""
    least, most = (min(values), max(values)) if values else (0.0, 5.0)
    width = round_step((most - least) / 5 or 1.0)
    begun = width * (least // width)
    first, second, third, fourth = (round(begun + width * number, 6) for number in range(1, 5))
    return Scale((first, second, third, fourth))


def round_step(least: float) -> float:
    """The first of 1, 2, 2.5, 5, 10, 20 … (and .1, .2, .25 …) that is not less."""
    power = 0.001
    while power * 10 < least:
        power *= 10
    return next(power * digit for digit in (1, 2, 2.5, 5, 10) if power * digit >= least * 0.999999)
