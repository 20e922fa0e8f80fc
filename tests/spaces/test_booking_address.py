"""Where a home is: told to those whose booking is agreed, until a day after, and to nobody else."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces import queries, service
from participate.spaces.models import HomeAddress, Space
from participate.spaces.words import SpaceKind
from tests.spaces.booking import agreed, asked, at, open_to_all
from tests.spaces.build import build_space
from tests.street import CAST, Street

CANARY = "7 Wren Close"


@pytest.fixture
def home(street: Street) -> Space:
    made = build_space(street, name="Amina’s front room", kind=SpaceKind.HOME, capacity=12)
    db.session.add(HomeAddress(space_id=made.id, words=CANARY))
    db.session.commit()
    return made


def told(street: Street, home: Space) -> set[str]:
    """Who of the cast is told by a booking. (Its keeper knows by other ways.)"""
    now = clock.now()
    ids = {name: person.id if (person := street.person(name)) else None for name in CAST}
    return {name for name, person_id in ids.items() if queries.home_address(home, person_id, now) == CANARY}


def test_nobody_without_a_booking(street: Street, home: Space) -> None:
    assert told(street, home) == set()


def test_not_while_it_waits(street: Street, home: Space) -> None:
    asked(street.chidi, home, at(12))
    assert told(street, home) == set()


TIMES = [
    (timedelta(days=-8), True), (timedelta(minutes=-120), True), (timedelta(), True), (timedelta(hours=24), True),
    (timedelta(hours=24, seconds=1), False), (timedelta(days=30), False),
]  # fmt: skip


@pytest.mark.parametrize(("after", "yes"), TIMES)
def test_whoever_booked_it_and_she_alone(street: Street, home: Space, after: timedelta, yes: bool) -> None:
    booking = agreed(street.chidi, home, at(12))
    with clock.stop_at(booking.ends_at + after):
        assert told(street, home) == ({"chidi"} if yes else set())


ENDS: list[Callable[[Street, object], object]] = [
    lambda street, booking: service.cancel(street.chidi.id, booking),  # type: ignore[arg-type]
    lambda street, booking: service.cancel(street.amina.id, booking, "No"),  # type: ignore[arg-type]
    lambda street, booking: service.move(street.chidi.id, booking, at(15)),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("ends", ENDS)
def test_not_when_it_is_off_or_asked_for_again(street: Street, home: Space, ends: Callable[..., object]) -> None:
    booking = agreed(street.chidi, home, at(12))
    ends(street, booking)
    db.session.commit()
    assert told(street, home) == set()


def test_not_by_a_booking_of_another_space(street: Street, home: Space) -> None:
    agreed(street.chidi, street.space, at(12))
    assert told(street, home) == set()


def test_the_latest_of_several_counts(street: Street, home: Space) -> None:
    agreed(street.chidi, home, at(12))
    agreed(street.chidi, home, at(12, day=at(12).starts_at.date() + timedelta(days=7)))
    with clock.stop_at(at(12).ends_at + timedelta(days=6)):
        assert told(street, home) == {"chidi"}


def test_a_public_room_has_no_secret(street: Street) -> None:
    open_to_all(street.space)
    agreed(street.chidi, street.space, at(12))
    assert queries.home_address(street.space, street.chidi.id, clock.now()) == ""


def test_a_part_has_the_address_of_its_site_or_its_own(street: Street, home: Space) -> None:
    part = build_space(street, name="The shed", site_id=home.id, private=True, capacity=12)
    agreed(street.chidi, part, at(12))
    assert queries.home_address(part, street.chidi.id, clock.now()) == CANARY
    db.session.add(HomeAddress(space_id=part.id, words="Round the back"))
    db.session.commit()
    assert queries.home_address(part, street.chidi.id, clock.now()) == "Round the back"
