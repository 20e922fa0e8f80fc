"""A PIN: thirty guesses at once on as many connections find out no more than five would."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from unittest.mock import patch

from sqlalchemy import select

from participate.accounts import rules, service
from participate.accounts.models import Person, RoleHeld, StaffPin
from participate.accounts.service import pins
from participate.accounts.words import Role
from participate.core import clock
from participate.core.db import aside, db
from participate.places.models import Borough, Hub, Ward
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP

GUESSES = 30
_numbers = count(1)


def _hub() -> Hub:
    """A hub of its own."""
    number = next(_numbers)
    borough = Borough(code=f"P{number:08}", name=f"Borough of pins {number}")
    db.session.add(borough)
    db.session.flush()
    ward = Ward(
        borough_id=borough.id, code=f"Q{number:08}", name=f"Ward of pins {number}", slug=f"pins-{number}",
        lat=51.5, lon=0.1,
    )  # fmt: skip
    db.session.add(ward)
    db.session.flush()
    hub = Hub(name=f"Shop of pins {number}", address="High Street", ward_id=ward.id)
    db.session.add(hub)
    db.session.flush()
    return hub


def thirty_guesses() -> Start:
    """Five are looked at, and the PIN is locked for the rest."""
    hub, now = _hub(), clock.now()
    dora = Person(name="Dora", email="dora@example.org", joined_at=now)
    dora.roles.append(RoleHeld(role=Role.STAFF, subject=f"hub:{hub.id}", since=now))
    db.session.add(dora)
    db.session.flush()
    with patch.object(pins, "COST", 2**4), patch.object(pins, "ROUNDS", 1):
        service.set_pin(dora, "482915")
    seen: list[str] = []
    place, number = hub.id, dora.id

    def faults() -> list[str]:
        looked = seen.count("looked")
        wrong = db.session.scalar(select(StaffPin.wrong).where(StaffPin.person_id == number))
        return [] if (looked, wrong) == (rules.PINS_WRONG, rules.PINS_WRONG) else [f"{looked} looked at, {wrong} noted"]

    return Start([_guesses(place, number, f"{each:06}", seen) for each in range(GUESSES)], faults)


def _guesses(hub_id: int, person_id: int, pin: str, seen: list[str]) -> Job:
    def guess() -> None:
        try:
            service.try_pin(hub_id, person_id, pin)
        except rules.PinWrong:
            seen.append("looked")
        except rules.PinLocked:
            seen.append("locked")

    return guess


def _loosely_counted(pin_id: int) -> bool:
    """Look whether it is locked, then count."""
    with aside() as kept:
        wrong = kept.scalar(select(StaffPin.wrong).where(StaffPin.id == pin_id)) or 0
    time.sleep(GAP)
    if wrong >= rules.PINS_WRONG:
        return False
    with aside() as kept:
        kept.get_one(StaffPin, pin_id).wrong = wrong + 1
    return True


@contextmanager
def count_off() -> Iterator[None]:
    """A look at the counter, then a leap."""
    with patch.object(pins, "_count_try", _loosely_counted):
        yield


RACES = (Race("thirty-guesses of a PIN at once, five are looked at", thirty_guesses, count_off),)
