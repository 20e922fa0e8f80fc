"""The short thread: who writes, what may stand in it, quiet, goodbye, and the end after 60 days."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound, RuleBroken
from participate.introductions import queries, rules, service
from participate.introductions.models import Introduction, Note
from participate.introductions.rules import QUIET
from participate.introductions.words import ClosedBecause, IntroductionStatus, Said
from tests.introductions.build import again, asked, hosted, letters, opened
from tests.street import Street


def both_yes(street: Street, *, accompany: bool) -> Introduction:
    made = hosted(street, accompany=accompany)
    for each in (street.bilal, street.chidi):
        service.answer(each.id, made, Said.YES)
    db.session.commit()
    return made


def test_the_two_write_and_the_other_hears_once_a_day(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    for words in ("Hello!", "Shall we bake?"):
        service.write(street.amina.id, made, words)
    service.write(street.chidi.id, made, "Yes.")
    assert letters(street.chidi).count("introduction_word") == 1
    assert letters(street.amina).count("introduction_word") == 1
    with clock.stop_at(clock.now() + timedelta(days=1)):
        service.write(street.amina.id, made, "Tomorrow?")
    assert letters(street.chidi).count("introduction_word") == 2
    notes = queries.page_of_notes(made, street.chidi.id, 1).items
    assert [(each.words, each.own) for each in notes] == [
        ("Hello!", False), ("Shall we bake?", False), ("Yes.", True), ("Tomorrow?", False),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["https://example.org", "07700 900123", "sort code 12-34-56 account 12345678"])
def test_text_only_at_first(app: Flask, street: Street, words: str) -> None:
    made = opened(street.amina, street.chidi)
    with pytest.raises(RuleBroken):
        service.write(street.amina.id, made, words)


def test_numbers_may_be_swapped_when_they_have_met(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    service.we_met(street.chidi.id, made)
    assert service.write(street.amina.id, made, "07700 900123").id


@pytest.mark.parametrize("who", ["bilal", "dora", "gita"])
def test_nobody_else_writes(app: Flask, street: Street, who: str) -> None:
    made = opened(street.amina, street.chidi)
    with pytest.raises(NotFound):
        service.write(street.person(who).id, made, "Hello")


def test_nothing_is_written_before_both_said_yes(app: Flask, street: Street) -> None:
    made = asked(street.amina, street.chidi)
    for each in (street.amina, street.chidi):
        with pytest.raises(service.NotOpen):
            service.write(each.id, made, "Hello")


def test_the_host_who_comes_along_reads_and_writes(app: Flask, street: Street) -> None:
    made = both_yes(street, accompany=True)
    service.write(street.amina.id, made, "Saturday at the Shop?")
    assert letters(street.bilal)[-1] == letters(street.chidi)[-1] == "introduction_word"
    service.write(street.bilal.id, made, "Yes!")
    assert letters(street.amina) == ["introduction_host", "introduction_word"]


def test_the_host_who_does_not_come_along_neither_reads_nor_writes(app: Flask, street: Street) -> None:
    made = both_yes(street, accompany=False)
    with pytest.raises(NotFound):
        service.write(street.amina.id, made, "Hello")
    assert not queries.look(street.amina.id, made.id).may_talk


def test_muted_is_quiet_and_nobody_is_told(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    service.mute(street.chidi.id, made)
    service.write(street.amina.id, made, "Hello!")
    assert "introduction_word" not in letters(street.chidi)
    assert not queries.look(street.amina.id, made.id).muted
    service.mute(street.chidi.id, made, on=False)
    service.write(street.amina.id, made, "Hello again!")
    assert "introduction_word" in letters(street.chidi)


def test_goodbye_ends_it_for_both_and_frees_their_places(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    service.leave(street.chidi.id, made)
    held = again(made)
    assert (held.status, held.closed_because) == (IntroductionStatus.CLOSED, ClosedBecause.LEFT)
    assert queries.count_slots(street.amina.id) == queries.count_slots(street.chidi.id) == 0
    with pytest.raises(service.NotOpen):
        service.write(street.amina.id, made, "Why?")
    with pytest.raises(service.NotOpen):
        service.leave(street.amina.id, made)


def test_it_closes_after_60_quiet_days_and_not_before(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    with clock.stop_at(clock.now() + timedelta(days=30)):
        service.write(street.amina.id, made, "Still there?")
        last = clock.now()
    with clock.stop_at(last + QUIET - timedelta(seconds=1)):
        assert service.end_quiet() == 0
    with clock.stop_at(last + QUIET):
        assert service.end_quiet() == 1
        assert service.end_quiet() == 0
    held = again(made)
    assert (held.status, held.closed_because) == (IntroductionStatus.CLOSED, ClosedBecause.QUIET)
    assert queries.count_slots(street.amina.id) == 0


def test_it_ends_when_one_is_here_no_more(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    assert service.end_broken() == 0
    street.chidi.status = street.femi.status
    db.session.commit()
    assert service.end_broken() == 1
    assert again(made).closed_because is ClosedBecause.ENDED


def test_words_go_after_a_year_and_the_rest_after_two(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    service.write(street.amina.id, made, "Hello!")
    service.leave(street.amina.id, made)
    db.session.commit()
    number, closed = made.id, clock.now()
    for after, notes, left in ((364, 1, 1), (366, 0, 1), (731, 0, 0)):
        with clock.stop_at(closed + timedelta(days=after)):
            service.forget()
        db.session.commit()
        db.session.expire_all()
        assert db.session.query(Note).count() == notes
        assert (db.session.get(Introduction, number) is not None) == bool(left)


def test_staff_take_words_away_and_only_their_author_sees_them(app: Flask, street: Street) -> None:
    made = opened(street.amina, street.chidi)
    note = service.write(street.amina.id, made, "Something unkind")
    service.hide(street.dora.id, note, "Be kind.")
    (hers,) = queries.page_of_notes(made, street.amina.id, 1).items
    (his,) = queries.page_of_notes(made, street.chidi.id, 1).items
    assert (hers.words, hers.hidden, his.words, his.hidden) == ("Something unkind", True, "", True)
    service.restore(street.dora.id, note)
    assert queries.page_of_notes(made, street.chidi.id, 1).items[0].words == "Something unkind"


def test_links_stay_out_whoever_of_the_three_writes(app: Flask, street: Street) -> None:
    made = both_yes(street, accompany=True)
    with pytest.raises(rules.NoLinks):
        service.write(street.amina.id, made, "www.example.org")
