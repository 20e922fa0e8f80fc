"""Booking a space: at once or asked for, and every reason why not."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.spaces import queries, service
from participate.spaces.models import Booking
from participate.spaces.rules import (
    ChooseAPart,
    InThePast,
    NotOffered,
    NotOpenThen,
    RingInstead,
    SpaceTaken,
    Special,
    Stretch,
    TooFarAhead,
    TooLong,
    TooManyPeople,
    TooShort,
    What,
    slot_of,
)
from participate.spaces.words import BookingMode, BookingStatus, DayKind
from tests.spaces.booking import DAY, LUNCH, agreed, asked, at, open_to_all
from tests.spaces.build import build_space
from tests.street import Street


def test_a_space_that_says_so_is_booked_at_once(street: Street) -> None:
    made = service.book(street.chidi.id, open_to_all(street.space), at(12), LUNCH)
    assert (made.status, made.person_id, made.space_id) == (BookingStatus.AGREED, street.chidi.id, street.space.id)
    assert (made.label, made.heads, made.series_id, made.sequence) == ("Lunch for the street", 8, None, 0)


def test_else_it_is_asked_for(street: Street) -> None:
    made = service.book(street.chidi.id, street.space, at(12), LUNCH)
    assert (made.status, made.answered_at) == (BookingStatus.ASKED, None)


def test_its_keeper_has_it_at_once(street: Street) -> None:
    made = service.book(street.dora.id, street.space, at(12), LUNCH, as_keeper=True)
    assert made.status is BookingStatus.AGREED


def test_for_somebody_who_rang(street: Street) -> None:
    street.space.mode = BookingMode.RING
    made = service.book(street.dora.id, street.space, at(12), LUNCH, as_keeper=True, person_id=street.chidi.id)
    assert made.person_id == street.chidi.id


def test_the_minutes_before_and_after_are_held_with_it(street: Street) -> None:
    made = agreed(street.chidi, open_to_all(street.space, before=15, after=30), at(12))
    assert made.held_from == made.starts_at - timedelta(minutes=15)
    assert made.held_until == made.ends_at + timedelta(minutes=30)


def test_what_is_only_asked_for_holds_nothing(street: Street) -> None:
    asked(street.chidi, street.space, at(12))
    assert asked(street.bilal, street.space, at(12)).status is BookingStatus.ASKED


def test_times_that_touch_are_both_booked(street: Street) -> None:
    agreed(street.chidi, street.space, at(10, 60))
    agreed(street.bilal, street.space, at(11, 60))
    assert agreed(street.amina, street.space, at(9, 60)).status is BookingStatus.AGREED


def test_the_minutes_of_both_lie_between(street: Street) -> None:
    space = open_to_all(street.space, before=10, after=20)
    agreed(street.chidi, space, at(10, 60))
    with pytest.raises(SpaceTaken):
        service.book(street.bilal.id, space, at(11, minute=29), LUNCH)
    assert service.book(street.bilal.id, space, at(11, minute=30), LUNCH).status is BookingStatus.AGREED


TAKEN = [(12, 120), (11, 61), (13, 30), (13, 240), (11, 240)]


@pytest.mark.parametrize(("hour", "minutes"), TAKEN)
@pytest.mark.parametrize("as_keeper", [True, False])
def test_a_time_that_is_taken(street: Street, hour: int, minutes: int, as_keeper: bool) -> None:
    agreed(street.chidi, street.space, at(12))
    with pytest.raises(SpaceTaken):
        service.book(street.dora.id, street.space, at(hour, minutes), LUNCH, as_keeper=as_keeper)


def test_the_same_time_in_another_space(street: Street) -> None:
    agreed(street.chidi, street.space, at(12))
    other = build_space(street, capacity=12)
    assert agreed(street.bilal, other, at(12)).status is BookingStatus.AGREED


WHY_NOT: list[tuple[str, dict[str, Any], dict[str, Any], type[RuleBroken]]] = [
    ("too short", {}, {"minutes": 29}, TooShort),
    ("too long", {}, {"minutes": 481}, TooLong),
    ("ends before it starts", {}, {"minutes": -60}, TooShort),
    ("in the past", {}, {"day": date(2026, 7, 2), "hour": 11}, InThePast),
    ("too far ahead", {"ahead_days": 7}, {}, TooFarAhead),
    ("more people than fit", {"capacity": 7}, {}, TooManyPeople),
    ("one rings", {"mode": BookingMode.RING}, {}, RingInstead),
    ("hidden", {"hidden_at": clock.now()}, {}, NotOffered),
    ("ended", {"expires_on": date(2026, 7, 1)}, {}, NotOffered),
]


@pytest.mark.parametrize(("facts", "slot", "broken"), [row[1:] for row in WHY_NOT], ids=[row[0] for row in WHY_NOT])
def test_why_it_cannot_be_had(
    street: Street, facts: dict[str, Any], slot: dict[str, Any], broken: type[RuleBroken]
) -> None:
    space = open_to_all(street.space, **facts)
    with pytest.raises(broken):
        service.book(street.chidi.id, space, at(**({"hour": 12} | slot)), LUNCH)
    assert db.session.query(Booking).count() == 0


NOT_FOR_KEEPERS = ("too short", "too long", "too far ahead", "one rings", "hidden", "ended")


@pytest.mark.parametrize(
    ("facts", "slot"), [row[1:3] for row in WHY_NOT if row[0] in NOT_FOR_KEEPERS], ids=NOT_FOR_KEEPERS
)
def test_what_does_not_bind_its_keeper(street: Street, facts: dict[str, Any], slot: dict[str, Any]) -> None:
    space = open_to_all(street.space, **facts)
    made = service.book(street.dora.id, space, at(**({"hour": 12} | slot)), LUNCH, as_keeper=True)
    assert made.status is BookingStatus.AGREED


@pytest.mark.parametrize("name", ["ends before it starts", "in the past", "more people than fit"])
def test_what_binds_its_keeper_too(street: Street, name: str) -> None:
    facts, slot, broken = next(row[1:] for row in WHY_NOT if row[0] == name)
    space = open_to_all(street.space, **facts)
    with pytest.raises(broken):
        service.book(street.dora.id, space, at(**({"hour": 12} | slot)), LUNCH, as_keeper=True)


def test_nobody_keeps_a_space_for_weeks(street: Street) -> None:
    with pytest.raises(TooLong):
        service.book(street.dora.id, street.space, at(12, 3 * 24 * 60 + 1), LUNCH, as_keeper=True)


def test_only_while_it_is_open(street: Street) -> None:
    service.set_week(street.dora.id, street.space, [Stretch(5, time(9), time(13))])
    with pytest.raises(NotOpenThen):
        service.book(street.chidi.id, street.space, at(12), LUNCH)
    assert service.book(street.chidi.id, street.space, at(11), LUNCH).status is BookingStatus.ASKED
    assert service.book(street.dora.id, street.space, at(20), LUNCH, as_keeper=True).status is BookingStatus.AGREED


def test_a_closed_day(street: Street) -> None:
    service.add_special(street.dora.id, street.space, Special(DayKind.CLOSED, DAY, DAY))
    with pytest.raises(NotOpenThen):
        service.book(street.chidi.id, street.space, at(12), LUNCH)


def test_a_site_is_booked_by_its_parts(street: Street) -> None:
    part = build_space(street, name="The long bed", site_id=street.space.id, capacity=12)
    with pytest.raises(ChooseAPart):
        service.book(street.chidi.id, street.space, at(12), LUNCH)
    with pytest.raises(ChooseAPart):
        service.book(street.dora.id, street.space, at(12), LUNCH, as_keeper=True)
    assert service.book(street.chidi.id, part, at(12), LUNCH).status is BookingStatus.ASKED


def test_a_part_keeps_the_hours_of_its_site_unless_it_has_its_own(street: Street) -> None:
    part = build_space(street, name="The long bed", site_id=street.space.id, capacity=12)
    service.set_week(street.dora.id, street.space, [Stretch(5, time(9), time(13))])
    service.add_special(street.dora.id, street.space, Special(DayKind.CLOSED, DAY + timedelta(7), DAY + timedelta(7)))
    checked = queries.check_slots(part, [at(10), at(15), at(10, day=DAY + timedelta(7))])
    assert [type(each) for each in checked] == [type(None), NotOpenThen, NotOpenThen]
    service.set_week(street.amina.id, part, [Stretch(5, time(14), time(20))])
    checked = queries.check_slots(part, [at(10), at(15), at(15, day=DAY + timedelta(7))])
    assert [type(each) for each in checked] == [NotOpenThen, type(None), NotOpenThen]


def test_the_constraint_stands_behind_it(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who both saw a free time: the second is told, and her transaction lives."""
    agreed(street.chidi, street.space, at(12))
    monkeypatch.setattr(queries.bookings, "list_held", lambda *_any, **_more: [])
    with pytest.raises(SpaceTaken):
        service.book(street.dora.id, street.space, at(13), LUNCH, as_keeper=True)
    db.session.commit()
    assert db.session.query(Booking).count() == 1


