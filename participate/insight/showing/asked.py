"""What a page of figures may be asked for: one of a fixed list, or nothing. There is no free filter (P-24)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from participate.core import clock
from participate.core.errors import NotFound
from participate.insight.periods import Period, of_day
from participate.insight.words import Grain

T = TypeVar("T")


def next_figures(now: datetime) -> datetime:
    """When the next quarter closes: the one that is over may still be open for what is written down late."""
    running = of_day(clock.local(now).date(), Grain.QUARTER)
    return next(each.closes_at for each in (running.before(), running) if each.closes_at > now)


def one_of(offered: Sequence[T], code: str | None, code_of: Callable[[T], str]) -> T:
    """The one with that code; the first when none was asked for. Raises NotFound for any other."""
    if code is None:
        return offered[0]
    found = next((each for each in offered if code_of(each) == code), None)
    if found is None:
        raise NotFound
    return found


def period_of(offered: Sequence[Period], code: str | None) -> Period:
    """The period with that code, of those with published figures. Raises NotFound."""
    return one_of(offered, code, lambda period: period.code)
