"""Which spaces are taken when, so that no two neighbours stand before the same door."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from participate.spaces.rules.opening import Opening, Span, is_open


class Bookable(Protocol):
    """What the diary needs to know of a space. `before` and `after`: minutes held with each booking."""

    @property
    def id(self) -> int: ...
    @property
    def opening(self) -> Opening: ...
    @property
    def before(self) -> int: ...
    @property
    def after(self) -> int: ...


def held(room: Bookable, span: Span) -> Span:
    """What a booking holds: its time with the minutes before and after."""
    return span[0] - timedelta(minutes=room.before), span[1] + timedelta(minutes=room.after)


class Diary:
    """The held times of each space."""

    def __init__(self) -> None:
        self._held: dict[int, list[tuple[datetime, datetime]]] = {}

    def free(self, room: Bookable, spans: Sequence[Span]) -> bool:
        """Whether the space is open and nobody's at all these times."""
        taken = self._held.get(room.id, ())
        wanted = [held(room, span) for span in spans]
        if any(start < until and since < end for start, end in wanted for since, until in taken):
            return False
        return all(is_open(room.opening, *span) for span in spans)

    def take(self, room: Bookable, spans: Sequence[Span]) -> bool:
        """Whether it was free at all these times; then it is taken."""
        if not self.free(room, spans):
            return False
        self._held.setdefault(room.id, []).extend(held(room, span) for span in spans)
        return True
