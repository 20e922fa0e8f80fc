"""That they met: counted at the same session after the yes, or said by one of them. Nobody is asked."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.introductions import service
from participate.introductions.words import MetHow
from participate.sessions import service as sessions
from participate.sessions.models import Session
from tests.introductions.build import again, asked, letters, opened
from tests.street import Street


def both_come(street: Street) -> None:
    """Bilal and Chidi sign up for the street's session, are counted, and the count is closed."""
    held = db.session.get_one(Session, street.session.id)
    signed = [sessions.sign_up(each, held) for each in (street.bilal, street.chidi)]
    db.session.commit()
    with clock.stop_at(held.starts_at + timedelta(minutes=30)):
        for each in signed:
            sessions.came(street.amina.id, held, each)
    with clock.stop_at(held.ends_at + timedelta(minutes=1)):
        sessions.close(street.amina.id, held, 120)
    db.session.commit()


def test_counted_at_the_same_session_after_the_yes(app: Flask, street: Street) -> None:
    made = opened(street.bilal, street.chidi)
    both_come(street)
    held = again(made)
    assert (held.met_how, held.met_at) == (MetHow.SESSION, street.session.starts_at)


def test_before_the_yes_it_does_not_count(app: Flask, street: Street) -> None:
    made = asked(street.bilal, street.chidi)
    both_come(street)
    assert again(made).met_at is None


def test_one_alone_has_met_nobody(app: Flask, street: Street) -> None:
    made = opened(street.bilal, street.amina)
    both_come(street)
    assert again(made).met_at is None


@pytest.mark.parametrize("ids", [[], ["bilal"], ["bilal", "amina"]])
def test_whoever_was_not_there_is_not_met(app: Flask, street: Street, ids: list[str]) -> None:
    made = opened(street.bilal, street.chidi)
    service.note_met([street.person(each).id for each in ids], clock.now())
    assert again(made).met_at is None


def test_an_earlier_meeting_before_the_yes_does_not_count(app: Flask, street: Street) -> None:
    made = opened(street.bilal, street.chidi)
    service.note_met([street.bilal.id, street.chidi.id], clock.now() - timedelta(minutes=1))
    assert again(made).met_at is None


def test_one_of_them_says_so_once(app: Flask, street: Street) -> None:
    made = opened(street.bilal, street.chidi)
    before = letters(street.bilal) + letters(street.chidi)
    service.we_met(street.chidi.id, made)
    with clock.stop_at(clock.now() + timedelta(days=1)):
        service.we_met(street.bilal.id, made)
    held = again(made)
    assert (held.met_how, held.met_at) == (MetHow.SAID, clock.now())
    assert letters(street.bilal) + letters(street.chidi) == before  # nobody is asked, nobody is told


def test_who_said_so_first_stays(app: Flask, street: Street) -> None:
    made = opened(street.bilal, street.chidi)
    service.we_met(street.chidi.id, made)
    db.session.commit()
    both_come(street)
    assert again(made).met_how is MetHow.SAID


def test_nobody_else_says_so_and_not_before_the_yes(app: Flask, street: Street) -> None:
    made = asked(street.bilal, street.chidi)
    with pytest.raises(service.NotOpen):
        service.we_met(street.bilal.id, made)
    with pytest.raises(NotFound):
        service.we_met(street.amina.id, made)
