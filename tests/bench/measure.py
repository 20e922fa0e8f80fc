"""Asking a running site, one request after another, and reading the time of each."""

import http.client
import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """Times in milliseconds, and the size of an answer on the wire in bytes."""

    p50: float
    p95: float
    size: int

    def over(self, other: "Figures") -> dict[str, float]:
        """These times as multiples of `other`'s."""
        return {"p50": round(self.p50 / other.p50, 2), "p95": round(self.p95 / other.p95, 2)}


class Visitor:
    """One browser with a kept connection and, where it is given, a cookie."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Accept-Encoding": "gzip"} | ({"Cookie": cookie} if cookie else {})

    def ask(self, path: str) -> tuple[float, int]:
        """(milliseconds, bytes) of one GET. Raises RuntimeError unless it answers 200."""
        try:
            return self._ask(path)
        except (http.client.RemoteDisconnected, http.client.CannotSendRequest, BrokenPipeError):
            self.connection.close()  # the server closes a connection that was quiet for some seconds
            return self._ask(path)

    def read(self, path: str) -> str:
        """The words of a page."""
        self.connection.request("GET", path, headers=self.headers | {"Accept-Encoding": "identity"})
        return self.connection.getresponse().read().decode()

    def _ask(self, path: str) -> tuple[float, int]:
        started = time.perf_counter()
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - started) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        return took, len(body)


def side_by_side(visitors: dict[str, list[tuple[Visitor, str]]], rounds: int) -> dict[str, Figures]:
    """Ask every page in turn, `rounds` times, so that a noisy moment falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in visitors}
    sizes: dict[str, int] = {}
    for turn in range(-3, rounds):  # three to warm up
        for name, pages in visitors.items():
            visitor, path = pages[turn % len(pages)]
            took, size = visitor.ask(path)
            if turn >= 0:
                times[name].append(took)
                sizes[name] = max(size, sizes.get(name, 0))
    return {
        name: Figures(statistics.median(all_), statistics.quantiles(all_, n=20)[18], sizes[name])
        for name, all_ in times.items()
    }
