"""The one clock. Stored times are UTC; days are London days. Tests stop it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_stopped: datetime | None = None


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _stopped if _stopped is not None else datetime.now(UTC)


def today() -> date:
    """Today's date in London."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """`moment` (aware) as London time."""
    return moment.astimezone(LONDON)


def moment_of(day: date, hour: time) -> datetime:
    """The UTC moment of a London day and hour. On the autumn Sunday the first of the two hours is meant."""
    return datetime.combine(day, hour, tzinfo=LONDON).astimezone(UTC)


def week_of(day: date) -> tuple[datetime, datetime]:
    """The UTC moments between which the seven London days from `day` lie (end not included)."""
    return moment_of(day, time()), moment_of(day + timedelta(days=7), time())


def set_to(moment: datetime | None) -> None:
    """Stop the clock at `moment` (aware), or let it run with None. For tests."""
    global _stopped
    _stopped = moment


@contextmanager
def stop_at(moment: datetime) -> Iterator[None]:
    """Stop the clock at `moment` within the block. For tests."""
    before = _stopped
    set_to(moment)
    try:
        yield
    finally:
        set_to(before)
