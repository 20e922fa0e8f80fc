"""What somebody answers to suggestions, and what she switches off: kept, taken back, forgotten."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.accounts.service import forget, merge
from participate.core import clock
from participate.core.db import db
from participate.matching import service
from participate.matching.models import Answer, SwitchedOff
from participate.matching.queries.answers import Answers, answers_of
from participate.matching.words import Because, Kind, Use
from participate.materials import service as materials
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.street import NOON, Street


def test_nothing_said_is_nothing(app: Flask, street: Street) -> None:
    assert answers_of(street.chidi.id) == Answers()


def test_what_was_said_last_counts_and_can_be_taken_back(app: Flask, street: Street) -> None:
    me = street.chidi.id
    service.not_for_me(me, Kind.PROJECT, 5, Because.TOO_FAR)
    service.not_for_me(me, Kind.PROJECT, 5, Because.NOT_MY_THING)
    service.more_like(me, Kind.SESSION, 7)
    service.more_like(me, Kind.SESSION, 6)
    assert answers_of(me) == Answers(no={"project:5": Because.NOT_MY_THING}, more=("session:7", "session:6"))
    with clock.stop_at(NOON + timedelta(minutes=1)):
        service.more_like(me, Kind.PROJECT, 5)
    assert answers_of(me) == Answers(more=("session:7", "session:6", "project:5"))
    service.take_back(me, Kind.PROJECT, 5)
    service.take_back(me, Kind.PROJECT, 5)
    assert answers_of(me) == Answers(more=("session:7", "session:6"))
    assert answers_of(street.bilal.id) == Answers()


def test_switches(app: Flask, street: Street) -> None:
    me = street.chidi.id
    for subject in ("posting:17", Use.PLACE, Use.PLACE):
        service.switch_off(me, subject)
    assert answers_of(me) == Answers(off=frozenset({"posting:17", "place"}))
    service.switch_off(me, Use.ALL)
    service.switch_on(me, "posting:17")
    assert answers_of(me) == Answers(off=frozenset({"place"}), all_off=True)
    assert answers_of(street.bilal.id) == Answers()


def test_of_very_many_answers_the_oldest_are_forgotten(
    app: Flask, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("participate.matching.service.answers.MOST_ANSWERS", 2)
    service.more_like(street.bilal.id, Kind.IDEA, 1)
    for number in (1, 2, 3):
        service.not_for_me(street.chidi.id, Kind.IDEA, number, Because.KNOWN)
    assert list(answers_of(street.chidi.id).no) == ["idea:2", "idea:3"]
    assert answers_of(street.bilal.id).more == ("idea:1",)


def test_she_can_have_all_of_it_forgotten(app: Flask, street: Street) -> None:
    for person in (street.chidi, street.bilal):
        service.more_like(person.id, Kind.IDEA, 1)
        service.switch_off(person.id, Use.TIMES)
    service.forget_answers(street.chidi.id)
    assert answers_of(street.chidi.id) == Answers()
    assert answers_of(street.bilal.id) != Answers()


def test_two_who_were_one_keep_each_answer_once(app: Flask, street: Street) -> None:
    """What the one said about the other's lines, and about herself under her other name, is hers too."""
    for person in (street.chidi, street.bilal):
        service.not_for_me(person.id, Kind.IDEA, 1, Because.KNOWN)
        service.switch_off(person.id, Use.TIMES)
    service.not_for_me(street.amina.id, Kind.PERSON, street.bilal.id, Because.KNOWN)
    service.more_like(street.bilal.id, Kind.IDEA, 2)
    merge(street.gita.id, street.chidi, street.bilal)
    assert answers_of(street.chidi.id) == Answers(
        no={"idea:1": Because.KNOWN}, more=("idea:2",), off=frozenset({"times"})
    )
    assert list(answers_of(street.amina.id).no) == [f"person:{street.chidi.id}"]


def test_with_a_person_goes_what_she_said(app: Flask, street: Street) -> None:
    service.more_like(street.femi.id, Kind.IDEA, 1)
    service.switch_off(street.femi.id, Use.ALL)
    db.session.commit()
    db.session.delete(street.femi)
    db.session.commit()
    assert [db.session.scalar(select(func.count()).select_from(model)) for model in (Answer, SwitchedOff)] == [0, 0]


def test_with_a_thing_goes_what_was_said_about_it(app: Flask, street: Street) -> None:
    """On SQLite the next thing may get its number: nobody has answered to that one."""
    line = profiles.add(street.chidi.id, street.chidi.id, PostingKind.SKILL, "zips")
    service.switch_off(street.chidi.id, f"posting:{line.id}")
    service.not_for_me(street.bilal.id, Kind.MATERIAL, street.material.id, Because.KNOWN)
    service.more_like(street.bilal.id, Kind.MATERIAL, street.material.id + 1)
    profiles.remove(street.chidi.id, line)
    materials.remove(street.amina.id, street.material)
    assert answers_of(street.chidi.id) == Answers()
    assert answers_of(street.bilal.id) == Answers(more=(f"material:{street.material.id + 1}",))


def test_who_takes_her_yes_back_is_forgotten_here_too(app: Flask, street: Street) -> None:
    service.more_like(street.bilal.id, Kind.IDEA, 1)
    service.switch_off(street.bilal.id, Use.TIMES)
    service.not_for_me(street.chidi.id, Kind.PERSON, street.bilal.id, Because.KNOWN)
    service.more_like(street.chidi.id, Kind.IDEA, 1)
    forget(street.dora.id, street.bilal)
    assert answers_of(street.bilal.id) == Answers()
    assert answers_of(street.chidi.id) == Answers(more=("idea:1",))
