"""Counting who came: each head once, children with their grown-up, walk-ins, closing and opening again."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participate.accounts.models import Person
from participate.accounts.words import Channel
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.sessions import queries, service
from participate.sessions.models import Attendance, Session
from participate.sessions.rules import attendance as rules
from participate.sessions.rules.attendance import Bands
from participate.sessions.words import AgeBand, CameBy, SignUpStatus
from participate.surveys.models import EqualityAsk
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.street import NOON, Street, person

BEGUN = NOON + timedelta(days=2)
OVER = BEGUN + timedelta(hours=2)


def held(street: Street) -> Session:
    return db.session.get_one(Session, street.session.id)


def heads(street: Street) -> dict[str, int]:
    """The bands that are not empty."""
    return {band.value: n for band, n in queries.count_of(street.session.id).pairs().items() if n}


def test_she_comes_with_her_children_in_one_press(street: Street) -> None:
    chidi = sign_up(street.session, street.chidi, heads=4, children=2, babies=1)
    with clock.stop_at(BEGUN):
        service.came(street.amina.id, held(street), chidi)
        assert heads(street) == {"adult": 1, "child": 2, "baby": 1}
        service.came(street.dora.id, held(street), chidi)
        assert heads(street) == {"adult": 1, "child": 2, "baby": 1}, "twice is once"
        service.set_children(street.amina.id, held(street), chidi, Bands(child=1, teenager=2))
        assert heads(street) == {"adult": 1, "child": 1, "teenager": 2}
        service.not_came(street.amina.id, held(street), chidi)
        assert heads(street) == {}
    rows = db.session.scalars(select(Attendance)).all()
    assert rows == []


def test_children_bring_their_grown_up(street: Street) -> None:
    chidi = sign_up(street.session, street.chidi)
    with clock.stop_at(BEGUN):
        service.set_children(street.amina.id, held(street), chidi, Bands(toddler=1))
    assert heads(street) == {"adult": 1, "toddler": 1}


def test_no_child_has_a_name(street: Street) -> None:
    with clock.stop_at(BEGUN):
        service.walk_in(street.amina.id, held(street), AgeBand.CHILD, name="Zara", first_time=True)
    child = db.session.scalars(select(Attendance)).one()
    assert (child.name, child.person_id, child.first_time) == ("", None, False)


def test_whoever_was_counted_at_the_door_is_not_counted_again(street: Street) -> None:
    first = sign_up(street.session, street.chidi)
    with clock.stop_at(BEGUN):
        service.came(street.amina.id, held(street), first)
        first.status = SignUpStatus.CANCELLED  # she tapped "I can't come" by mistake
        second = sign_up(street.session, street.chidi)
        service.came(street.amina.id, held(street), second)
    assert heads(street) == {"adult": 1}
    assert db.session.scalars(select(Attendance)).one().sign_up_id == second.id


def test_walk_ins_come_and_go(street: Street) -> None:
    by = street.amina.id
    with clock.stop_at(BEGUN):
        for band in (AgeBand.ADULT, AgeBand.ADULT, AgeBand.CHILD):
            service.walk_in(by, held(street), band)
        service.walk_in(by, held(street), AgeBand.ADULT, name="Zofia", first_time=True)
        assert heads(street) == {"adult": 3, "child": 1}
        assert queries.read_room(street.session.id).nameless == Bands(adult=2, child=1)
        service.one_less(by, held(street), AgeBand.ADULT)
        service.one_less(by, held(street), AgeBand.BABY)  # there is none: nothing happens
        assert heads(street) == {"adult": 2, "child": 1}
        zofia = queries.list_named(street.session.id)[0]
        service.take_back(by, held(street), zofia.id)
        service.take_back(by, held(street), zofia.id)
        assert heads(street) == {"adult": 1, "child": 1}


def test_one_less_never_takes_somebody_who_signed_up(street: Street) -> None:
    chidi = sign_up(street.session, street.chidi, heads=2, children=1)
    with clock.stop_at(BEGUN):
        service.came(street.amina.id, held(street), chidi)
        for band in AgeBand:
            service.one_less(street.amina.id, held(street), band)
    assert heads(street) == {"adult": 1, "child": 1}


def test_nobody_in_the_room_is_refused(street: Street) -> None:
    held(street).capacity = 1
    with clock.stop_at(BEGUN):
        for _each in range(3):
            service.walk_in(street.amina.id, held(street), AgeBand.ADULT)
    assert heads(street) == {"adult": 3}


def test_a_walk_in_who_leaves_a_contact_signs_up_on_the_spot(street: Street) -> None:
    with clock.stop_at(BEGUN):
        service.walk_in_reached(street.amina.id, held(street), "Zofia", Channel.MAIL, "zofia@example.org")
    row = db.session.scalars(select(Attendance)).one()
    assert (row.person.name, row.first_time, row.sign_up.status) == ("Zofia", True, SignUpStatus.GOING)


def test_where_she_cannot_sign_up_she_counts_and_no_contact_is_kept(street: Street) -> None:
    held(street).capacity = 1
    sign_up(street.session, street.chidi)
    with clock.stop_at(BEGUN):
        service.walk_in_reached(street.amina.id, held(street), "Zofia", Channel.MAIL, "zofia@example.org")
    assert heads(street) == {"adult": 1}
    assert db.session.scalars(select(Attendance)).one().name == "Zofia"
    assert db.session.scalar(select(Person).where(Person.email == "zofia@example.org")) is None


def test_first_timers(street: Street) -> None:
    earlier = session(street, NOON - timedelta(days=7))
    chidi, efua = sign_up(street.session, street.chidi), sign_up(street.session, street.efua)
    db.session.add(Attendance(session_id=earlier.id, person_id=street.chidi.id, came_by=CameBy.PAPER, came_at=NOON))
    with clock.stop_at(BEGUN):
        rows = {row.name: row.first_time for row in queries.page_of_roster(held(street), 1).items}
        assert rows == {"Chidi O": False, "Efua O": True}
        service.came(street.amina.id, held(street), chidi)
        service.came(street.amina.id, held(street), efua)
        assert queries.count_first_timers(street.session.id) == 1
        rows = {row.name: row.first_time for row in queries.page_of_roster(held(street), 1).items}
        assert rows == {"Chidi O": False, "Efua O": True}, "this session is not an earlier one"


def test_a_sheet_of_an_earlier_day_that_is_keyed_in_later(street: Street) -> None:
    chidi = sign_up(street.session, street.chidi)
    with clock.stop_at(OVER):
        service.came(street.amina.id, held(street), chidi)
        assert queries.count_first_timers(street.session.id) == 1
        earlier = session(street, NOON - timedelta(days=7))
        db.session.add(Attendance(session_id=earlier.id, person_id=street.chidi.id, came_by=CameBy.PAPER, came_at=NOON))
        service.close(street.amina.id, held(street), 120)
    assert queries.count_first_timers(street.session.id) == 0


def test_closing_and_opening_again(street: Street) -> None:
    by, chidi = street.amina.id, sign_up(street.session, street.chidi)
    with clock.stop_at(BEGUN - timedelta(minutes=5)), pytest.raises(rules.CountTooEarlyToClose):
        service.close(by, held(street), 60)
    with clock.stop_at(OVER):
        service.close(by, held(street), 95)
        assert (held(street).actual_minutes, held(street).counted_at) == (95, OVER)
        for again in (
            lambda: service.came(by, held(street), chidi),
            lambda: service.not_came(by, held(street), chidi),
            lambda: service.walk_in(by, held(street), AgeBand.ADULT),
            lambda: service.close(by, held(street), 60),
        ):
            with pytest.raises(rules.CountClosed):
                again()
        service.reopen(by, held(street))
        assert held(street).counted_at is None
        with pytest.raises(rules.CountStillOpen):
            service.reopen(by, held(street))
        service.came(by, held(street), chidi)
        service.close(by, held(street), 95)
    with clock.stop_at(OVER + timedelta(days=14, minutes=1)), pytest.raises(rules.CountOver):
        service.reopen(by, held(street))


@pytest.mark.parametrize(("when", "broken"), [(-3, rules.CountNotOpen), (24 * 15 + 3, rules.CountOver)])
def test_too_early_and_too_late(street: Street, when: int, broken: type[Exception]) -> None:
    with clock.stop_at(BEGUN + timedelta(hours=when)), pytest.raises(broken):
        service.walk_in(street.amina.id, held(street), AgeBand.ADULT)


def test_the_third_time_she_is_asked_once(street: Street) -> None:
    days = [NOON + timedelta(days=n) for n in (10, 11, 12, 13)]
    sessions = [session(street, day) for day in days]
    for number, (day, one) in enumerate(zip(days, sessions, strict=True), 1):
        held_now = db.session.get_one(Session, one.id)
        with clock.stop_at(day + timedelta(hours=1)):
            service.came(street.amina.id, held_now, sign_up(one, street.chidi))
            service.close(street.amina.id, held_now, 60)
            service.reopen(street.amina.id, held_now)
            service.close(street.amina.id, held_now, 60)
        asked = db.session.scalar(select(func.count(EqualityAsk.id)).where(EqualityAsk.person_id == street.chidi.id))
        assert asked == (1 if number >= 3 else 0), number


def test_what_others_ask(street: Street) -> None:
    other = session(street, NOON - timedelta(days=1))
    with clock.stop_at(BEGUN):
        service.came(street.amina.id, held(street), sign_up(street.session, street.chidi))
    assert queries.came_before([street.chidi.id, street.efua.id]) == {street.chidi.id}
    assert queries.came_before([]) == set()
    assert queries.attendances_of([street.chidi.id, street.efua.id]) == {street.chidi.id: 1}
    assert list(queries.list_attended(street.chidi.id)) == [street.session.id]
    assert queries.has_attended(street.chidi.id)
    assert queries.has_attended(street.chidi.id, session_id=street.session.id)
    assert not queries.has_attended(street.chidi.id, session_id=other.id)
    assert queries.has_attended(street.chidi.id, project_id=street.project.id)
    assert not queries.has_attended(street.chidi.id, project_id=street.project.id + 1)
    assert not queries.has_attended(None)


def test_a_name_is_forgotten_after_a_month_and_the_head_stays(street: Street) -> None:
    with clock.stop_at(BEGUN):
        service.walk_in(street.amina.id, held(street), AgeBand.ADULT, name="Zofia")
    for days, name in ((29, "Zofia"), (31, "")):
        with clock.stop_at(BEGUN + timedelta(days=days)):
            service.forget_names()
            db.session.expire_all()
        assert db.session.scalars(select(Attendance)).one().name == name
    assert heads(street) == {"adult": 1}


def test_the_list_holds_who_has_a_seat_and_who_came_all_the_same(street: Street) -> None:
    sign_up(street.session, street.chidi)
    sign_up(street.session, street.efua, SignUpStatus.LIKELY)
    until = NOON + timedelta(hours=4)
    sign_up(street.session, street.gita, SignUpStatus.OFFERED, offered_until=until)
    waits = sign_up(street.session, street.bilal, SignUpStatus.WAITING)
    names = [row.name for row in queries.page_of_roster(held(street), 1).items]
    assert names == ["Chidi O", "Efua O", "Gita P"]
    with clock.stop_at(BEGUN):
        service.came(street.amina.id, held(street), waits)
        names = [row.name for row in queries.page_of_roster(held(street), 1).items]
    assert names == ["Bilal S", "Chidi O", "Efua O", "Gita P"]


def test_another_sessions_sign_up_is_not_found(street: Street) -> None:
    other = session(street, NOON + timedelta(days=3))
    made = sign_up(other, person("Hana Novak"))
    with pytest.raises(NotFound):
        queries.get_sign_up_of(street.session.id, made.id)
    assert queries.get_sign_up_of(other.id, made.id).id == made.id


def test_a_count_in_the_figures_is_not_opened_again(street: Street) -> None:
    """Else it would count in the next month too."""
    by, counted = street.amina.id, held(street)
    with clock.stop_at(OVER):
        service.close(by, counted, 60)
        counted.starts_at, counted.ends_at = (each.replace(month=7, day=31) for each in (BEGUN, OVER))
        counted.counted_at = counted.ends_at
        db.session.commit()
    with clock.stop_at(counted.ends_at + timedelta(days=9)):
        service.reopen(by, held(street))
        db.session.rollback()
    with clock.stop_at(counted.ends_at + timedelta(days=11)), pytest.raises(rules.CountInFigures):
        service.reopen(by, held(street))
