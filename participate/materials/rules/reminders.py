"""When whoever has a thing is reminded, kindly: the day before, on the day, and now and then after it. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

LATE_DAYS = (1, 4, 8, 15, 30)  # days after the last one on which she is reminded again
KEEPER_HEARS = 4  # days after the last one: whoever looks after it hears as well


@dataclass(frozen=True)
class Step:
    """One reminder. `kind`: before, day or late; `days` late."""

    kind: str
    days: int = 0

    @property
    def key(self) -> str:
        """What tells this step from the others of one loan."""
        return f"{self.kind}-{self.days}"


def step_on(today: date, due_on: date, out_on: date) -> Step | None:
    """Which reminder is due on a day for what is due on `due_on`; None when none is.

    Whoever took it today needs none yet. A day on which nobody looked is made up for on the next.
    """
    if out_on >= today:
        return None
    late = (today - due_on).days
    if late > 0:
        return Step("late", max(day for day in LATE_DAYS if day <= late))
    return Step("day") if late == 0 else Step("before") if due_on - today == timedelta(days=1) else None
