"""Several times together: all or nothing, answered and given up together."""

from datetime import date, time, timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.spaces import queries, service
from participate.spaces.models import Booking, BookingSeries
from participate.spaces.rules import (
    AnsweredAlready,
    BookingOver,
    DayTaken,
    NoSuchHour,
    NoTimes,
    Slot,
    SpaceTaken,
    TooManyTimes,
    days_of,
    slot_of,
)
from participate.spaces.words import BookingStatus
from tests.spaces.booking import DAY, LUNCH, agreed, at, open_to_all
from tests.spaces.build import build_space
from tests.street import Street

ASKED, AGREED, DECLINED, CANCELLED = (
    BookingStatus.ASKED, BookingStatus.AGREED, BookingStatus.DECLINED, BookingStatus.CANCELLED,
)  # fmt: skip
WEEK = timedelta(days=7)


def weekly(times: int = 10, hour: int = 12) -> list[Slot]:
    return [at(hour, day=day) for day in days_of(DAY, 1, times)]


def many() -> tuple[int, int]:
    return db.session.query(Booking).count(), db.session.query(BookingSeries).count()


def test_ten_weeks(street: Street) -> None:
    made = service.book_series(street.chidi.id, street.space, weekly(), LUNCH)
    db.session.commit()
    assert {each.status for each in made} == {ASKED}
    assert {each.series.times for each in made} == {10}
    assert [Slot(each.starts_at, each.ends_at) for each in made] == weekly()
    assert [each.id for each in queries.list_of_series(made[0].series_id or 0)] == [each.id for each in made]


def test_once_is_no_series(street: Street) -> None:
    assert [each.series_id for each in service.book_series(street.chidi.id, street.space, weekly(1), LUNCH)] == [None]


@pytest.mark.parametrize("as_keeper", [True, False])
def test_week_six_is_taken_nothing_is_written(street: Street, as_keeper: bool) -> None:
    agreed(street.bilal, street.space, at(13, day=DAY + 5 * WEEK))
    checked = queries.check_slots(street.space, weekly(), LUNCH.heads)
    assert [type(each) for each in checked] == [*[type(None)] * 5, SpaceTaken, *[type(None)] * 4]
    with pytest.raises(SpaceTaken):
        service.book_series(street.dora.id, street.space, weekly(), LUNCH, as_keeper=as_keeper)
    db.session.commit()
    assert many() == (1, 0)


