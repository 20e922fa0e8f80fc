"""Every race a few times on both databases, and its control. `make races` runs them longer."""

import pytest
from flask import Flask

from tests.races.__main__ import ALL
from tests.races.racing import Race, run

TRIES, CONTROL_TRIES = 2, 10


@pytest.mark.parametrize("race", ALL, ids=lambda race: race.name.split()[0])
def test_it_holds(app: Flask, race: Race) -> None:
    tally = run(app, race, TRIES)
    assert (tally.broken, tally.errors) == (0, 0), tally.faults


@pytest.mark.parametrize("race", ALL, ids=lambda race: race.name.split()[0])
def test_with_the_guard_off_it_breaks(app: Flask, race: Race) -> None:
    with race.guard_off():
        tally = run(app, race, CONTROL_TRIES, until_broken=True)
    assert tally.broken > 0
