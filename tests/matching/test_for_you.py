"""“For you”: who may see it, what it shows, and what it never shows."""

import pytest
from flask.testing import FlaskClient

from participate.core import clock
from participate.core.db import db
from participate.matching import engine
from participate.profiles import service as profiles
from participate.profiles.words import PartOfDay, PostingKind
from tests.statements import count_statements
from tests.street import CAST, Street


def likes(street: Street, who: str, words: str, kind: PostingKind = PostingKind.INTEREST) -> None:
    person = street.person(who)
    profiles.add(person.id, person.id, kind, words)
    db.session.commit()


@pytest.mark.parametrize("who", CAST)
def test_who_may_see_it(client: FlaskClient, street: Street, who: str) -> None:
    client.become(street.person(who))
    expected = 303 if who in ("stranger", "femi") else 200
    assert client.get("/for-you").status_code == expected


def test_a_neighbour_with_the_same_interest_is_shown_by_first_name_with_the_reason(
    client: FlaskClient, street: Street
) -> None:
    likes(street, "bilal", "bread, and baking cakes at home with my aunt Zubeida")
    page = client.become(street.chidi).get("/for-you").text
    assert "Bilal" in page
    assert "You both like <mark>baking bread</mark>" in page
    assert "about 5 minutes’ walk" in page
    assert "Sheikh" not in page  # the surname
    assert "Zubeida" not in page  # her own words


def test_shared_times_are_told(client: FlaskClient, street: Street) -> None:
    likes(street, "bilal", "baking bread")
    thursday = {(3, PartOfDay.EVENING)}
    for person in (street.bilal, street.chidi):
        profiles.set_free_times(person.id, person.id, thursday)
    assert "Thursday evenings" in client.become(street.chidi).get("/for-you").text


def test_all_kinds_have_their_tab(client: FlaskClient, street: Street) -> None:
    likes(street, "chidi", "mending broken things with a sewing machine", PostingKind.SKILL)
    page = client.become(street.chidi).get("/for-you").text
    assert "Mend Club" in page
    assert "Sewing machine" in page
    only = client.get("/for-you?kind=material").text
    assert "Sewing machine" in only
    assert "Mend Club</a>" not in only


@pytest.mark.parametrize("query", ["kind=nonsense", "page=99", "page=x", "kind=person&page=2", "page=-1"])
def test_any_address_of_it_answers(client: FlaskClient, street: Street, query: str) -> None:
    likes(street, "bilal", "baking bread")
    assert client.become(street.chidi).get(f"/for-you?{query}").status_code == 200


def test_her_own_words_lead_to_where_they_are_changed(client: FlaskClient, street: Street) -> None:
    page = client.become(street.chidi).get("/for-you").text
    assert "I like baking bread" in page
    assert f'href="/mine/words/{street.posting.id}"' in page


def test_her_own_project_and_line_are_not_suggested(client: FlaskClient, street: Street) -> None:
    likes(street, "amina", "mending coats")
    page = client.become(street.amina).get("/for-you?kind=project").text
    assert "Mend Club" not in page


def test_without_evidence_the_nearest_easy_first_step_is_named_for_what_it_is(
    client: FlaskClient, street: Street
) -> None:
    street.session.easy = True
    likes(street, "bilal", "keeping zebrafish")
    page = client.become(street.bilal).get("/for-you").text
    assert "Nothing close to your words yet" in page
    assert "Near you this week" in page
    assert "Not chosen by your words" in page
    assert street.session.name in page
    assert "<mark>" not in page


def test_without_a_line_she_is_asked_for_one(client: FlaskClient, street: Street) -> None:
    assert "Tell us one thing that you like" in client.become(street.bilal).get("/for-you").text


def test_until_the_index_is_there_the_list_is_plain_and_says_so(
    client: FlaskClient, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.Engine, "start", lambda self: None)
    page = client.become(street.chidi).get("/for-you").text
    assert "Suggestions are not ready just now" in page
    assert street.session.name in page


def test_words_are_shown_as_words(client: FlaskClient, street: Street) -> None:
    likes(street, "bilal", "<script>baking</script> bread")
    likes(street, "amina", "baking <b>bread</b>")
    page = client.become(street.bilal).get("/for-you").text
    assert "<script>baking" not in page
    assert "&lt;script&gt;baking" in page


def test_hidden_things_are_gone_from_the_very_next_page(client: FlaskClient, street: Street) -> None:
    likes(street, "bilal", "baking bread")
    client.become(street.chidi)
    assert "Bilal" in client.get("/for-you").text
    street.bilal.status = type(street.bilal.status).SUSPENDED  # even where nobody told the trail
    assert "Bilal" not in client.get("/for-you").text


def test_sixteen_statements_and_one_that_notes_are_enough(client: FlaskClient, street: Street) -> None:
    likes(street, "chidi", "mending broken things with a sewing machine in a kitchen with two ovens", PostingKind.SKILL)
    likes(street, "bilal", "baking bread")
    client.become(street.chidi).get("/for-you")
    with count_statements() as counted:
        page = client.get("/for-you").text
    assert "Bilal" in page
    assert "Kitchen at the Shop" in page
    assert counted.number <= 17, counted.texts
    assert [text.startswith("INSERT INTO suggested") for text in counted.texts].count(True) == 1


def test_a_session_that_is_over_is_no_first_step(client: FlaskClient, street: Street) -> None:
    street.session.easy = True
    with clock.stop_at(street.session.ends_at):
        assert street.session.name not in client.become(street.bilal).get("/for-you").text
