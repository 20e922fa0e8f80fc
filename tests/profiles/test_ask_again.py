"""Lines are asked about once, a fortnight before they end, in one letter a person."""

from datetime import timedelta

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.notifications import service as letters
from participate.notifications.words import Way
from participate.outbox.models import Promise
from participate.profiles import service
from participate.profiles.words import PostingKind
from tests.street import NOON, Street

NEAR_THE_END = NOON + timedelta(days=170)


def promised() -> list[dict]:
    query = select(Promise.payload).where(Promise.name == "letter").order_by(Promise.id)
    return [payload for payload in db.session.scalars(query) if payload.get("name") == "words_still"]


def test_one_letter_a_person_and_only_once(street: Street) -> None:
    service.add(street.amina.id, street.amina.id, PostingKind.SKILL, "sewing")
    service.add(street.amina.id, street.amina.id, PostingKind.INTEREST, "tea")
    assert service.ask_again() == 0
    with clock.stop_at(NEAR_THE_END):
        assert service.ask_again() == 2  # Amina, and Chidi of the street
        assert service.ask_again() == 0
    by_person = {payload["person_id"]: payload["facts"] for payload in promised()}
    assert by_person == {
        street.amina.id: {"number": 2, "until": "2027-01-01"},
        street.chidi.id: {"number": 1, "until": "2027-01-01"},
    }


def test_hidden_lines_and_ended_ones_are_not_asked_about(street: Street) -> None:
    service.hide(street.dora.id, street.posting, "no")
    with clock.stop_at(NEAR_THE_END):
        assert service.ask_again() == 0
    service.restore(street.dora.id, street.posting)
    with clock.stop_at(NOON + timedelta(days=200)):
        assert service.ask_again() == 0


def test_who_confirmed_is_asked_again_half_a_year_later(street: Street) -> None:
    with clock.stop_at(NEAR_THE_END):
        assert service.ask_again() == 1
        service.confirm(street.chidi.id, street.posting)
        assert service.ask_again() == 0
    with clock.stop_at(NEAR_THE_END + timedelta(days=170)):
        assert service.ask_again() == 1


def test_the_letter_holds_the_address_and_no_words_of_hers(street: Street) -> None:
    facts = {"number": 2, "until": "2027-01-01"}
    letter = letters.write("words_still", Way.MAIL, "chidi@example.org", 1, facts, street.chidi)
    assert letter.subject == "Is it still true, what you like doing?"
    assert "2 things that you like doing" in letter.body
    assert "/mine/words/still" in letter.body
    assert "1 January 2027" in letter.body
    text = letters.write("words_still", Way.TEXT, "+447700900123", 2, facts, street.chidi)
    assert len(text.body) < 160