def test_the_constraint_stands_behind_a_series_too(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    agreed(street.bilal, street.space, at(13, day=DAY + 5 * WEEK))
    monkeypatch.setattr(queries.bookings, "list_held", lambda *_any, **_more: [])
    with pytest.raises(SpaceTaken):
        service.book_series(street.dora.id, street.space, weekly(), LUNCH, as_keeper=True)
    db.session.commit()
    assert many() == (1, 0)


def test_week_six_is_taken_and_left_out(street: Street) -> None:
    agreed(street.bilal, street.space, at(13, day=DAY + 5 * WEEK))
    free = [slot for slot in weekly() if slot.starts_at != weekly()[5].starts_at]
    assert len(service.book_series(street.chidi.id, street.space, free, LUNCH)) == 9


def test_week_six_is_taken_and_had_elsewhere(street: Street) -> None:
    agreed(street.bilal, street.space, at(13, day=DAY + 5 * WEEK))
    other = open_to_all(build_space(street, capacity=12))
    made = service.book_series(street.chidi.id, street.space, weekly(), LUNCH, elsewhere={5: other})
    assert [each.space_id for each in made] == [other.id if number == 5 else street.space.id for number in range(10)]
    assert [each.status for each in made].count(AGREED) == 1
    assert len({each.series_id for each in made}) == 1


def test_elsewhere_is_taken_too(street: Street) -> None:
    other = build_space(street, capacity=12)
    agreed(street.bilal, other, at(13, day=DAY + 5 * WEEK))
    with pytest.raises(SpaceTaken):
        service.book_series(street.chidi.id, street.space, weekly(), LUNCH, elsewhere={5: other})
    assert many() == (1, 0)


@pytest.mark.parametrize("as_keeper", [True, False])
def test_times_that_clash_with_each_other(street: Street, as_keeper: bool) -> None:
    with pytest.raises(SpaceTaken):
        service.book_series(street.dora.id, street.space, [at(12), at(13)], LUNCH, as_keeper=as_keeper)
    assert many() == (0, 0)


def test_how_many_times(street: Street) -> None:
    with pytest.raises(TooManyTimes):
        service.book_series(street.dora.id, street.space, weekly(53) + weekly(1, 18), LUNCH, as_keeper=True)
    with pytest.raises(NoTimes):
        service.book_series(street.dora.id, street.space, [], LUNCH)
    assert many() == (0, 0)


def test_the_same_hour_on_the_wall_when_the_clocks_change(street: Street) -> None:
    days = days_of(date(2026, 10, 18), 1, 3)
    made = service.book_series(
        street.chidi.id, street.space, [slot_of(day, time(14), 60) for day in days], LUNCH
    )  # fmt: skip
    db.session.commit()
    assert [clock.local(each.starts_at).hour for each in made] == [14, 14, 14]
    assert [each.starts_at.hour for each in made] == [13, 14, 14]


def test_an_hour_that_the_clocks_leave_out() -> None:
    with pytest.raises(NoSuchHour):
        slot_of(date(2027, 3, 28), time(1, 30), 60)


def series(street: Street, times: int = 3, **more: object) -> tuple[int, list[Booking]]:
    made = service.book_series(street.chidi.id, street.space, weekly(times), LUNCH, **more)  # type: ignore[arg-type]
    db.session.commit()
    return made[0].series_id or 0, made


def test_all_are_agreed_at_once(street: Street) -> None:
    number, made = series(street)
    assert service.agree_series(street.dora.id, number, street.space.id) == made
    assert {each.status for each in made} == {AGREED}


def test_all_or_none_are_agreed_and_the_day_is_named(street: Street) -> None:
    number, made = series(street)
    agreed(street.bilal, street.space, at(12, day=DAY + 2 * WEEK))
    with pytest.raises(DayTaken) as told:
        service.agree_series(street.dora.id, number, street.space.id)
    db.session.commit()
    assert told.value.facts == {"day": "Saturday 25 July"}
    assert [each.status for each in made] == [ASKED] * 3


def test_what_was_answered_by_itself_stays(street: Street) -> None:
    number, made = series(street)
    service.decline(street.dora.id, made[1], "The oven is broken")
    service.agree_series(street.dora.id, number, street.space.id)
    assert [each.status for each in made] == [AGREED, DECLINED, AGREED]


def test_nobody_answers_for_another_space(street: Street) -> None:
    other = build_space(street, capacity=12)
    number, made = series(street, elsewhere={1: other})
    service.agree_series(street.dora.id, number, street.space.id)
    assert [each.status for each in made] == [AGREED, ASKED, AGREED]
    service.decline_series(street.amina.id, number, other.id, "We are away")
    assert [each.status for each in made] == [AGREED, DECLINED, AGREED]


def test_all_are_declined_with_one_reason(street: Street) -> None:
    number, made = series(street)
    service.decline_series(street.dora.id, number, street.space.id, "The oven is broken")
    assert {(each.status, each.reason) for each in made} == {(DECLINED, "The oven is broken")}
    with pytest.raises(AnsweredAlready):
        service.agree_series(street.dora.id, number, street.space.id)


def test_what_is_still_to_come_is_given_up_together(street: Street) -> None:
    number, made = series(street, as_keeper=True)
    with clock.stop_at(made[0].starts_at + timedelta(days=1)):
        service.cancel_series(street.chidi.id, number, reason="We moved")
        assert [each.status for each in made] == [AGREED, CANCELLED, CANCELLED]
        with pytest.raises(BookingOver):
            service.cancel_series(street.chidi.id, number)


def test_a_keeper_gives_up_only_what_is_in_her_space(street: Street) -> None:
    other = build_space(street, capacity=12)
    number, made = series(street, elsewhere={1: other})
    service.cancel_series(street.dora.id, number, street.space.id, "The roof leaks")
    assert [each.status for each in made] == [CANCELLED, ASKED, CANCELLED]
