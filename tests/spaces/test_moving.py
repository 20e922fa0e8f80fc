"""A booking moves, grows or shrinks."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces import service
from participate.spaces.models import Booking
from participate.spaces.rules import (
    AnsweredAlready,
    BookingOver,
    InThePast,
    Slot,
    SpaceTaken,
    TooLong,
    TooManyPeople,
)
from participate.spaces.words import BookingStatus
from tests.spaces.booking import agreed, asked, at, open_to_all
from tests.spaces.build import build_space
from tests.street import Street

ASKED, AGREED = BookingStatus.ASKED, BookingStatus.AGREED


def slot(booking: Booking) -> Slot:
    return Slot(booking.starts_at, booking.ends_at)


def test_in_a_space_that_is_booked_at_once(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space, after=15), at(12))
    service.move(street.chidi.id, booking, at(16))
    assert (slot(booking), booking.status, booking.sequence) == (at(16), AGREED, 1)
    assert booking.held_until == booking.ends_at + timedelta(minutes=15)
    assert agreed(street.bilal, street.space, at(12)).status is AGREED


def test_else_it_is_asked_for_again_and_holds_nothing(street: Street) -> None:
    booking = agreed(street.chidi, street.space, at(12))
    service.move(street.chidi.id, booking, at(16))
    assert (slot(booking), booking.status, booking.answered_at) == (at(16), ASKED, None)
    assert agreed(street.bilal, street.space, at(12)).status is AGREED


def test_by_its_keeper_it_is_agreed(street: Street) -> None:
    booking = asked(street.chidi, street.space, at(12))
    service.move(street.dora.id, booking, at(16), as_keeper=True)
    assert (booking.status, booking.answered_by) == (AGREED, street.dora.id)


def test_longer_over_its_own_time(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space, before=30, after=30), at(12))
    service.move(street.chidi.id, booking, at(12, 180))
    service.move(street.chidi.id, booking, at(13, 180))
    assert slot(booking) == at(13, 180)


def test_up_to_the_next_but_not_into_it(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space), at(12))
    agreed(street.bilal, street.space, at(15))
    service.move(street.chidi.id, booking, at(12, 180))
    with pytest.raises(SpaceTaken):
        service.move(street.chidi.id, booking, at(12, 181))
    assert slot(booking) == at(12, 180)


def test_the_constraint_stands_behind_it(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    booking = agreed(street.chidi, open_to_all(street.space), at(12))
    agreed(street.bilal, street.space, at(15))
    monkeypatch.setattr(service.moving, "is_free", lambda *_any, **_more: True)
    with pytest.raises(SpaceTaken):
        service.move(street.chidi.id, booking, at(12, 181))
    db.session.commit()
    assert slot(booking) == at(12)


def test_to_another_space(street: Street) -> None:
    other = open_to_all(build_space(street, capacity=12))
    booking = agreed(street.chidi, street.space, at(12))
    service.move(street.chidi.id, booking, at(12), other)
    assert (booking.space_id, booking.status) == (other.id, AGREED)
    assert agreed(street.bilal, street.space, at(12)).status is AGREED


def test_to_another_space_that_is_taken(street: Street) -> None:
    other = open_to_all(build_space(street, capacity=12))
    booking = agreed(street.chidi, street.space, at(12))
    agreed(street.bilal, other, at(13))
    with pytest.raises(SpaceTaken):
        service.move(street.chidi.id, booking, at(12), other)
    assert booking.space_id == street.space.id


def test_to_another_space_that_is_too_small(street: Street) -> None:
    booking = agreed(street.chidi, street.space, at(12))
    with pytest.raises(TooManyPeople):
        service.move(street.chidi.id, booking, at(12), build_space(street, capacity=7))


def test_not_longer_than_the_space_allows(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space), at(12))
    with pytest.raises(TooLong):
        service.move(street.chidi.id, booking, at(12, 481))


def test_not_into_the_past(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space), at(12))
    with pytest.raises(InThePast):
        service.move(street.chidi.id, booking, at(9, day=clock.today()))


def test_one_that_has_begun_grows_but_does_not_begin_again(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space, least_minutes=60), at(12))
    with clock.stop_at(at(13, minute=45).starts_at):
        service.move(street.chidi.id, booking, at(12, 150))
        with pytest.raises(InThePast):
            service.move(street.chidi.id, booking, at(13))
        with pytest.raises(InThePast):
            service.move(street.chidi.id, booking, at(12, 60))
    assert slot(booking) == at(12, 150)


def test_what_is_over_stays(street: Street) -> None:
    booking = agreed(street.chidi, open_to_all(street.space), at(12))
    with clock.stop_at(booking.ends_at), pytest.raises(BookingOver):
        service.move(street.chidi.id, booking, at(18))


@pytest.mark.parametrize("stands", [BookingStatus.DECLINED, BookingStatus.CANCELLED, BookingStatus.LAPSED])
def test_what_is_off_stays_off(street: Street, stands: BookingStatus) -> None:
    booking = asked(street.chidi, street.space, at(12))
    booking.status = stands
    db.session.commit()
    with pytest.raises(AnsweredAlready):
        service.move(street.chidi.id, booking, at(18))


def test_where_it_is_already_nothing_happens(street: Street) -> None:
    booking = agreed(street.chidi, street.space, at(12))
    service.move(street.chidi.id, booking, at(12))
    assert (booking.status, booking.sequence) == (AGREED, 0)
