"""Spaces that fit: what the database says is what the rules say."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.organisations.rules import Spot
from participate.spaces import queries, service
from participate.spaces.models import OpeningHour, Space, SpecialDays
from participate.spaces.queries import Fitting
from participate.spaces.rules import Special, Stretch
from participate.spaces.words import BookingMode, DayKind
from tests.spaces.booking import DAY, agreed, asked, at
from tests.spaces.build import build_space
from tests.statements import count_statements
from tests.street import SQUARE, Street

CLOSED, HOURS, TERM = DayKind.CLOSED, DayKind.HOURS, DayKind.TERM
NINE, NOON, SIX, TEN, MIDNIGHT = time(9), time(12), time(18), time(22), time(0)
WIDE = Fitting(at(12), heads=8)


def found(wanted: Fitting, here: Spot | None = None) -> list[int]:
    return [card.id for card in queries.list_fitting(wanted, here or Spot(), 1).items]


def test_big_enough_free_and_shown(street: Street) -> None:
    assert found(WIDE) == [street.space.id]
    assert found(replace(WIDE, heads=13)) == []
    street.space.hidden_at = street.space.made_at
    db.session.commit()
    assert found(WIDE) == []


FACTS: list[tuple[str, dict[str, Any], bool]] = [
    ("asked for", {"mode": BookingMode.ASK}, True),
    ("booked at once", {"mode": BookingMode.INSTANT}, True),
    ("one rings", {"mode": BookingMode.RING}, False),
    ("just long enough", {"least_minutes": 120}, True),
    ("longer at least", {"least_minutes": 121}, False),
    ("shorter at most", {"most_minutes": 119}, False),
    ("nine days ahead", {"ahead_days": 9}, True),
    ("eight days ahead", {"ahead_days": 8}, False),
    ("steps", {"step_free": False}, False),
]


@pytest.mark.parametrize(("facts", "fits"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_its_terms(street: Street, facts: dict[str, Any], fits: bool) -> None:
    for name, value in facts.items():
        setattr(street.space, name, value)
    db.session.commit()
    assert (found(replace(WIDE, step_free=True)) == [street.space.id]) is fits


def test_the_words_of_a_kit(street: Street) -> None:
    street.space.has = "Two ovens, a long table, 100% recycled plates"
    db.session.commit()
    for kit, fits in (("oven", True), ("OVENS table", True), ("oven piano", False), ("100%", True), ("200%", False)):
        assert (found(replace(WIDE, kit=kit)) == [street.space.id]) is fits, kit


def test_the_parts_of_a_site_instead_of_the_site(street: Street) -> None:
    part = build_space(street, name="The long bed", site_id=street.space.id, capacity=12)
    assert found(WIDE) == [part.id]


@pytest.mark.parametrize(
    ("hour", "minutes", "fits"), [(14, 60, True), (10, 120, True), (11, 61, False), (13, 60, False), (12, 120, False)]
)
def test_free_then(street: Street, hour: int, minutes: int, fits: bool) -> None:
    agreed(street.chidi, street.space, at(12))
    assert bool(found(Fitting(at(hour, minutes)))) is fits


def test_only_what_is_agreed_takes_time(street: Street) -> None:
    asked(street.chidi, street.space, at(12))
    service.cancel(street.dora.id, agreed(street.bilal, street.space, at(12)))
    assert found(WIDE) == [street.space.id]


@pytest.mark.parametrize(("hour", "minute", "fits"), [(14, 29, False), (14, 30, True), (9, 30, True), (9, 31, False)])
def test_the_minutes_before_and_after_of_both(street: Street, hour: int, minute: int, fits: bool) -> None:
    street.space.before, street.space.after = 10, 20
    agreed(street.chidi, street.space, at(12))
    assert bool(found(Fitting(at(hour, 120, minute=minute)))) is fits


def test_a_booking_of_three_days_is_seen_from_its_last_hour(street: Street) -> None:
    agreed(street.dora, street.space, at(12, 3 * 24 * 60, day=DAY - timedelta(days=3)))
    assert found(Fitting(at(11, 60))) == []
    assert found(Fitting(at(12, 60))) == [street.space.id]


def test_nearest_first(street: Street) -> None:
    far = build_space(street, capacity=12, square=SQUARE + 20)
    near = build_space(street, capacity=12, square=SQUARE + 1)
    assert found(WIDE, Spot(street.ward.id, SQUARE)) == [street.space.id, near.id, far.id]


def test_few_statements(street: Street) -> None:
    for _each in range(15):
        build_space(street, capacity=12)
    db.session.commit()
    here = Spot(street.ward.id, SQUARE)
    with count_statements() as counted:
        assert len(found(WIDE, here)) == 16
    assert counted.number <= 4, counted.texts


WEEK = (Stretch(5, NINE, SIX), Stretch(6, NOON, MIDNIGHT))
OPENING: list[tuple[str, tuple[Stretch, ...], tuple[Special, ...]]] = [
    ("no hours", (), ()),
    ("hours", WEEK, ()),
    ("other weekdays", (Stretch(0, NINE, SIX),), ()),
    ("late on two days", (Stretch(5, NOON, MIDNIGHT), Stretch(6, MIDNIGHT, NINE)), ()),
    ("closed", WEEK, (Special(CLOSED, DAY, DAY),)),
    ("closed the day after", WEEK, (Special(CLOSED, DAY + timedelta(1), DAY + timedelta(1)),)),
    ("no hours, closed", (), (Special(CLOSED, DAY - timedelta(3), DAY + timedelta(3)),)),
    ("other hours", WEEK, (Special(HOURS, DAY, DAY, SIX, TEN),)),
    ("other hours until midnight", (), (Special(HOURS, DAY, DAY, SIX, MIDNIGHT),)),
    ("other hours on a closed weekday", (Stretch(0, NINE, SIX),), (Special(HOURS, DAY, DAY, NINE, TEN),)),
    ("other hours and closed", WEEK, (Special(HOURS, DAY, DAY, NINE, TEN), Special(CLOSED, DAY, DAY))),
    ("in its term", WEEK, (Special(TERM, DAY, DAY + timedelta(9)),)),
    ("out of its term", WEEK, (Special(TERM, date(2026, 9, 1), date(2026, 12, 1)),)),
    ("no hours, out of its term", (), (Special(TERM, date(2026, 9, 1), date(2026, 12, 1)),)),
    ("out of its term with other hours", WEEK, (Special(TERM, date(2026, 9, 1), date(2026, 12, 1)),
                                                 Special(HOURS, DAY, DAY, NINE, NOON))),
]  # fmt: skip
SLOTS = [
    at(9, 60), at(9, 540), at(8, 90), at(17, 60), at(17, 61), at(18, 120), at(21, 180), at(22, 120), at(23, 120),
    at(0, 60, DAY + timedelta(1)), at(12, 60, DAY + timedelta(1)), at(12), at(11, 30),
]  # fmt: skip


def put(space: Space, week: tuple[Stretch, ...], special: tuple[Special, ...]) -> None:
    db.session.add_all(OpeningHour(space_id=space.id, **vars(each)) for each in week)
    db.session.add_all(SpecialDays(space_id=space.id, **vars(each)) for each in special)
    space.least_minutes, space.most_minutes = 15, 24 * 60
    db.session.commit()


def agrees(space: Space) -> None:
    """The list names a space exactly when it could be booked."""
    for slot in SLOTS:
        broken: RuleBroken | None = queries.check_slots(space, [slot])[0]
        assert (space.id in found(Fitting(slot))) is (broken is None), (slot, broken)


@pytest.mark.parametrize(("week", "special"), [row[1:] for row in OPENING], ids=[row[0] for row in OPENING])
def test_the_list_says_what_the_rules_say(
    street: Street, week: tuple[Stretch, ...], special: tuple[Special, ...]
) -> None:
    put(street.space, week, special)
    agrees(street.space)


@pytest.mark.parametrize(("week", "special"), [row[1:] for row in OPENING], ids=[row[0] for row in OPENING])
def test_and_of_a_part_whose_site_keeps_the_hours(
    street: Street, week: tuple[Stretch, ...], special: tuple[Special, ...]
) -> None:
    part = build_space(street, name="The long bed", site_id=street.space.id, capacity=12)
    put(street.space, week, special)
    put(part, (), ())
    agrees(part)
    put(part, (Stretch(5, NINE, NOON),), (Special(HOURS, DAY + timedelta(1), DAY + timedelta(1), MIDNIGHT, SIX),))
    agrees(part)