def test_hours_of_london_all_the_year(street: Street) -> None:
    space = open_to_all(street.space, ahead_days=400)
    summer = service.book(street.chidi.id, space, slot_of(date(2026, 7, 11), time(14), 60), LUNCH)
    winter = service.book(street.chidi.id, space, slot_of(date(2026, 12, 5), time(14), 60), LUNCH)
    db.session.commit()
    assert [each.starts_at.hour for each in (summer, winter)] == [13, 14]


def test_over_the_hour_that_comes_twice(street: Street) -> None:
    """00:30 for two hours ends at the second half past one; what follows then touches it."""
    space = open_to_all(street.space)
    night = date(2026, 10, 25)
    first = service.book(street.chidi.id, space, slot_of(night, time(0, 30), 120), LUNCH)
    assert first.ends_at - first.starts_at == timedelta(hours=2)
    assert clock.local(first.ends_at).strftime("%H:%M %Z") == "01:30 GMT"
    second = service.book(street.bilal.id, space, slot_of(night, time(2), 60), LUNCH)
    with pytest.raises(SpaceTaken):
        service.book(street.amina.id, space, slot_of(night, time(1, 30), 60), LUNCH)
    db.session.commit()
    assert second.starts_at - first.ends_at == timedelta(minutes=30)


def test_on_29_february(street: Street) -> None:
    space = open_to_all(street.space, ahead_days=800)
    made = service.book(street.chidi.id, space, slot_of(date(2028, 2, 29), time(10), 60), What("Leap"))
    assert clock.local(made.starts_at).date() == date(2028, 2, 29)
