"""A session in a space books it: with it, whole or not at all; and follows what becomes of the booking."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.places.models import Hub
from participate.sessions import rules, service
from participate.sessions.models import Session
from participate.sessions.rules import RoomRefused
from participate.sessions.service import Instead, SeasonLine, SeasonStopped, When, Where, facts_of
from participate.sessions.words import Reach, Rhythm, SignUpStatus
from participate.spaces import service as spaces
from participate.spaces.models import Booking, Space
from participate.spaces.rules import Slot, SpaceTaken, TooManyPeople, What
from participate.spaces.words import BookingStatus
from tests.sessions.signing import letters as written
from tests.sessions.signing import sign_up
from tests.spaces.booking import letters, open_to_all
from tests.spaces.build import build_space
from tests.street import NOON, Street

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
SOON = When(NOON + DAY, NOON + DAY + HOUR)
ASKED, AGREED = BookingStatus.ASKED, BookingStatus.AGREED


def at(days: int, hours: int = 0) -> When:
    return When(NOON + days * DAY + hours * HOUR, NOON + days * DAY + (hours + 1) * HOUR)


def taken(street: Street, when: When, space: Space | None = None) -> Booking:
    """Somebody else has the space then."""
    slot = Slot(when.starts_at, when.ends_at)
    made = spaces.book(street.dora.id, space or street.space, slot, What("Choir"), as_keeper=True)
    db.session.commit()
    letters()
    return made


def plan(street: Street, when: When = SOON, place: Space | Hub | None = None) -> Session:
    made = service.plan(street.amina.id, street.project, when, Where(place or street.space))
    db.session.commit()
    return made


def weekly(street: Street, count: int = 10, **more: object) -> list[Session]:
    made = service.plan_series(
        street.amina.id, street.project, at(1), Where(street.space), Rhythm.WEEKLY, count=count, **more
    )
    db.session.commit()
    return made


def held(session: Session) -> tuple[int | None, BookingStatus, bool]:
    """In which space it is booked, how that stands, and whether it is for just its time."""
    booking = session.booking
    assert booking is not None
    same = (booking.starts_at, booking.ends_at) == (session.starts_at, session.ends_at)
    return booking.space_id, booking.status, same


def count(model: type[Session] | type[Booking]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.parametrize(("who", "mode", "status"), [
    ("amina", "ask", ASKED), ("amina", "instant", AGREED), ("dora", "ask", AGREED),
])  # fmt: skip
def test_planned_with_its_room(street: Street, who: str, mode: str, status: BookingStatus) -> None:
    if mode == "instant":
        open_to_all(street.space)
    made = service.plan(getattr(street, who).id, street.project, SOON, Where(street.space))
    booking = made.booking
    assert booking is not None
    assert held(made) == (street.space.id, status, True)
    assert (booking.subject, booking.heads, booking.label) == (f"session:{made.id}", 12, "Mend Club")


def test_at_a_hub_nothing_is_booked(street: Street) -> None:
    assert plan(street, place=street.hub).booking is None
    assert count(Booking) == 0


def test_a_taken_room_leaves_no_trace(street: Street) -> None:
    taken(street, SOON)
    with pytest.raises(RoomRefused) as refused:
        plan(street)
    assert isinstance(refused.value.broken, SpaceTaken)
    assert (count(Session), count(Booking), letters()) == (1, 1, [])


def test_a_series_with_week_six_taken_is_never_half_written(street: Street) -> None:
    taken(street, at(1 + 5 * 7))
    with pytest.raises(RoomRefused) as refused:
        weekly(street)
    assert (refused.value.number, refused.value.at) == (5, NOON + DAY + 5 * WEEK)
    assert (count(Session), count(Booking), letters()) == (1, 1, [])


def test_its_keeper_hears_once_of_a_series(street: Street) -> None:
    made = weekly(street)
    assert [held(each) for each in made] == [(street.space.id, ASKED, True)] * 10
    assert {each.booking.subject for each in made if each.booking} == {f"session:{each.id}" for each in made}
    assert letters() == [("booking_asked", street.dora.id)]


def test_week_six_is_left_out_moved_or_elsewhere(street: Street) -> None:
    other = open_to_all(build_space(street, capacity=8))
    days = {number: date(2026, 7, 3) + number * WEEK for number in range(10)}
    for number in (5, 6, 7):
        taken(street, at(1 + number * 7))
    instead = {
        days[5]: Instead(left_out=True), days[6]: Instead(when=at(1 + 6 * 7, 3)), days[7]: Instead(space=other),
    }  # fmt: skip
    made = weekly(street, instead=instead)
    assert [each.series_day for each in made] == [days[number] for number in range(10) if number != 5]
    moved, elsewhere = made[5], made[6]
    assert (moved.starts_at, moved.apart, held(moved)) == (
        at(1 + 6 * 7, 3).starts_at, True, (street.space.id, ASKED, True),
    )  # fmt: skip
    assert (elsewhere.space_id, elsewhere.capacity, held(elsewhere)) == (other.id, 8, (other.id, AGREED, True))


def test_a_week_left_out_stays_out_when_the_later_ones_move(street: Street) -> None:
    open_to_all(street.space)
    made = weekly(street, 5, instead={date(2026, 7, 17): Instead(left_out=True)})
    first, when = made[0], at(2)
    service.change(street.amina.id, first, when, Where(street.space), facts_of(first), Reach.LATER)
    starts = [(each.starts_at - NOON).days for each in made]
    assert starts == [2, 9, 23, 30]
    assert [held(each) for each in made] == [(street.space.id, AGREED, True)] * 4


def test_every_day_left_out_is_no_series(street: Street) -> None:
    days = {date(2026, 7, 3): Instead(left_out=True), date(2026, 7, 10): Instead(left_out=True)}
    with pytest.raises(rules.SeriesTooShort):
        weekly(street, 2, instead=days)
    assert count(Session) == 1


def test_moved_with_its_room(street: Street) -> None:
    made = plan(street)
    spaces.agree(street.dora.id, made.booking)
    letters()
    later = When(SOON.starts_at + HOUR, SOON.ends_at + HOUR)
    service.change(street.amina.id, made, later, Where(street.space), facts_of(made))
    assert held(made) == (street.space.id, ASKED, True), "its keeper is asked again"
    assert letters() == [("booking_asked", street.dora.id)]


def test_moved_into_a_time_that_is_taken_it_stays(street: Street) -> None:
    made = plan(street)
    taken(street, at(3))
    with pytest.raises(RoomRefused):
        service.change(street.amina.id, made, at(3), Where(street.space), facts_of(made))
    assert (made.starts_at, held(made)) == (SOON.starts_at, (street.space.id, ASKED, True))


def test_a_series_moves_into_its_own_times_and_the_keeper_hears_once(street: Street) -> None:
    open_to_all(street.space)
    made = weekly(street, 4)
    letters()
    when = When(made[0].starts_at + WEEK, made[0].ends_at + WEEK)
    service.change(street.amina.id, made[0], when, Where(street.space), facts_of(made[0]), Reach.LATER)
    assert [held(each) for each in made] == [(street.space.id, AGREED, True)] * 4
    assert [each.starts_at for each in made] == [SOON.starts_at + number * WEEK for number in range(1, 5)]
    assert letters() == [("booking_moved", street.dora.id)]


def test_to_a_hub_frees_the_room_and_back_books_it(street: Street) -> None:
    made = plan(street)
    first = made.booking
    service.change(street.amina.id, made, SOON, Where(street.hub), facts_of(made))
    assert (made.booking, first.status) == (None, BookingStatus.CANCELLED)
    service.change(street.amina.id, made, SOON, Where(street.space), facts_of(made))
    assert held(made) == (street.space.id, ASKED, True)
    assert made.booking is not first


def test_more_people_than_the_room_holds(street: Street) -> None:
    made = plan(street)
    facts = facts_of(made)
    with pytest.raises(TooManyPeople):
        service.change(street.amina.id, made, SOON, Where(street.space), service.SessionFacts("Mending", capacity=13))
    assert facts_of(made) == facts
    service.change(street.amina.id, made, SOON, Where(street.space), service.SessionFacts("Mending", capacity=6))
    assert made.booking.heads == 6


def test_cancelled_it_frees_its_room(street: Street) -> None:
    made = weekly(street, 4)
    letters()
    service.cancel(street.amina.id, made[1], "Flood.", Reach.LATER)
    stand = [each.booking.status for each in made]
    assert stand == [ASKED, *[BookingStatus.CANCELLED] * 3]
    assert [name for name in letters() if name[0].startswith("booking")] == [("booking_cancelled", street.dora.id)]


def test_a_declined_series_leaves_its_place_open_and_the_host_hears_once(street: Street) -> None:
    made = weekly(street, 4)
    made[0].place_note, made[0].door = "Upstairs", "The blue door"
    service.cancel(street.amina.id, made[3], "I am away.")
    letters()
    spaces.decline_series(street.dora.id, made[0].booking.series_id, street.space.id, "The roof leaks.")
    db.session.commit()
    outbox.run_due()
    db.session.expire_all()
    assert [(each.space_id, each.booking_id, each.hub_id) for each in made[:3]] == [(None, None, None)] * 3
    assert (made[0].place_note, made[0].door, made[0].ward_id) == ("", "", street.ward.id)
    assert made[3].space_id == street.space.id, "what is cancelled stays as it was"
    told = [each for each in written("amina@example.org") if "A new place" in each.subject]
    assert len(told) == 1
    for words in ("The roof leaks.", "Friday 3 July", "Friday 17 July", f"/sessions/{made[0].id}/place"):
        assert words in told[0].body


def test_one_place_for_all_that_lost_theirs(street: Street) -> None:
    made = weekly(street, 3)
    spaces.decline_series(street.dora.id, made[0].booking.series_id, street.space.id, "Painting.")
    db.session.commit()
    outbox.run_due()
    db.session.expire_all()
    coming = sign_up(made[1], street.chidi)
    other = open_to_all(build_space(street, capacity=8, step_free=False))
    service.take_place(street.amina.id, made, other)
    assert [held(each) for each in made] == [(other.id, AGREED, True)] * 3
    assert {(each.capacity, each.step_free) for each in made} == {(8, False)}
    told = written("chidi@example.org")
    assert [each.subject for each in told] == ["Moved: Mend Club"]
    assert "Amina’s kitchen" in told[0].body
    assert coming.status is SignUpStatus.GOING


def test_a_place_for_fewer_than_come_is_none(street: Street) -> None:
    made = plan(street)
    sign_up(made, street.chidi, heads=5, children=4)
    with pytest.raises(rules.RoomTooSmall):
        service.take_place(street.amina.id, [made], open_to_all(build_space(street, capacity=4)))
    assert made.space_id == street.space.id


def test_what_is_over_stays_where_it_was(street: Street) -> None:
    made = plan(street)
    with clock.stop_at(made.ends_at + HOUR):
        made.booking.status = BookingStatus.LAPSED
        service.follow_booking(made.booking_id)
    assert made.space_id == street.space.id


def test_once_more_in_the_first_week_that_is_free(street: Street) -> None:
    made = plan(street)
    taken(street, When(SOON.starts_at + WEEK, SOON.ends_at + WEEK))
    more = service.again(street.amina.id, made)
    assert (more.starts_at, held(more)) == (SOON.starts_at + 2 * WEEK, (street.space.id, ASKED, True))


def test_a_season_stops_at_the_line_whose_room_is_taken(street: Street) -> None:
    taken(street, at(3, 1))
    where = Where(street.space)
    lines = [
        SeasonLine(street.project, at(2), Where(street.hub)), SeasonLine(street.project, at(2, 2), where),
        SeasonLine(street.project, at(3, 1), where),
    ]  # fmt: skip
    with pytest.raises(SeasonStopped) as stopped:
        service.plan_season(street.amina.id, lines)
    assert (stopped.value.number, count(Session)) == (2, 1)
    made = service.plan_season(street.amina.id, lines[:2])
    assert [each.booking is not None for each in made] == [False, True]


def test_two_sessions_never_have_one_room(street: Street) -> None:
    first, second = plan(street), plan(street)
    spaces.agree(street.dora.id, first.booking)
    with pytest.raises(SpaceTaken):
        spaces.agree(street.dora.id, second.booking)
