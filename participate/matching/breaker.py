"""A breaker: when suggestions are too slow several times in a row, pages do without them for a short while.

Each process has its own. Closed, every question is asked. Open, none is, and pages show plain lists. After the rest it
is half open: one question is tried while the others wait; a quick answer closes it, a slow one is another rest.
A rest may ask for what mends it, such as another index: when it begins, and not again within the hour.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import structlog

from participate.matching.rules import REBUILD_EVERY, REST, SLOW_IN_A_ROW, TOO_SLOW

log = structlog.get_logger()


class Breaker:
    """`now` tells the time in seconds and never goes back; an answer is slow that took longer than `too_slow`.

    `on_rest` asks for what mends it. It is called outside the lock, by whoever gave the slow answer.
    """

    def __init__(
        self, now: Callable[[], float] = time.monotonic, too_slow: float = TOO_SLOW,
        on_rest: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self._now, self._too_slow, self._on_rest = now, too_slow, on_rest
        self._lock = threading.Lock()
        self._slow = 0  # answers in a row
        self._slow_at = float("-inf")  # when the last of them was there
        self._rests_until: float | None = None  # None is closed
        self._asked_at = float("-inf")  # when `on_rest` was called last
        self._trial: float | None = None  # when the one question began that is tried after a rest

    @property
    def rests(self) -> bool:
        """Whether pages do without suggestions now."""
        with self._lock:
            return self._rests_until is not None and self._now() < self._rests_until

    def begin(self) -> float | None:
        """When the question at hand begins; None where it is not asked."""
        with self._lock:
            now = self._now()
            if self._rests_until is None:
                return now
            if now < self._rests_until:
                return None
            self._rests_until, self._trial = now + REST, now  # should this one never end, another is tried later
            return now

    def in_time(self, began: float) -> bool:
        """Whether a question that began then is not slow yet."""
        return self._now() - began <= self._too_slow

    def end(self, began: float) -> None:
        """The question that began then has its answer."""
        with self._lock:
            now, was_open = self._now(), self._rests_until is not None
            if was_open and began != self._trial:
                return  # it began before the rest: what counts is the one that is tried
            took = now - began
            slow = took > self._too_slow
            if slow and began < self._slow_at:
                return  # beside one that counts already: what held both up held them up once
            self._slow, self._slow_at = (self._slow + 1, now) if slow else (0, self._slow_at)
            opens = self._slow >= SLOW_IN_A_ROW
            self._rests_until, self._trial = now + REST if opens else None, None
            asks = opens and now - self._asked_at >= REBUILD_EVERY
            self._asked_at = now if asks else self._asked_at
        if opens and not was_open:
            log.warning("suggestions rest", in_a_row=self._slow, took_ms=round(took * 1000), rest_seconds=REST)
        elif was_open and not opens:
            log.info("suggestions are back", took_ms=round(took * 1000))
        if asks:
            self._on_rest()


NEVER_TOO_SLOW = Breaker(too_slow=float("inf"))  # for work at which nobody waits
