"""How much of a mission's progress everybody sees: nothing under ten, then in steps of five.

Who came cannot be told from two looks at such a number: one more person rarely moves it, and never by one.
"""

from dataclasses import dataclass

LEAST_SHOWN, STEP = 10, 5


@dataclass(frozen=True)
class Progress:
    """`shown`: what everybody reads; None while there are fewer than ten. The exact number is kept nowhere."""

    shown: int | None
    target: int

    @property
    def reached(self) -> bool:
        """Whether the goal is reached, as far as is shown."""
        return self.shown is not None and self.shown >= self.target

    @property
    def share(self) -> int:
        """How much of the way, 0 to 100."""
        return min(100, 100 * (self.shown or 0) // self.target)


def shown_of(exact: int) -> int | None:
    """A count as everybody sees it: None under ten, else rounded down to a step of five."""
    return exact - exact % STEP if exact >= LEAST_SHOWN else None


def progress_of(exact: int, target: int) -> Progress:
    """How far so many are on the way to a target."""
    return Progress(shown_of(exact), target)
