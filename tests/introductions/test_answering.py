"""A yes, a no that nobody sees, and changing one's mind."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.accounts import service as accounts
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.jobs import handlers
from participate.introductions import queries, service
from participate.introductions.words import ClosedBecause, IntroductionStatus, Said
from tests.introductions.build import again, asked, hosted, letters, opened, over
from tests.street import Street, person


def test_both_yes_opens_it_and_tells_both(app: Flask, street: Street) -> None:
    made = again(opened(street.amina, street.chidi))
    assert (made.status, made.opened_at) == (IntroductionStatus.OPEN, clock.now())
    assert letters(street.amina) == ["introduction_open"]
    assert letters(street.chidi) == ["introduction_asked", "introduction_open"]


def test_a_no_changes_nothing_that_others_see_and_frees_her_place(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    service.answer(street.chidi.id, made, Said.NO)
    db.session.commit()
    held = again(made)
    assert held.status is IntroductionStatus.ASKED
    assert queries.is_asking(street.amina.id)
    assert queries.count_slots(street.chidi.id) == 0
    assert queries.count_slots(street.amina.id) == 1
    assert letters(street.amina) == []


@pytest.mark.parametrize("said", [Said.NO, Said.NOTHING])
def test_no_and_no_answer_end_in_the_same_words_at_the_same_moment(app: Flask, street: Street, said: Said) -> None:
    made = asked(street.amina, street.chidi)
    if said is Said.NO:
        service.answer(street.chidi.id, made, said)
    over(made)
    held = again(made)
    assert (held.status, held.closed_because) == (IntroductionStatus.NOT_THIS_TIME, None)
    assert letters(street.amina) == ["introduction_over"]
    assert letters(street.chidi) == ["introduction_asked"]
    assert not queries.is_asking(street.amina.id)
    assert queries.count_slots(street.amina.id) == queries.count_slots(street.chidi.id) == 0


def test_she_may_change_her_mind_until_it_ends(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    for said in (Said.NO, Said.NO, Said.YES):
        service.answer(street.chidi.id, made, said)
    assert again(made).status is IntroductionStatus.OPEN


def test_a_changed_mind_needs_a_free_place(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    service.answer(street.chidi.id, made, Said.NO)
    for number in range(5):
        asked(person(f"Friend{number} Smith", street.ward), street.chidi)
    with pytest.raises(service.FiveOpen):
        service.answer(street.chidi.id, made, Said.YES)


def test_too_late(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    with clock.stop_at(made.good_until + timedelta(seconds=1)), pytest.raises(service.TooLate):
        service.answer(street.chidi.id, made, Said.YES)


def test_what_is_open_takes_no_answer(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    with pytest.raises(service.NotOpen):
        service.answer(street.chidi.id, made, Said.NO)


@pytest.mark.parametrize("who", ["bilal", "dora", "femi"])
def test_nobody_else_answers(app: Flask, street: Street, who: str) -> None:
    made = asked(street.amina, street.chidi)
    with pytest.raises(NotFound):
        service.answer(street.person(who).id, made, Said.YES)


def test_whoever_asked_takes_it_back_by_leaving(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    with pytest.raises(service.NotOpen):
        service.answer(street.amina.id, made, Said.NO)
    service.leave(street.amina.id, made)
    held = again(made)
    assert (held.status, held.closed_because) == (IntroductionStatus.NOT_THIS_TIME, ClosedBecause.LEFT)
    assert not queries.is_asking(street.amina.id)
    assert asked(street.amina, street.bilal).id


def test_one_of_two_brought_together_says_no_after_her_yes(app: Flask, street: Street) -> None:
    made = hosted(street)
    service.answer(street.bilal.id, made, Said.YES)
    service.leave(street.bilal.id, made)
    service.answer(street.chidi.id, made, Said.YES)
    assert again(made).status is IntroductionStatus.ASKED
    over(made)
    assert "introduction_over" in letters(street.chidi)
    assert "introduction_over" not in letters(street.bilal)


@pytest.mark.parametrize(("outcome", "status"), [("yes", "open"), ("no", "asked"), ("told", "asked")])
def test_what_the_hub_heard_on_the_phone_counts(app: Flask, street: Street, outcome: str, status: str) -> None:
    made = asked(street.amina, street.chidi)
    payload = {
        "call_id": 1, "letter": "introduction_asked", "person_id": street.chidi.id, "outcome": outcome,
        "facts": {"introduction_id": made.id},
    }  # fmt: skip
    handlers["call.recorded"](payload)
    db.session.commit()
    assert again(made).status == status
    side = queries.side_of(again(made), street.chidi.id)
    assert side is not None
    assert side.said == {"yes": "yes", "no": "no", "told": "nothing"}[outcome]


def test_a_call_that_comes_too_late_is_no_error(app: Flask, street: Street) -> None:
    made = over(asked(street.amina, street.chidi))
    facts = {"facts": {"introduction_id": made.id}, "letter": "introduction_asked", "outcome": "yes", "call_id": 1}
    handlers["call.recorded"](facts | {"person_id": street.chidi.id})
    assert again(made).status is IntroductionStatus.NOT_THIS_TIME


@pytest.mark.parametrize("open_first", [True, False])
def test_kept_apart_it_ends_at_once_for_both(app: Flask, street: Street, open_first: bool) -> None:
    made = (opened if open_first else asked)(street.amina, street.chidi)
    accounts.set_apart(street.chidi.id, street.chidi.id, street.amina.id)
    db.session.commit()
    held = again(made)
    assert held.closed_because is ClosedBecause.ENDED
    assert held.status is not IntroductionStatus.OPEN
    assert queries.count_slots(street.amina.id) == 0
    for each in (street.amina, street.chidi):
        with pytest.raises(NotFound):
            queries.look(each.id, made.id)
        assert queries.list_of(each.id, 1).items == []
        assert queries.list_waiting_for(each.id) == []
