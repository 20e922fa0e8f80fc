"""Answering a suggestion: who may, what the page says after it, with and without scripts."""

import re

import pytest
from flask.testing import FlaskClient

from participate.core.db import db
from participate.matching.queries.answers import Answers, answers_of
from participate.matching.words import Because
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.page import PageClient
from tests.street import CAST, Street

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


def likes(street: Street, who: str, words: str) -> None:
    person = street.person(who)
    profiles.add(person.id, person.id, PostingKind.INTEREST, words)
    db.session.commit()


@pytest.fixture
def mend_club(client: PageClient, street: Street) -> str:
    """Chidi, to whom the Mend Club is suggested; the address of answers about it."""
    likes(street, "chidi", "mending coats with a sewing machine")
    client.become(street.chidi)
    return f"/for-you/project/{street.project.id}"


@pytest.mark.parametrize("who", CAST)
def test_whoever_has_suggestions_may_answer(client: PageClient, street: Street, who: str) -> None:
    person = street.person(who)
    client.become(person)
    for what, facts in (("not", {"reason": "known"}), ("more", {}), ("back", {})):
        done = client.send(f"/for-you/project/{street.project.id}/{what}", facts, page="/near")
        assert done.status_code == (403 if who in ("stranger", "femi") else 303)


@pytest.mark.parametrize("because", Because)
def test_not_for_me_takes_it_out_and_says_what_it_did(
    client: PageClient, street: Street, mend_club: str, because: Because
) -> None:
    assert "Mend Club" in client.get("/for-you?kind=project").text
    done = client.send(f"{mend_club}/not?kind=project", {"reason": because.value}, page="/for-you")
    assert answers_of(street.chidi.id).no == {f"project:{street.project.id}": because}
    page = client.get(done.headers["Location"]).text
    assert "We took out Mend Club" in page
    assert f'href="/projects/{street.project.id}"' not in page
    undo = client.send(f"{mend_club}/back?kind=project", {}, page="/for-you")
    assert undo.headers["Location"].endswith("/for-you?kind=project")
    assert f'href="/projects/{street.project.id}"' in client.get("/for-you?kind=project").text
    assert answers_of(street.chidi.id) == Answers()


def test_more_like_this_is_kept_and_shown_on_its_card(client: PageClient, street: Street, mend_club: str) -> None:
    done = client.send(f"{mend_club}/more", {}, page="/for-you")
    assert answers_of(street.chidi.id).more == (f"project:{street.project.id}",)
    page = client.get(done.headers["Location"]).text
    assert "You will see more like Mend Club" in page
    assert "More like this: yes" in page


def test_with_scripts_the_list_comes_back_with_a_line_where_the_card_was(
    client: PageClient, street: Street, mend_club: str
) -> None:
    client.get("/for-you")
    done = client.send(f"{mend_club}/not?at=0", {"reason": "not_my_thing"}, page="/for-you", headers=PARTIAL)
    assert done.status_code == 200
    assert done.text.strip().startswith('<section id="matching-all-found"')
    assert "Things like it come further down now" in done.text
    assert f'href="/projects/{street.project.id}"' not in done.text


@pytest.mark.parametrize("reason", ["", "nonsense", "more"])
def test_without_a_reason_nothing_is_kept(client: PageClient, street: Street, mend_club: str, reason: str) -> None:
    done = client.send(f"{mend_club}/not", {"reason": reason}, page="/for-you")
    assert "choose one" in client.get(done.headers["Location"]).text
    assert answers_of(street.chidi.id) == Answers()


@pytest.mark.parametrize("what", ["idea", "recipe", "nonsense", "all"])
def test_what_is_never_on_the_list_has_no_answer(client: PageClient, street: Street, mend_club: str, what: str) -> None:
    for verb in ("not", "more", "back"):
        done = client.send(f"/for-you/{what}/1/{verb}", {"reason": "known"}, page="/for-you")
        assert done.status_code == 404


def test_what_is_gone_says_so_and_nothing_is_kept(client: PageClient, street: Street, mend_club: str) -> None:
    done = client.send("/for-you/project/99999/not", {"reason": "known"}, page="/for-you")
    assert "gone from your list already" in client.get(done.headers["Location"]).text
    assert answers_of(street.chidi.id) == Answers()


def test_a_neighbour_is_named_only_to_whom_she_is_suggested(client: PageClient, street: Street) -> None:
    client.become(street.chidi)
    about_bilal = f"/for-you/person/{street.bilal.id}/not"
    client.send(about_bilal, {"reason": "known"}, page="/near")
    assert answers_of(street.chidi.id) == Answers()
    assert "Bilal" not in client.get("/what-we-think").text
    likes(street, "bilal", "baking bread")
    client.get("/for-you")
    done = client.send(about_bilal, {"reason": "known"}, page="/for-you")
    assert "We took out Bilal, as you know each other already" in client.get(done.headers["Location"]).text


@pytest.mark.parametrize("asked", ["answered=project:1", "answered=nonsense", "answered=person:1", "answered="])
def test_an_address_claims_no_answer_that_she_did_not_give(
    client: PageClient, street: Street, mend_club: str, asked: str
) -> None:
    assert 'id="answered"' not in client.get(f"/for-you?{asked}").text


def test_every_card_of_the_list_can_be_answered_by_one_press(
    client: PageClient, street: Street, mend_club: str
) -> None:
    page = client.get("/for-you").text
    cards = page.count('<article class="card">')
    assert cards > 1
    assert len(re.findall(r'action="/for-you/\w+/\d+/not\?', page)) == cards
    assert page.count('value="too_far"') == page.count('value="not_my_thing"') == cards


def test_elsewhere_suggestions_ask_for_no_answer(client: FlaskClient, street: Street) -> None:
    assert "Not for me" not in client.become(street.chidi).get("/find?say=mending+coats").text
