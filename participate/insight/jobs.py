"""The figures of a month are made as soon as it has closed."""

from datetime import timedelta

from participate.core.jobs import Payload, every, on
from participate.insight.snapshots import MadeAlready, make_snapshot, next_due
from participate.outbox.service import promise

MAKE = "insight.make"


@every("insight.months", timedelta(days=1))
def look() -> None:
    """Each day: is there a month to make? Counting takes its time, so it has a transaction of its own."""
    promise(MAKE, {})


@on(MAKE)
def make(_payload: Payload) -> None:
    """The oldest month that is missing; then look again."""
    month = next_due()
    if month is None:
        return
    try:
        make_snapshot(month)
    except MadeAlready:
        return  # somebody else was quicker
    promise(MAKE, {})
