"""The waiting list moves itself, on a stopped clock: asked in order, answered, lapsed, given on the last day."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp
from participate.sessions.rules import seats as rules
from participate.sessions.rules.party import Party, Wish
from participate.sessions.words import SignUpStatus
from tests.sessions.making import session
from tests.sessions.signing import letters
from tests.street import NOON, Street
from tests.street import person as neighbour

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GOING, LIKELY, OFFERED, WAITING, CANCELLED, LAPSED = SignUpStatus
FAR = NOON + 5 * DAY  # Tuesday noon


def room(street: Street, capacity: int | None, **more: object) -> Session:
    return session(street, more.pop("starts_at", FAR), capacity=capacity, children=True, **more)


def come(held: Session, name: str, *, heads: int = 1, any_time: bool = False) -> SignUp:
    made = service.sign_up(neighbour(name), held, Wish(Party(children=heads - 1), any_time=any_time))
    db.session.commit()
    return made


def away(sign_up: SignUp) -> None:
    service.stay_away(sign_up)
    db.session.commit()


def wrote(words: str, to: str) -> bool:
    return any(words in each.subject for each in letters(to))


def standing(held: Session) -> list[SignUpStatus]:
    db.session.expire_all()
    rows = db.session.scalars(db.select(SignUp).where(SignUp.session_id == held.id).order_by(SignUp.id)).all()
    holding = sum(each.heads for each in rows if each.status in (GOING, LIKELY, OFFERED))
    assert db.session.get_one(Session, held.id).taken == holding, "taken is the heads that hold a seat"
    return [each.status for each in rows]


def test_in_order_and_asked_once(street: Street) -> None:
    held = room(street, 1)
    first, _second, _third = [come(held, name) for name in ("Ana", "Ben", "Cem")]
    assert standing(held) == [GOING, WAITING, WAITING]
    away(first)
    assert standing(held) == [CANCELLED, OFFERED, WAITING]
    (asked,) = [each for each in letters("ben@example.org") if "A place is free" in each.subject]
    assert "Please say yes or no by Friday 3 July, 11am." in asked.body
    assert not wrote("A place is free", "cem@example.org")
    away(first)
    assert standing(held) == [CANCELLED, OFFERED, WAITING], "saying it twice frees one place"


def test_yes_no_and_no_answer(street: Street) -> None:
    held = room(street, 1)
    first, ben, cem, dan = [come(held, name) for name in ("Ana", "Ben", "Cem", "Dan")]
    away(first)
    away(ben)  # no, thank you
    assert standing(held) == [CANCELLED, CANCELLED, OFFERED, WAITING]
    until = db.session.get_one(SignUp, cem.id).offered_until
    assert until is not None
    with clock.stop_at(until - timedelta(minutes=1)):
        outbox.run_due()
        assert standing(held) == [CANCELLED, CANCELLED, OFFERED, WAITING]
    with clock.stop_at(until):
        outbox.run_due()
        assert standing(held) == [CANCELLED, CANCELLED, LAPSED, OFFERED]
        assert wrote("went to the next", "cem@example.org")
        with pytest.raises(rules.AnswerTooLate):
            service.accept(queries.find_sign_up(cem.id))
        db.session.rollback()
        service.accept(queries.find_sign_up(dan.id))
        db.session.commit()
        assert standing(held)[-1] is GOING
    with clock.stop_at(until + 2 * DAY):
        outbox.run_due()
        assert standing(held)[-1] is GOING, "an answer ends the time to answer"


def test_a_party_waits_until_all_of_it_fits_and_nobody_walks_past(street: Street) -> None:
    held = room(street, 4)
    ana, ben = come(held, "Ana", heads=2), come(held, "Ben", heads=2)
    three, one = come(held, "Cem", heads=3), come(held, "Dan")
    away(ana)
    assert standing(held) == [CANCELLED, GOING, WAITING, WAITING], "two seats are free, three are first"
    late = come(held, "Eva")
    assert late.status is WAITING, "nobody new walks past the line either"
    away(three)
    assert standing(held) == [CANCELLED, GOING, CANCELLED, OFFERED, OFFERED]
    assert (ben.heads, one.heads) == (2, 1)


def test_the_clock_stops_at_night(street: Street) -> None:
    held = room(street, 1)
    first, ben = come(held, "Ana"), come(held, "Ben")
    evening = NOON + 10 * HOUR  # 10pm
    with clock.stop_at(evening):
        away(first)
        assert not wrote("A place is free", "ben@example.org"), "not at night"
        assert db.session.get_one(SignUp, ben.id).offered_until == NOON + DAY + 8 * HOUR  # 8pm of the next day
    with clock.stop_at(NOON + DAY - 4 * HOUR):  # 8am
        assert wrote("A place is free", "ben@example.org")


def test_the_last_day_goes_to_any_time_at_once(street: Street) -> None:
    held = room(street, 3)
    first = come(held, "Ana", heads=3)
    ben, cem, dan = come(held, "Ben"), come(held, "Cem", heads=4 - 1, any_time=True), come(held, "Dan", any_time=True)
    with clock.stop_at(FAR - 23 * HOUR):
        away(first)
        assert standing(held) == [CANCELLED, WAITING, GOING, WAITING]
        assert wrote("A place is yours", "cem@example.org")
        away(cem)
        assert standing(held) == [CANCELLED, WAITING, CANCELLED, GOING]
        assert come(held, "Eva").status is GOING, "on the last day whoever says yes comes"
        service.accept(queries.find_sign_up(ben.id))
        db.session.commit()
        assert standing(held) == [CANCELLED, GOING, CANCELLED, GOING, GOING]
        late = come(held, "Fay")
        with pytest.raises(rules.NoPlaceFree):
            service.accept(late)
    assert dan.heads == 1


def test_what_stayed_free_is_given_when_the_last_day_begins(street: Street) -> None:
    held = room(street, 3)
    first = come(held, "Ana", heads=2)
    come(held, "Ben")
    come(held, "Cem", heads=3)
    come(held, "Dan", any_time=True)
    away(first)
    assert standing(held) == [CANCELLED, GOING, WAITING, WAITING]
    with clock.stop_at(FAR - DAY):
        outbox.run_due()
        assert standing(held) == [CANCELLED, GOING, WAITING, GOING]


def test_invited_above_the_places_is_likely_until_it_is_a_yes(street: Street) -> None:
    held = room(street, 3, places=1)
    ana, ben, cem, dan = [come(held, name) for name in ("Ana", "Ben", "Cem", "Dan")]
    for each in (ben, cem):
        service.invite(street.amina.id, each)
        db.session.commit()
    assert standing(held) == [GOING, LIKELY, LIKELY, WAITING]
    assert wrote("It is likely", "ben@example.org")
    with pytest.raises(rules.RoomFull):
        service.invite(street.amina.id, dan)
    db.session.rollback()
    away(ana)
    assert standing(held) == [CANCELLED, GOING, LIKELY, WAITING], "the first of the likely ones is told yes"
    assert wrote("A place is yours", "ben@example.org")
    away(ben)
    assert standing(held) == [CANCELLED, CANCELLED, GOING, WAITING]
    away(cem)
    assert standing(held) == [CANCELLED, CANCELLED, CANCELLED, OFFERED]


def test_another_party_size(street: Street) -> None:
    held = room(street, 4)
    ana, ben = come(held, "Ana", heads=3), come(held, "Ben", heads=2)
    assert standing(held) == [GOING, WAITING]
    said = {"note": "", "any_time": False, "meet_me": False}
    service.change_party(ana, Party(children=3), **said)
    db.session.commit()
    with pytest.raises(rules.PartyTooLarge):
        service.change_party(ana, Party(children=4), **said)
    db.session.rollback()
    service.change_party(ana, Party(children=1), **said)
    db.session.commit()
    assert standing(held) == [GOING, OFFERED], "what she gave back goes to the next"
    with pytest.raises(rules.NoRoomForMore):
        service.change_party(ana, Party(children=2), **said)
    db.session.rollback()
    service.change_party(ben, Party(), **said)
    db.session.commit()
    assert db.session.get_one(Session, held.id).taken == 3


def test_more_room_moves_the_list(street: Street) -> None:
    held = room(street, 1)
    for name in ("Ana", "Ben", "Cem"):
        come(held, name)
    held = db.session.get_one(Session, held.id)
    held.capacity = 2
    service.settle(held)
    db.session.commit()
    assert standing(held) == [GOING, OFFERED, WAITING]


def test_a_move_nearer_shortens_the_time_to_answer(street: Street) -> None:
    held = room(street, 1)
    first, ben = come(held, "Ana"), come(held, "Ben")
    away(first)
    held = db.session.get_one(Session, held.id)
    held.starts_at, held.ends_at = NOON + 8 * HOUR, NOON + 9 * HOUR
    service.settle(held)
    db.session.commit()
    assert db.session.get_one(SignUp, ben.id).offered_until == NOON + 6 * HOUR
    with clock.stop_at(NOON + 6 * HOUR):
        outbox.run_due()
        assert standing(held) == [CANCELLED, LAPSED]


def test_a_walk_in_sits_up_to_the_room_limit(street: Street) -> None:
    held = room(street, 2, places=1, starts_at=NOON)
    for name in ("Ana", "Ben"):
        assert service.sign_up(neighbour(name), held, host_id=street.amina.id).status is GOING
    with pytest.raises(rules.RoomFull):
        service.sign_up(neighbour("Cem"), held, host_id=street.amina.id)
    assert letters() == [], "whoever stands in the room needs no letter"
