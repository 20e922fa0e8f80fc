"""What every walk needs: somebody's browser, whatever it is, and the same one all the way."""

from collections.abc import Callable
from functools import cached_property
from typing import Protocol


class Hands(Protocol):
    """Somebody with a browser."""

    def fill(self, page: str, changes: dict[str, object], *, to: str = "") -> str:
        """Fill in the form on `page` and press its button; the path where that leads."""
        ...

    def look(self, page: str, changes: dict[str, object], *, to: str = "") -> str:
        """As `fill`, where the answer is a page to look over; its source. It stands, and is “” for the next."""
        ...

    def read(self, page: str) -> str:
        """The source of a page."""
        ...

    def values(self, page: str, name: str) -> list[str]:
        """Every value that can be ticked under `name`."""
        ...


class Walk:
    """Several people on one way. `hands` gives a person's browser by name."""

    hands: Callable[[str], Hands]

    @cached_property
    def _opened(self) -> dict[str, Hands]:
        return {}

    def of(self, name: str) -> Hands:
        """Somebody's browser, the same one all the way."""
        if name not in self._opened:
            self._opened[name] = self.hands(name)
        return self._opened[name]
