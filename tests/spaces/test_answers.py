"""Yes, no, off, and an answer that never came."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.spaces import queries, service
from participate.spaces.jobs import lapse_bookings
from participate.spaces.rules import AnsweredAlready, BookingOver, ReasonMissing, SpaceTaken, What
from participate.spaces.words import BookingStatus
from tests.spaces.booking import agreed, asked, at
from tests.street import Street

ASKED, AGREED, DECLINED, CANCELLED = (
    BookingStatus.ASKED, BookingStatus.AGREED, BookingStatus.DECLINED, BookingStatus.CANCELLED,
)  # fmt: skip


def test_yes(street: Street) -> None:
    booking = asked(street.chidi, street.space, at(12))
    service.agree(street.dora.id, booking)
    assert (booking.status, booking.answered_by, booking.sequence) == (AGREED, street.dora.id, 1)
    assert booking.answered_at == clock.now()


def test_of_two_who_ask_for_the_same_one_can_have_it(street: Street) -> None:
    first, second = asked(street.chidi, street.space, at(12)), asked(street.bilal, street.space, at(13))
    service.agree(street.dora.id, second)
    with pytest.raises(SpaceTaken):
        service.agree(street.dora.id, first)
    assert first.status is ASKED


def test_a_yes_that_the_constraint_refuses_leaves_the_transaction_alive(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = asked(street.chidi, street.space, at(12)), asked(street.bilal, street.space, at(13))
    service.agree(street.dora.id, second)
    monkeypatch.setattr(service.answers, "is_free", lambda *_any, **_more: True)
    with pytest.raises(SpaceTaken):
        service.agree(street.dora.id, first)
    db.session.commit()
    assert first.status is ASKED


def test_a_yes_holds_the_minutes_that_the_space_keeps_now(street: Street) -> None:
    booking = asked(street.chidi, street.space, at(12))
    street.space.after = 45
    service.agree(street.dora.id, booking)
    assert booking.held_until == booking.ends_at + timedelta(minutes=45)


def test_a_yes_that_comes_too_late(street: Street) -> None:
    booking = asked(street.chidi, street.space, at(12))
    with clock.stop_at(booking.starts_at), pytest.raises(BookingOver):
        service.agree(street.dora.id, booking)


def test_no_with_a_reason(street: Street) -> None:
    booking = asked(street.chidi, street.space, at(12))
    service.decline(street.dora.id, booking, " The oven is broken. ")
    assert (booking.status, booking.reason, booking.sequence) == (DECLINED, "The oven is broken.", 1)


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_without_a_reason(street: Street, reason: str) -> None:
    booking = asked(street.chidi, street.space, at(12))
    with pytest.raises(ReasonMissing):
        service.decline(street.dora.id, booking, reason)
    assert booking.status is ASKED


@pytest.mark.parametrize("start", [asked, agreed])
def test_off(street: Street, start: object) -> None:
    booking = start(street.chidi, street.space, at(12))  # type: ignore[operator]
    service.cancel(street.chidi.id, booking, "It rains")
    assert (booking.status, booking.cancelled_at, booking.sequence) == (CANCELLED, clock.now(), 1)
    assert agreed(street.bilal, street.space, at(12)).status is AGREED


def test_what_is_over_stays(street: Street) -> None:
    booking = agreed(street.chidi, street.space, at(12))
    with clock.stop_at(booking.ends_at), pytest.raises(BookingOver):
        service.cancel(street.chidi.id, booking)


def test_what_has_begun_can_end_early(street: Street) -> None:
    booking = agreed(street.chidi, street.space, at(12))
    with clock.stop_at(booking.starts_at + timedelta(minutes=10)):
        service.cancel(street.chidi.id, booking)
    assert booking.status is CANCELLED


ANSWERED = [
    (DECLINED, "agree"), (CANCELLED, "agree"), (AGREED, "agree"), (AGREED, "decline"), (CANCELLED, "decline"),
    (DECLINED, "cancel"), (CANCELLED, "cancel"),
]  # fmt: skip


@pytest.mark.parametrize(("stands", "verb"), ANSWERED)
def test_nobody_answers_twice(street: Street, stands: BookingStatus, verb: str) -> None:
    booking = asked(street.chidi, street.space, at(12))
    booking.status = stands
    db.session.commit()
    with pytest.raises(AnsweredAlready):
        getattr(service, verb)(street.dora.id, booking, *(["No"] if verb == "decline" else []))


def test_without_an_answer_it_ends_when_its_time_comes(street: Street) -> None:
    booking, later = asked(street.chidi, street.space, at(12)), asked(street.bilal, street.space, at(16))
    held = agreed(street.amina, street.space, at(10))
    with clock.stop_at(booking.starts_at):
        lapse_bookings()
        lapse_bookings()
    assert [each.status for each in (booking, later, held)] == [BookingStatus.LAPSED, ASKED, AGREED]
    assert booking.sequence == 1


def wakes() -> list[tuple[str, int]]:
    held = db.session.query(Promise).filter_by(name="booking.changed").order_by(Promise.id)
    return [(each.payload["status"], each.payload["booking_id"]) for each in held]


def test_whoever_built_on_it_hears_of_each_change(street: Street) -> None:
    what = What("Mend Club", subject="project:7")
    booking = asked(street.chidi, street.space, at(12), what)
    assert wakes() == []
    service.agree(street.dora.id, booking)
    service.move(street.dora.id, booking, at(14), as_keeper=True)
    service.cancel(street.dora.id, booking, "The oven is broken")
    other = asked(street.chidi, street.space, at(12), what)
    service.decline(street.dora.id, other, "No")
    third = asked(street.chidi, street.space, at(12), what)
    with clock.stop_at(third.starts_at):
        service.lapse(third)
    names = [("agreed", booking.id), ("moved", booking.id), ("cancelled", booking.id), ("declined", other.id)]
    assert wakes() == [*names, ("lapsed", third.id)]


def test_what_is_for_nothing_else_wakes_nobody(street: Street) -> None:
    service.agree(street.dora.id, asked(street.chidi, street.space, at(12)))
    assert wakes() == []


def test_what_waits_and_what_comes(street: Street) -> None:
    waiting, coming = asked(street.chidi, street.space, at(12)), agreed(street.amina, street.space, at(16))
    service.decline(street.dora.id, asked(street.bilal, street.space, at(9)), "No")
    kept = [each.id for each in queries.list_spaces_kept(street.dora.id)]
    assert kept == [street.space.id]
    assert [each.id for each in queries.list_waiting(kept)] == [waiting.id]
    assert [each.id for each in queries.list_coming(kept).items] == [coming.id]
    assert queries.list_coming(kept, until=at(16).starts_at).total == 0
    assert [each.id for each in queries.list_bookings_of(street.chidi.id, 1).items] == [waiting.id]
    with clock.stop_at(at(23).starts_at):
        assert not queries.list_waiting(kept)
        assert queries.list_coming(kept).total == 0
        assert [each.id for each in queries.list_bookings_of(street.chidi.id, 1, past=True).items] == [waiting.id]


def test_bookings_of_a_subject(street: Street) -> None:
    what = What("Mend Club", subject="project:7")
    waits, held = asked(street.chidi, street.space, at(12), what), agreed(street.dora, street.space, at(9), what)
    service.cancel(street.dora.id, agreed(street.dora, street.space, at(16), what))
    agreed(street.dora, street.space, at(18))
    assert [each.id for each in queries.list_of_subject("project:7")] == [held.id, waits.id]
