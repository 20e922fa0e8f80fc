"""How often and how long a promise is tried. Pure."""

from datetime import datetime, timedelta

LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)
STEP = 3  # 30 s, 1.5 min, 4.5, 13.5, 40 min, 2 h, 6 h: eight tries outlast nine hours without a mail server


class WillNot(Exception):
    """Raised by a handler when no further try can change anything, such as an address that does not exist."""


class NotYet(Exception):
    """Raised by a handler when it is too early: the promise waits `until` then, and this was no try."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after the `attempts`-th try failed; None when that was the last."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return min(FIRST_WAIT * STEP ** (attempts - 1), LONGEST_WAIT)


def is_late(good_until: datetime | None, now: datetime) -> bool:
    """Whether a promise must not be kept any more."""
    return good_until is not None and good_until < now


def period_of(now: datetime, gap: timedelta) -> int:
    """The number of the period of length `gap` in which `now` lies, counted from 1970."""
    return int(now.timestamp() // gap.total_seconds())
