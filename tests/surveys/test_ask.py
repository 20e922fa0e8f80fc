"""Somebody is asked once, by one letter."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core import clock, mail
from participate.core.db import db
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.surveys import jobs, service
from participate.surveys.models import EqualityAnswer, EqualityAsk
from participate.surveys.service import AboutYou
from tests.page import PageClient
from tests.street import Street


def promised() -> list[dict[str, object]]:
    query = select(Promise.payload).where(Promise.name == "letter").order_by(Promise.id)
    return [each for each in db.session.scalars(query) if each.get("name") == "about_you"]


def test_the_first_time_only(street: Street) -> None:
    assert service.ask_once(street.chidi.id) is True
    db.session.commit()
    assert service.ask_once(street.chidi.id) is False
    with clock.stop_at(clock.now() + timedelta(days=400)):
        assert service.ask_once(street.chidi.id) is False
    assert service.ask_once(street.bilal.id) is True
    db.session.commit()
    assert [letter["person_id"] for letter in promised()] == [street.chidi.id, street.bilal.id]


def test_the_letter_leads_to_the_questions_and_names_none(app: Flask, street: Street, client: PageClient) -> None:
    service.ask_once(street.chidi.id)
    db.session.commit()
    outbox.run_due()
    [letter] = mail.list_laid(app.extensions["settings"].data / "letters")
    assert (letter.to, letter.subject) == ("chidi@example.org", "Three short questions, only if you like")
    for word in ("ethnic", "disab", "illness", "health", "age band"):
        assert word not in (letter.subject + letter.body + letter.html).lower()
    path = re.search(r"/about-you/with/\S+", letter.body)
    assert path is not None
    assert path.group() in letter.html
    assert client.get(path.group()).status_code == 200


def test_a_text_fits(app: Flask, street: Street) -> None:
    street.chidi.email, street.chidi.phone = None, "+447700900111"
    service.ask_once(street.chidi.id)
    db.session.commit()
    outbox.run_due()
    assert db.session.scalars(select(Promise.outcome)).all()


@pytest.mark.parametrize(("days", "stays"), [(0, True), (700, True), (900, False)])
def test_answers_end_after_two_years(street: Street, days: int, stays: bool) -> None:
    service.ask_once(street.chidi.id)
    ask = db.session.scalar(select(EqualityAsk))
    service.answer(ask, AboutYou("25-34", "rather_not", "no"))
    db.session.commit()
    with clock.stop_at(clock.now() + timedelta(days=days)):
        jobs.forget_old()
        db.session.commit()
    assert (db.session.scalar(select(EqualityAnswer.id)) is not None) is stays
