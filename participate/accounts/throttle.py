"""Counters that slow guessing down. They survive a failed request, a restart and many workers."""

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from participate.accounts.current import keyed_hash
from participate.accounts.models import Throttle
from participate.core import clock
from participate.core.db import aside
from participate.core.errors import TooMany

KEPT_WINDOWS = 2


def hit(what: str, limit: int, seconds: int) -> None:
    """Count one try of `what` ("code:address") in the present window of `seconds`.

    Raises TooMany, with the seconds until the window ends, once there were more than `limit`. Must be called
    before the request has written anything. What stands in the table is a keyed hash.
    """
    kind, _, rest = what.partition(":")
    name = f"{kind[:15]}:{keyed_hash('throttle', rest)}"
    moment = int(clock.now().timestamp())
    window = moment // seconds
    if _count(name, window) > limit:
        raise TooMany((window + 1) * seconds - moment)


def _count(name: str, window: int) -> int:
    """Add one and return the sum. Two first tries at once: the second finds the row of the first."""
    for _again in range(2):
        try:
            with aside() as kept:
                changed = kept.execute(
                    update(Throttle)
                    .where(Throttle.what == name, Throttle.window == window)
                    .values(tries=Throttle.tries + 1)
                )
                if changed.rowcount == 0:  # type: ignore[attr-defined]
                    kept.execute(delete(Throttle).where(Throttle.what == name, Throttle.window < window))
                    kept.add(Throttle(what=name, window=window, tries=1))
                    kept.flush()
                query = select(Throttle.tries).where(Throttle.what == name, Throttle.window == window)
                return kept.scalar(query) or 0
        except IntegrityError:
            continue
    raise TooMany(60)
