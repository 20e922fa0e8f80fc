"""The day after: who gets which letter, once, at 9am in London; and the thanks that come back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp, Thanks
from participate.sessions.words import AgeBand, SignUpStatus
from tests.sessions.letters import letters
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.street import NOON, Street

OVER = NOON + timedelta(days=2, hours=2)  # Saturday 4 July, 2pm
SUNDAY = datetime(2026, 7, 5, 8, tzinfo=UTC)  # 9am in London
MINUTE = timedelta(minutes=1)


def held(street: Street) -> Session:
    return db.session.get_one(Session, street.session.id)


def look(moment: datetime) -> None:
    """What the worker does at `moment`: the periodic jobs, then whatever is due."""
    db.session.commit()
    with clock.stop_at(moment):
        outbox.run_periodic()
        outbox.run_due()


@pytest.fixture
def chidi(street: Street) -> SignUp:
    return sign_up(street.session, street.chidi)


@pytest.fixture
def met(street: Street, chidi: SignUp) -> Session:
    """Chidi came, Efua did not, two walk-ins came, one with a name; the count is closed."""
    sign_up(street.session, street.efua)
    with clock.stop_at(OVER):
        service.came(street.amina.id, held(street), chidi)
        service.walk_in(street.amina.id, held(street), AgeBand.ADULT, name="Zofia", first_time=True)
        service.walk_in(street.amina.id, held(street), AgeBand.CHILD)
        service.close(street.amina.id, held(street), 120)
    db.session.commit()
    return held(street)


def test_at_nine_the_next_day_and_once(street: Street, met: Session) -> None:
    look(SUNDAY - MINUTE)
    assert letters() == []
    for moment in (SUNDAY, SUNDAY + MINUTE, SUNDAY + timedelta(hours=5), SUNDAY + timedelta(days=1)):
        look(moment)
        assert {(letter.to, letter.subject) for letter in letters()} == {
            ("amina@example.org", "How it went: Bring it broken, take it home working"),
            ("chidi@example.org", "Thank you for coming to Bring it broken, take it home working"),
        }
        assert len(letters()) == 2


def test_what_the_host_reads(street: Street, met: Session, chidi: SignUp) -> None:
    service.say_thanks(chidi, "My coat is whole again")
    look(SUNDAY)
    (letter,) = letters("How it went")
    for words in (
        "3 people came, 2 for the first time.", "Chidi: “My coat is whole again”",
        f"/sessions/{street.session.id}/went", f"/sessions/{street.session.id}/story", "you host Mend Club",
    ):  # fmt: skip
        assert words in letter.body
        assert words in letter.html
    assert "Okafor" not in letter.body


def test_what_those_who_came_read(street: Street, met: Session, chidi: SignUp) -> None:
    look(SUNDAY)
    (letter,) = letters("Thank you for coming")
    path = f"/come/{queries.token_of(chidi)}/after"
    assert path in letter.body
    assert path in letter.html
    assert "you signed up for" in letter.body


def test_a_cancelled_one_is_silent(street: Street, chidi: SignUp) -> None:
    service.cancel(street.amina.id, held(street), "Rain.")
    look(SUNDAY)
    assert letters("How it went") == letters("Thank you for coming") == letters("Who came") == []


def test_cancelled_or_hidden_after_the_promise(street: Street, met: Session) -> None:
    db.session.commit()
    with clock.stop_at(SUNDAY):
        service.promise_letters()
        held(street).hidden_at = SUNDAY
        db.session.commit()
        outbox.run_due()
    assert letters() == []


def test_nobody_counted_yet_then_keyed_in_on_wednesday(street: Street, chidi: SignUp) -> None:
    look(SUNDAY)
    assert [letter.subject for letter in letters()] == ["Who came to Bring it broken, take it home working?"]
    assert f"/sessions/{street.session.id}/check-in" in letters()[0].body
    wednesday = SUNDAY + timedelta(days=3, hours=2)
    with clock.stop_at(wednesday):
        service.came(street.amina.id, held(street), chidi)
        service.close(street.amina.id, held(street), 120)
    look(wednesday + timedelta(hours=1))
    assert len(letters()) == 1, "the letters go the next morning"
    look(SUNDAY + timedelta(days=4))
    assert {letter.to for letter in letters("How it went")} == {"amina@example.org"}
    assert {letter.to for letter in letters("Thank you")} == {"chidi@example.org"}
    look(SUNDAY + timedelta(days=5))
    assert len(letters()) == 3


def test_tapped_and_not_closed(street: Street, chidi: SignUp) -> None:
    with clock.stop_at(OVER):
        service.came(street.amina.id, held(street), chidi)
    look(SUNDAY)
    assert "1 person came, 1 for the first time." in letters("How it went")[0].body
    assert len(letters("Thank you")) == 1


def test_nobody_came(street: Street) -> None:
    with clock.stop_at(OVER):
        service.close(street.amina.id, held(street), 30)
    look(SUNDAY)
    (letter,) = letters()
    assert "Nobody came this time. It happens" in letter.body


def test_an_old_one_that_is_opened_and_closed_again_writes_no_second_letter(street: Street, met: Session) -> None:
    look(SUNDAY)
    with clock.stop_at(SUNDAY + timedelta(hours=3)):
        service.reopen(street.amina.id, held(street))
        service.close(street.amina.id, held(street), 90)
    look(SUNDAY + timedelta(days=1))
    assert len(letters()) == 2


def test_the_worker_slept_for_a_week(street: Street, met: Session) -> None:
    look(SUNDAY + timedelta(days=7))
    assert letters() == []


def test_without_a_host_the_leads_of_the_project_are_told(street: Street, met: Session) -> None:
    held(street).host_id = None
    look(SUNDAY)
    assert [letter.to for letter in letters("How it went")] == ["amina@example.org"]


def test_the_host_who_signed_up_is_not_thanked_for_coming(street: Street) -> None:
    mine = sign_up(street.session, street.amina)
    with clock.stop_at(OVER):
        service.came(street.amina.id, held(street), mine)
    look(SUNDAY)
    assert [letter.subject[:11] for letter in letters()] == ["How it went"]


def test_whoever_cancelled_and_came_is_thanked(street: Street, chidi: SignUp, met: Session) -> None:
    chidi.status = SignUpStatus.CANCELLED
    look(SUNDAY)
    assert len(letters("Thank you")) == 1


def test_two_sessions_of_a_day(street: Street, met: Session) -> None:
    session(street, OVER - timedelta(hours=1), name="Tea", host_id=street.dora.id)
    look(SUNDAY)
    assert {letter.to for letter in letters("Who came")} == {"dora@example.org"}
    assert {letter.to for letter in letters("How it went")} == {"amina@example.org"}


def test_thanks_are_said_once_and_can_change(street: Street, met: Session, chidi: SignUp) -> None:
    for words in ("", "Lovely", "Lovely tea"):
        service.say_thanks(chidi, words)
    db.session.commit()
    assert [each.words for each in db.session.scalars(select(Thanks))] == ["Lovely tea"]
    assert [(line.name, line.words) for line in queries.list_thanks(street.session.id)] == [("Chidi", "Lovely tea")]


def test_hidden_thanks_stay_away_whatever_she_writes(street: Street, met: Session, chidi: SignUp) -> None:
    held_thanks = service.say_thanks(chidi, "Rude")
    service.hide_thanks(street.dora.id, held_thanks, "Unkind.")
    service.say_thanks(chidi, "Ruder")
    assert queries.list_thanks(street.session.id) == []
    service.restore_thanks(street.dora.id, held_thanks)
    assert len(queries.list_thanks(street.session.id)) == 1
