"""Counters that slow guessing down. They survive a failed request, a restart and many workers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from participate.accounts.current import keyed_hash
from participate.accounts.models import Throttle
from participate.core import clock
from participate.core.db import aside, db
from participate.core.errors import TooMany

KEPT_WINDOWS = 2


def hit(what: str, limit: int, seconds: int) -> None:
    """Count one try of `what` ("code:address") in the present window of `seconds`.

    Raises TooMany, with the seconds until the window ends, once there were more than `limit`. Must be called
    before the request has written anything. What stands in the table is a keyed hash.
    """
    name, window, left = _window(what, seconds)
    if _count_in(aside, name, window) > limit:
        raise TooMany(left)


def hit_along(what: str, limit: int, seconds: int) -> None:
    """As `hit`, but counted in the request's own transaction: only what comes about is a try.

    To be called last: whoever comes next with the same `what` waits until the transaction ends.
    """
    name, window, left = _window(what, seconds)
    if _count_in(db.session.begin_nested, name, window) > limit:
        raise TooMany(left)


def _window(what: str, seconds: int) -> tuple[str, int, int]:
    """The name in the table, the number of the present window, and the seconds until it ends."""
    kind, _, rest = what.partition(":")
    moment = int(clock.now().timestamp())
    window = moment // seconds
    return f"{kind[:15]}:{keyed_hash('throttle', rest)}", window, (window + 1) * seconds - moment


def _count_in(block: Callable[[], AbstractContextManager[Any]], name: str, window: int) -> int:
    """Add one within a block and return the sum. Two first tries at once: the second finds the row of the first."""
    for _again in range(2):
        try:
            with block() as kept:
                return _count(getattr(kept, "session", kept), name, window)
        except IntegrityError:
            continue
    raise TooMany(60)


def _count(kept: Session, name: str, window: int) -> int:
    changed = kept.execute(
        update(Throttle).where(Throttle.what == name, Throttle.window == window).values(tries=Throttle.tries + 1)
    )
    if changed.rowcount == 0:  # type: ignore[attr-defined]
        kept.execute(delete(Throttle).where(Throttle.what == name, Throttle.window < window))
        kept.add(Throttle(what=name, window=window, tries=1))
        kept.flush()
    return kept.scalar(select(Throttle.tries).where(Throttle.what == name, Throttle.window == window)) or 0
