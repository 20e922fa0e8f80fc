"""The figures of a month are made as soon as it has closed."""

from datetime import timedelta
from importlib import import_module

from participate.core.jobs import Payload, every, on
from participate.outbox.service import promise

MAKE = "insight.make"
SNAPSHOTS = "participate.insight.snapshots"  # brings a solver: loaded by the process that makes figures, and then only


@every("insight.months", timedelta(days=1))
def look() -> None:
    """Each day: is there a month to make? Counting takes its time, so it has a transaction of its own."""
    promise(MAKE, {})


@on(MAKE)
def make(_payload: Payload) -> None:
    """The oldest month that is missing; then look again."""
    snapshots = import_module(SNAPSHOTS)
    month = snapshots.next_due()
    if month is None:
        return
    try:
        snapshots.make_snapshot(month)
    except snapshots.MadeAlready:
        return  # somebody else was quicker
    promise(MAKE, {})
