"""The letters as they arrive: no name before both said yes, no words of the thread, no last name ever."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.core import clock, mail
from participate.core.db import db
from participate.introductions import service
from participate.introductions.words import Said
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from tests.introductions.build import asked, hosted, opened, over
from tests.street import Street


def laid(app: Flask, who: str) -> list[str]:
    """The letters that lie there for one of the cast, the newest first: subject and words."""
    db.session.commit()
    outbox.run_due()
    found = mail.list_laid(app.extensions["settings"].data / "letters")
    return [f"{each.subject}\n{each.body}" for each in found if each.to == f"{who}@example.org"]


def test_before_both_said_yes_nobody_is_named(app: Flask, street: Street) -> None:
    asked(street.amina, street.chidi)
    (letter,) = laid(app, "chidi")
    assert letter.startswith("Would you like to meet a neighbour?\n")
    for word in ("Amina", "Rahman"):
        assert word not in letter
    for word in ("baking bread", "30 minutes", "A no is fine", "Thursday 9 July", "/introductions/"):
        assert word in letter


def test_a_host_is_named_and_the_other_is_not(app: Flask, street: Street) -> None:
    hosted(street)
    (letter,) = laid(app, "chidi")
    assert "Amina thinks that you and a neighbour would get on." in letter
    assert "Bilal" not in letter


def test_both_hear_a_first_name_when_it_opens(app: Flask, street: Street) -> None:
    opened(street.amina, street.chidi)
    assert "Chidi and you both said yes." in laid(app, "amina")[0]
    assert "Amina and you both said yes." in laid(app, "chidi")[0]
    assert "Okafor" not in laid(app, "amina")[0]


def test_who_comes_along_is_told(app: Flask, street: Street) -> None:
    made = hosted(street, accompany=True)
    for each in (street.bilal, street.chidi):
        service.answer(each.id, made, Said.YES)
    assert "Amina comes along when you meet." in laid(app, "bilal")[0]
    assert "They both said yes" in laid(app, "amina")[0]


@pytest.mark.parametrize("said", [Said.NO, Said.NOTHING])
def test_not_this_time_reads_the_same(app: Flask, street: Street, said: Said) -> None:
    made = asked(street.amina, street.chidi)
    if said is Said.NO:
        service.answer(street.chidi.id, made, said)
    over(made)
    with clock.stop_at(made.good_until + timedelta(hours=14)):  # by day
        (letter,) = laid(app, "amina")
    assert letter.startswith("Not this time\n")
    assert "It says nothing about you" in letter
    assert "Chidi" not in letter


def test_words_of_the_thread_are_in_no_letter(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    service.write(street.amina.id, made, "Zubeida bakes as well")
    letter = laid(app, "chidi")[0]
    assert "Amina wrote to you on Participate." in letter
    assert "Zubeida" not in letter


def test_each_says_why_it_was_sent_and_what_it_is_about(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    service.write(street.amina.id, made, "Hello")
    promised = [each.payload for each in db.session.query(Promise).filter_by(name="letter")]
    assert {each["about"] for each in promised} == {f"introduction:{made.id}"}
    assert {each["name"]: each["why"] for each in promised} == {
        "introduction_asked": "yours", "introduction_open": "said_yes", "introduction_word": "said_yes",
    }  # fmt: skip
