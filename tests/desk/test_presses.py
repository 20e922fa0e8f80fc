"""One thing in hand, one press for many, and taking it back."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.desk import queries, service
from participate.desk.models import Claim, Undo
from participate.desk.rules.hands import (
    HELD_FOR,
    TAKE_BACK,
    InOtherHands,
    NothingTicked,
    TooLateToUndo,
    TooManyTicked,
    WrongKinds,
)
from participate.desk.words import Act, WaitKind
from participate.moderation.models import Report
from participate.moderation.words import ReportStatus
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from participate.spaces.models import Booking
from participate.spaces.words import BookingStatus
from tests.desk.making import build_all, build_booking, build_elsewhere, colleague
from tests.street import NOON, Street

IDEA = WaitKind.IDEA


def desk_of(street: Street) -> queries.Area:
    """Dora's desk."""
    return queries.area_of(street.dora.id, (street.hub.id,))


def waits(street: Street) -> set[str]:
    """The keys of all that waits on it."""
    return {each.key for each in queries.list_waiting(desk_of(street), 1, size=100)[1].items}


def test_one_at_a_time(street: Street) -> None:
    ines = colleague(street)
    service.take(street.dora.id, IDEA, street.idea.id)
    with pytest.raises(InOtherHands):
        service.take(ines.id, IDEA, street.idea.id)
    (line,) = queries.list_waiting(desk_of(street), 1, mine=True)[1].items
    assert (line.held_by, line.mine, line.held_until) == ("Dora", True, NOON + HELD_FOR)


def test_after_an_hour_it_is_anybodys(street: Street) -> None:
    ines = colleague(street)
    service.take(street.dora.id, IDEA, street.idea.id)
    with clock.stop_at(NOON + HELD_FOR):
        service.take(ines.id, IDEA, street.idea.id)
    assert queries.find_claim(IDEA, street.idea.id).person_id == ines.id


def test_she_may_have_it_longer_and_give_it_back(street: Street) -> None:
    service.take(street.dora.id, IDEA, street.idea.id)
    with clock.stop_at(NOON + timedelta(minutes=30)):
        service.take(street.dora.id, IDEA, street.idea.id)
    assert queries.find_claim(IDEA, street.idea.id).until == NOON + timedelta(minutes=30) + HELD_FOR
    assert not service.give_back(street.amina.id, IDEA, street.idea.id)
    assert service.give_back(street.dora.id, IDEA, street.idea.id)
    assert queries.find_claim(IDEA, street.idea.id) is None


def test_the_moderation_knows_who_has_a_report_in_hand(street: Street) -> None:
    made, ines = build_all(street), colleague(street)
    service.take(street.dora.id, WaitKind.REPORT, made[WaitKind.REPORT])
    report = db.session.get_one(Report, made[WaitKind.REPORT], populate_existing=True)
    assert report.claimed_by == street.dora.id
    with pytest.raises(InOtherHands):
        service.take(ines.id, WaitKind.REPORT, report.id)
    service.give_back(street.dora.id, WaitKind.REPORT, report.id)
    assert db.session.get_one(Report, report.id, populate_existing=True).claimed_by is None


def test_taking_many_and_taking_it_back(street: Street) -> None:
    made = build_all(street)
    keys = [(kind, made[kind]) for kind in (IDEA, WaitKind.CALL, WaitKind.PHOTO)]
    pressed = service.press(street.dora.id, desk_of(street), Act.TAKE, keys)
    assert (pressed.done, pressed.left) == (3, 0)
    assert queries.list_waiting(desk_of(street), 1)[0].mine == 3
    assert service.take_back(street.dora.id, pressed.undo) == 3
    assert queries.list_waiting(desk_of(street), 1)[0].mine == 0
    with pytest.raises(TooLateToUndo):
        service.take_back(street.dora.id, pressed.undo)


def test_giving_many_back_and_having_them_again(street: Street) -> None:
    service.take(street.dora.id, IDEA, street.idea.id)
    pressed = service.press(street.dora.id, desk_of(street), Act.LEAVE, [(IDEA, street.idea.id)])
    assert queries.find_claim(IDEA, street.idea.id) is None
    service.take_back(street.dora.id, pressed.undo)
    assert queries.find_claim(IDEA, street.idea.id).person_id == street.dora.id


def test_a_yes_waits_ten_minutes_and_then_happens_once(app: Flask, street: Street) -> None:
    bookings = [build_booking(street, clock.now(), days=each).id for each in (5, 6)]
    keys = [(WaitKind.BOOKING, each) for each in bookings]
    pressed = service.press(street.dora.id, desk_of(street), Act.AGREE, keys)
    db.session.commit()
    assert waits(street) == {f"idea:{street.idea.id}"}, "what is as good as done is not in the queue"
    outbox.run_due()
    assert {_booking(each).status for each in bookings} == {BookingStatus.ASKED}
    with clock.stop_at(NOON + TAKE_BACK):
        outbox.run_due()
    assert {_booking(each).status for each in bookings} == {BookingStatus.AGREED}
    assert {_booking(each).answered_by for each in bookings} == {street.dora.id}
    assert service.run(pressed.undo.id) == 0
    assert db.session.scalars(select(Claim)).all() == []


