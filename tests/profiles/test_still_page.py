"""Still true? A page that asks, and answers that take one press."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.profiles import queries, service
from participate.profiles.words import PostingKind
from tests.page import PageClient
from tests.street import CAST, NOON, Street

PAGE = "/mine/words/still"
LATER = NOON + timedelta(days=175)


@pytest.mark.parametrize("name", CAST)
def test_who_is_asked(street: Street, client: PageClient, name: str) -> None:
    with clock.stop_at(LATER):
        answer = client.become(street.person(name)).get(PAGE)
    assert answer.status_code == (303 if name in ("stranger", "femi") else 200)
    assert ("I like baking bread" in answer.text) is (name == "chidi")


def test_nothing_to_ask_yet(street: Street, client: PageClient) -> None:
    assert "Nothing to ask today" in client.become(street.chidi).get(PAGE).text


def test_yes_to_all(street: Street, client: PageClient) -> None:
    service.add(street.chidi.id, street.chidi.id, PostingKind.SKILL, "chess")
    with clock.stop_at(LATER):
        client.become(street.chidi)
        assert client.send(PAGE, {"yes": "all"}).headers["Location"] == "/mine/words"
        db.session.expire_all()
        until = {posting.expires_on for posting in queries.list_postings(street.chidi.id)}
        assert until == {clock.today() + timedelta(days=183)}
        assert "2 lines stay." in client.get("/mine/words").text


def test_one_yes_and_one_no(street: Street, client: PageClient) -> None:
    chess = service.add(street.chidi.id, street.chidi.id, PostingKind.SKILL, "chess")
    with clock.stop_at(LATER):
        client.become(street.chidi)
        assert client.send(PAGE, {"yes": str(street.posting.id)}).headers["Location"] == PAGE
        assert "I like baking bread" not in client.get(PAGE).text
        assert client.send(PAGE, {"no": str(chess.id)}).headers["Location"] == "/mine/words"
        db.session.expire_all()
        assert [posting.id for posting in queries.list_postings(street.chidi.id)] == [street.posting.id]


@pytest.mark.parametrize("answer", [{}, {"yes": "999"}, {"no": "all"}, {"no": "x"}])
def test_other_answers_change_nothing(street: Street, client: PageClient, answer: dict) -> None:
    with clock.stop_at(LATER):
        client.become(street.chidi)
        before = street.posting.expires_on
        assert client.send(PAGE, answer).headers["Location"] == PAGE
        db.session.expire_all()
        assert street.posting.expires_on == before


def test_nobody_answers_for_somebody_else(street: Street, client: PageClient) -> None:
    service.add(street.amina.id, street.amina.id, PostingKind.SKILL, "sewing")
    with clock.stop_at(LATER):
        client.become(street.amina)
        client.send(PAGE, {"no": str(street.posting.id)})
    db.session.expire_all()
    assert queries.find_posting(street.posting.id) is not None


def test_what_ended_can_come_back(street: Street, client: PageClient) -> None:
    with clock.stop_at(NOON + timedelta(days=200)):
        service.note_expired()
        client.become(street.chidi)
        assert "Not used since" in client.get("/mine/words").text
        assert "Ended on" in client.get(PAGE).text
        client.send(PAGE, {"yes": "all"})
        db.session.expire_all()
        assert queries.is_shown(street.posting, clock.today())
        assert street.posting.expired_on is None
