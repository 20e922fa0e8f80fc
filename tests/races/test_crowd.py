"""A short crowd on every database, and without the guard. `make races` lets the whole one in."""

from flask import Flask

from tests.races.crowd import run

PROCESSES, REQUESTS = 6, 20


def test_one_holder_for_each_hour(app: Flask) -> None:
    tally = run(app, PROCESSES, REQUESTS)
    assert tally.faults == []
    assert sum(tally.statuses.values()) == PROCESSES * REQUESTS


def test_with_the_guard_off_it_breaks(app: Flask) -> None:
    assert any("holders" in fault for _try in range(3) for fault in run(app, PROCESSES, REQUESTS, guarded=False).faults)
