"""How much a space is used."""

from datetime import date, time, timedelta

from participate.spaces import queries, service
from participate.spaces.queries import Use
from participate.spaces.rules import Special, Stretch
from participate.spaces.words import DayKind
from tests.spaces.booking import DAY, agreed, asked, at
from tests.street import Street

MONDAY, SUNDAY = DAY - timedelta(days=5), DAY + timedelta(days=1)


def test_hours_used_of_hours_offered(street: Street) -> None:
    service.set_week(street.dora.id, street.space, [Stretch(5, time(9), time(17)), Stretch(6, time(9), time(13))])
    agreed(street.chidi, street.space, at(12))
    agreed(street.bilal, street.space, at(9, 60, day=SUNDAY))
    asked(street.chidi, street.space, at(15))
    service.cancel(street.chidi.id, agreed(street.chidi, street.space, at(15)))
    assert queries.use_of(street.space, MONDAY, SUNDAY) == Use(180, 12 * 60, 2)


def test_closed_days_are_not_offered(street: Street) -> None:
    service.set_week(street.dora.id, street.space, [Stretch(5, time(9), time(17))])
    service.add_special(street.dora.id, street.space, Special(DayKind.CLOSED, DAY, DAY))
    assert queries.use_of(street.space, MONDAY, SUNDAY) == Use(0, 0, 0)


def test_only_the_part_within_the_days_counts(street: Street) -> None:
    street.space.before = street.space.after = 60
    agreed(street.dora, street.space, at(23, 120))
    assert queries.use_of(street.space, DAY, DAY) == Use(60, 0, 1)
    assert queries.use_of(street.space, SUNDAY, SUNDAY) == Use(60, 0, 1)
    assert queries.use_of(street.space, SUNDAY + timedelta(1), SUNDAY + timedelta(1)) == Use(0, 0, 0)


def test_a_night_with_an_hour_more(street: Street) -> None:
    night = date(2026, 10, 25)
    service.set_week(street.dora.id, street.space, [Stretch(6, time(0), time(3))])
    agreed(street.dora, street.space, at(0, 240, day=night))
    assert queries.use_of(street.space, night, night) == Use(240, 240, 1)
