"""My lines on one page: who may, adding one, what is beside them."""

import pytest

from participate.core.db import db
from participate.profiles import queries, service
from participate.profiles.rules import MOST_POSTINGS
from participate.profiles.words import PostingKind
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street

PAGE = "/mine/words"


@pytest.mark.parametrize("name", CAST)
def test_who_may_see_her_own(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(PAGE)
    assert answer.status_code == (303 if name in ("stranger", "femi") else 200)
    assert ("I like baking bread" in answer.text) is (name == "chidi")


def test_one_more_line(street: Street, client: PageClient) -> None:
    client.become(street.bilal)
    answer = client.send(PAGE, {"kind": "interest", "words": "  gătit   acasă ", "wants_to_learn": "y"})
    assert answer.headers["Location"] == PAGE
    page = client.get(PAGE).text
    assert "<bdi>gătit acasă</bdi>" in page
    assert "To learn." in page
    assert "Kept." in page
    (posting,) = queries.list_postings(street.bilal.id)
    assert (posting.kind, posting.words, posting.wants_to_learn) == (PostingKind.INTEREST, "gătit acasă", True)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"words": ""}, "Write a few words, like “baking bread”."),
        ({"words": "\u200b \x00"}, "Some of these signs cannot be shown."),
        ({"words": "x" * 10_000}, "Use at most 280 letters."),
        ({"kind": ""}, "Choose one: something you like, or something you can show."),
        ({"kind": "idea"}, "Choose one: something you like, or something you can show."),
        ({"words": "chess, ring 07700 900123"}, "leave phone numbers out"),
        ({"words": "write to me@example.org"}, "leave e-mail addresses out"),
        ({"words": "tea at 12 Parsloes Avenue"}, "looks like the address of a home"),
    ],
)
def test_trouble_is_said_beside_the_field(street: Street, client: PageClient, given: dict, says: str) -> None:
    client.become(street.bilal)
    answer = client.send(PAGE, {"kind": "interest", "words": "chess"} | given)
    assert answer.status_code == 422
    assert answer.text.count(says) == 2
    assert queries.count_postings(street.bilal.id) == 0


@pytest.mark.parametrize(
    "words", ["🧶 knitting", "رقص اور موسیقی", "<script>alert(1)</script>", "রান্না", "o’clock ' \" &"]
)
def test_any_words_are_kept_as_typed(street: Street, client: PageClient, words: str) -> None:
    client.become(street.bilal)
    assert client.send(PAGE, {"kind": "skill", "words": words}).status_code == 303
    assert queries.list_postings(street.bilal.id)[0].words == words
    assert "<script>alert" not in client.get(PAGE).text


def test_full_is_said_beside_the_field(street: Street, client: PageClient) -> None:
    for number in range(MOST_POSTINGS):
        service.add(street.bilal.id, street.bilal.id, PostingKind.INTEREST, f"thing {number}")
    client.become(street.bilal)
    answer = client.send(PAGE, {"kind": "interest", "words": "chess"})
    assert answer.status_code == 422
    assert "You have 40 lines already." in answer.text
    assert 'value="chess"' in answer.text


def test_words_that_go_with_mine_are_offered_and_kept_in_one_press(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    page = client.get(PAGE).text
    assert 'name="words" value="sourdough"' in page
    assert client.send(PAGE, {"kind": "interest", "words": "sourdough"}).status_code == 303
    assert 'name="words" value="sourdough"' not in client.get(PAGE).text


def test_what_staff_hid_says_why(street: Street, client: PageClient) -> None:
    service.hide(street.dora.id, street.posting, "This is an advert")
    page = client.become(street.chidi).get(PAGE).text
    assert "They said: “This is an advert”" in page


def test_a_long_page_asks_little_of_the_database(street: Street, client: PageClient) -> None:
    for number in range(MOST_POSTINGS):
        service.add(street.bilal.id, street.bilal.id, PostingKind.INTEREST, f"thing {number}")
    client.become(street.bilal)
    db.session.commit()
    with count_statements() as counted:
        assert client.get(PAGE).status_code == 200
    assert counted.number <= 8, counted.texts
