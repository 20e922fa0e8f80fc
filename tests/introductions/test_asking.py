"""Who may ask whom, and how often."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.accounts import service as accounts
from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.introductions import queries, rules, service
from participate.introductions.words import IntroductionStatus, Said, Way
from tests.introductions.build import WORDS, again, asked, hosted, letters, opened, over
from tests.street import Street, person


def test_asking_says_yes_for_oneself_and_asks_the_other(app: Flask, street: Street) -> None:
    made = again(asked(street.amina, street.chidi, f"hub:{street.hub.id}"))
    mine, theirs = (queries.side_of(made, each.id) for each in (street.amina, street.chidi))
    assert mine is not None
    assert theirs is not None
    assert (mine.said, mine.asks, mine.slot) == (Said.YES, True, 1)
    assert (theirs.said, theirs.asks, theirs.slot) == (Said.NOTHING, False, 1)
    assert (made.way, made.words, made.minutes, made.meet_at) == (Way.SUGGESTION, WORDS, 30, f"hub:{street.hub.id}")
    assert made.good_until == clock.now() + timedelta(days=7, hours=8)
    assert letters(street.chidi) == ["introduction_asked"]
    assert letters(street.amina) == []


def test_one_at_a_time(app: Flask, street: Street) -> None:
    asked(street.amina, street.chidi)
    with pytest.raises(service.OneAtATime):
        service.ask(street.amina.id, street.bilal.id, WORDS, 30)


def test_whoever_has_an_answer_may_ask_again(app: Flask, street: Street) -> None:
    opened(street.amina, street.chidi)
    assert asked(street.amina, street.bilal).id


def test_when_the_asking_is_over_she_may_ask_somebody_else_before_any_job_ran(app: Flask, street: Street) -> None:
    first = asked(street.amina, street.chidi)
    with clock.stop_at(first.good_until + timedelta(seconds=1)):
        assert asked(street.amina, street.bilal).id
    assert again(first).status is IntroductionStatus.NOT_THIS_TIME


def test_five_open(app: Flask, street: Street) -> None:
    for number in range(5):
        opened(street.amina, person(f"Friend{number} Smith", street.ward))
    with pytest.raises(service.FiveOpen):
        service.ask(street.amina.id, street.chidi.id, WORDS, 30)
    with pytest.raises(service.NotJustNow):
        service.ask(street.bilal.id, street.amina.id, WORDS, 30)


def test_five_may_wait_for_one_and_a_no_makes_room(app: Flask, street: Street) -> None:
    waiting = [asked(person(f"Friend{number} Smith", street.ward), street.chidi) for number in range(5)]
    with pytest.raises(service.NotJustNow):
        service.ask(street.amina.id, street.chidi.id, WORDS, 30)
    service.answer(street.chidi.id, waiting[0], Said.NO)
    assert asked(street.amina, street.chidi).id


def test_nobody_is_asked_twice(app: Flask, street: Street) -> None:
    over(asked(street.amina, street.chidi))
    for one, other in ((street.amina, street.chidi), (street.chidi, street.amina)):
        with pytest.raises(service.AskedBefore):
            service.ask(one.id, other.id, WORDS, 30)
    with pytest.raises(service.AskedBefore):
        service.introduce(street.dora.id, street.amina.id, street.chidi.id, WORDS, 30)


def test_who_asks_the_neighbour_that_is_just_asking_her_says_yes_with_it(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    same = asked(street.chidi, street.amina)
    assert same.id == made.id
    assert again(made).status is IntroductionStatus.OPEN
    assert not queries.is_asking(street.chidi.id)
    assert letters(street.amina) == ["introduction_open"]


@pytest.mark.parametrize("who", ["femi", "guest", "apart", "apart back", "nobody"])
def test_whoever_is_not_to_be_met_is_as_if_not_there(app: Flask, street: Street, who: str) -> None:
    other = street.bilal.id
    if who == "femi":
        other = street.femi.id
    elif who == "guest":
        other = person("Guest One", kind=PersonKind.GUEST).id
    elif who == "apart":
        accounts.set_apart(street.amina.id, street.amina.id, other)
    elif who == "apart back":
        accounts.set_apart(other, other, street.amina.id)
    else:
        other = 4_000
    with pytest.raises(NotFound):
        service.ask(street.amina.id, other, WORDS, 30)
    assert queries.find_between(street.amina.id, other) is None


def test_nobody_is_introduced_to_herself(app: Flask, street: Street) -> None:
    with pytest.raises(rules.Herself):
        service.ask(street.amina.id, street.amina.id, WORDS, 30)
    with pytest.raises(rules.Herself):
        service.introduce(street.amina.id, street.amina.id, street.chidi.id, WORDS, 30)


def test_a_host_asks_both(app: Flask, street: Street) -> None:
    made = again(hosted(street, accompany=True))
    assert (made.way, made.host_id, made.accompany) == (Way.HOST, street.amina.id, True)
    assert {side.said for side in made.sides} == {Said.NOTHING}
    assert letters(street.bilal) == letters(street.chidi) == ["introduction_asked"]
    service.answer(street.bilal.id, made, Said.YES)
    assert again(made).status is IntroductionStatus.ASKED
    service.answer(street.chidi.id, made, Said.YES)
    db.session.commit()
    assert again(made).status is IntroductionStatus.OPEN
    assert letters(street.amina) == ["introduction_host"]


def test_a_place_nobody_knows_is_no_place(app: Flask, street: Street) -> None:
    assert asked(street.amina, street.chidi, "https://example.org").meet_at == ""
