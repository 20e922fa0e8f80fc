"""Reminders on a stopped clock: the day before and two hours before, once each."""

from datetime import timedelta

from participate.core import clock
from participate.core.db import db
from participate.core.jobs import periodic
from participate.sessions import service
from participate.sessions.models import Session, SignUp
from participate.sessions.words import SessionStatus, SignUpStatus
from tests.sessions.making import session
from tests.sessions.signing import letters
from tests.street import NOON, Street

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FAR = NOON + 5 * DAY


def signed(street: Street, **more: object) -> tuple[Session, SignUp]:
    held = session(street, FAR, host_id=street.amina.id, door="The blue door", **more)
    made = service.sign_up(street.chidi, held)
    db.session.commit()
    return held, made


def subjects() -> list[str]:
    return [each.subject for each in letters(to="chidi@example.org") if "You are coming" not in each.subject]


def test_twice_and_once_each(street: Street) -> None:
    signed(street)
    service.sign_up(street.efua, db.session.get_one(Session, 2))
    for moment, sent in (
        (FAR - DAY - timedelta(minutes=1), 0), (FAR - DAY, 1), (FAR - DAY + HOUR, 1), (FAR - 3 * HOUR, 1),
        (FAR - 2 * HOUR, 2), (FAR - HOUR, 2), (FAR + HOUR, 2),
    ):  # fmt: skip
        with clock.stop_at(moment):
            assert len(subjects()) == sent, moment
    tomorrow, soon = (each for each in letters("chidi@example.org") if "You are coming" not in each.subject)
    assert (tomorrow.subject, soon.subject) == ("Tomorrow: Tea and toast", "In two hours: Tea and toast")
    for letter in (tomorrow, soon):
        for words in ("Amina meets you.", "Which door: The blue door", "Leaving early is fine.", "/come/"):
            assert words in letter.body
            assert words in letter.html
    assert len(letters("efua@example.org")) == 3


def test_not_of_what_is_cancelled(street: Street) -> None:
    held, _made = signed(street)
    held.status, held.cancelled_at = SessionStatus.CANCELLED, NOON
    for moment in (FAR - DAY, FAR - 2 * HOUR):
        with clock.stop_at(moment):
            assert subjects() == []


def test_not_to_whoever_cannot_come_or_waits(street: Street) -> None:
    _held, made = signed(street, capacity=1)
    service.sign_up(street.efua, db.session.get_one(Session, made.session_id))
    service.stay_away(made)
    db.session.commit()
    with clock.stop_at(FAR - DAY):
        assert subjects() == []
        assert not [each for each in letters("efua@example.org") if "Tomorrow" in each.subject]


def test_anew_when_it_moves(street: Street) -> None:
    held, _made = signed(street)
    later = FAR + 2 * DAY
    held.starts_at, held.ends_at = later, later + HOUR
    service.settle(held)
    db.session.commit()
    for moment in (FAR - DAY, FAR - 2 * HOUR):
        with clock.stop_at(moment):
            assert subjects() == [], "not for the old day"
    for moment, sent in ((later - DAY, 1), (later - 2 * HOUR, 2)):
        with clock.stop_at(moment):
            assert len(subjects()) == sent


def test_whoever_has_just_signed_up_knows(street: Street) -> None:
    held = session(street, FAR)
    with clock.stop_at(FAR - 2 * HOUR - timedelta(minutes=20)):
        service.sign_up(street.chidi, held)
        db.session.commit()
    with clock.stop_at(FAR - 2 * HOUR):
        assert subjects() == []


def test_a_likely_one_reads_that_it_is_likely(street: Street) -> None:
    _held, made = signed(street)
    made.status = SignUpStatus.LIKELY
    with clock.stop_at(FAR - DAY):
        (sent,) = [each for each in letters("chidi@example.org") if each.subject.startswith("Tomorrow")]
        assert "It is likely that there is room" in sent.body


def test_notes_to_the_host_are_forgotten_a_week_later(street: Street) -> None:
    held, made = signed(street)
    made.note = "I use a wheelchair."
    for days, kept in ((6, "I use a wheelchair."), (8, "")):
        with clock.stop_at(held.ends_at + days * DAY):
            periodic["sessions.forget_notes"][1]()
        db.session.commit()
        db.session.refresh(made)
        assert made.note == kept
