"""The registry of what to do when a promise falls due. The outbox slice runs it; core only keeps the names.

A slice registers with `@on("ask.answered")` in its `jobs.py`; the payload is the promise's own.
"""

from collections.abc import Callable
from datetime import timedelta

Payload = dict[str, object]
Handler = Callable[[Payload], None]
Periodic = Callable[[], None]

# What several slices hear of, each looking for what is its own. Everything else has one handler.
HEARD_BY_MANY = frozenset({"call.made", "call.recorded"})

handlers: dict[str, Handler] = {}
periodic: dict[str, tuple[timedelta, Periodic]] = {}


def on(name: str) -> Callable[[Handler], Handler]:
    """Register the handler of the promise `name`. One handler a name, but for what is `HEARD_BY_MANY`."""

    def keep(handler: Handler) -> Handler:
        before = handlers.get(name)
        if name in HEARD_BY_MANY:
            handlers[name] = handler if before is None else _both(before, handler)
        elif before not in (None, handler):
            raise ValueError(f"two handlers for the promise {name}")
        else:
            handlers[name] = handler
        return handler

    return keep


def _both(first: Handler, second: Handler) -> Handler:
    def handle(payload: Payload) -> None:
        first(payload)
        second(payload)

    return handle


def tell(name: str, payload: Payload) -> None:
    """Do at once, in the transaction at hand, what a higher slice registered for `name`; nothing if none did.

    For what must be there when the next page is shown. Everything else is promised.
    """
    handler = handlers.get(name)
    if handler is not None:
        handler(payload)


def every(name: str, gap: timedelta) -> Callable[[Periodic], Periodic]:
    """Register something to be done once in each `gap`, by whichever worker comes first."""

    def keep(job: Periodic) -> Periodic:
        periodic[name] = (gap, job)
        return job

    return keep