def test_taken_back_nothing_happens_and_nobody_is_told(street: Street) -> None:
    booking = build_booking(street, clock.now()).id
    pressed = service.press(street.dora.id, desk_of(street), Act.AGREE, [(WaitKind.BOOKING, booking)])
    service.take_back(street.dora.id, pressed.undo)
    db.session.commit()
    with clock.stop_at(NOON + TAKE_BACK):
        outbox.run_due()
        assert f"booking:{booking}" in waits(street)
    assert _booking(booking).status is BookingStatus.ASKED
    assert db.session.scalars(select(Promise.id).where(Promise.name == "letter")).all() == []


def test_too_late_to_take_back(street: Street) -> None:
    booking = build_booking(street, clock.now()).id
    pressed = service.press(street.dora.id, desk_of(street), Act.AGREE, [(WaitKind.BOOKING, booking)])
    with clock.stop_at(NOON + TAKE_BACK), pytest.raises(TooLateToUndo):
        service.take_back(street.dora.id, pressed.undo)


def test_photos_and_reports(street: Street) -> None:
    made = build_all(street)
    for act, kind in ((Act.SHOW, WaitKind.PHOTO), (Act.KEEP, WaitKind.REPORT)):
        service.press(street.dora.id, desk_of(street), act, [(kind, made[kind])])
    db.session.commit()
    with clock.stop_at(NOON + TAKE_BACK):
        outbox.run_due()
    assert db.session.get_one(Photo, made[WaitKind.PHOTO], populate_existing=True).status is PhotoStatus.SHOWN
    kept = db.session.get_one(Report, made[WaitKind.REPORT], populate_existing=True)
    assert (kept.status, kept.decided_by) == (ReportStatus.KEPT, street.dora.id)


def test_what_a_colleague_did_meanwhile_stands(street: Street) -> None:
    booking = build_booking(street, clock.now())
    pressed = service.press(street.dora.id, desk_of(street), Act.AGREE, [(WaitKind.BOOKING, booking.id)])
    booking.status, booking.reason = BookingStatus.DECLINED, "The oven is broken."
    db.session.flush()
    assert service.run(pressed.undo.id) == 0
    assert _booking(booking.id).status is BookingStatus.DECLINED


def test_who_is_no_longer_staff_does_nothing(street: Street) -> None:
    booking = build_booking(street, clock.now()).id
    pressed = service.press(street.dora.id, desk_of(street), Act.AGREE, [(WaitKind.BOOKING, booking)])
    street.dora.roles.clear()
    db.session.flush()
    assert service.run(pressed.undo.id) == 0
    assert _booking(booking).status is BookingStatus.ASKED


def test_what_a_colleague_has_in_hand_is_left(street: Street) -> None:
    made, ines = build_all(street), colleague(street)
    service.take(ines.id, IDEA, made[IDEA])
    keys = [(IDEA, made[IDEA]), (WaitKind.CALL, made[WaitKind.CALL])]
    pressed = service.press(street.dora.id, desk_of(street), Act.TAKE, keys)
    assert (pressed.done, pressed.left) == (1, 1)
    with pytest.raises(InOtherHands):
        service.press(street.dora.id, desk_of(street), Act.TAKE, keys[:1])


def test_what_does_not_wait_here_is_not_pressed(street: Street) -> None:
    made, elsewhere = build_all(street), build_elsewhere(street)
    area = queries.area_of(elsewhere.hana.id, (elsewhere.hub.id,))
    with pytest.raises(NothingTicked):
        service.press(elsewhere.hana.id, area, Act.TAKE, [(IDEA, made[IDEA])])
    with pytest.raises(NothingTicked):
        service.press(street.dora.id, desk_of(street), Act.TAKE, [])
    with pytest.raises(WrongKinds):
        service.press(street.dora.id, desk_of(street), Act.AGREE, [(IDEA, made[IDEA])])
    with pytest.raises(TooManyTicked):
        service.press(street.dora.id, desk_of(street), Act.TAKE, [(IDEA, each) for each in range(1, 60)])


def test_the_desk_forgets(street: Street) -> None:
    service.press(street.dora.id, desk_of(street), Act.TAKE, [(IDEA, street.idea.id)])
    with clock.stop_at(NOON + timedelta(days=2)):
        service.sweep()
    assert db.session.scalars(select(Claim)).all() == db.session.scalars(select(Undo)).all() == []


def _booking(booking_id: int) -> Booking:
    return db.session.get_one(Booking, booking_id, populate_existing=True)
