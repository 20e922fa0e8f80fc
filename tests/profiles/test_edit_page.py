"""Other words for a line, and taking it away. Nobody knows of anybody else's."""

import pytest

from participate.core.db import db
from participate.profiles import queries
from participate.profiles.words import PostingKind
from tests.page import PageClient
from tests.street import CAST, Street


@pytest.mark.parametrize("name", CAST)
def test_who_may_change_chidis_line(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    expected = 200 if name == "chidi" else 303 if name in ("stranger", "femi") else 404
    assert client.get(f"/mine/words/{street.posting.id}").status_code == expected


@pytest.mark.parametrize("name", CAST)
def test_who_may_take_it_away(street: Street, client: PageClient, name: str) -> None:
    posting_id = street.posting.id
    page = "/sign-in" if name in ("stranger", "femi") else "/mine/words"
    client.become(street.person(name))
    answer = client.send(f"/mine/words/{posting_id}/remove", page=page)
    assert answer.status_code == (303 if name == "chidi" else 403 if name in ("stranger", "femi") else 404)
    db.session.expire_all()
    assert (queries.find_posting(posting_id) is None) is (name == "chidi")


def test_chidi_says_it_in_other_words(street: Street, client: PageClient) -> None:
    path = f"/mine/words/{street.posting.id}"
    client.become(street.chidi)
    assert 'value="I like baking bread"' in client.get(path).text
    assert client.send(path, {"kind": "skill", "words": "baking sourdough"}).headers["Location"] == "/mine/words"
    db.session.expire_all()
    assert (street.posting.kind, street.posting.words) == (PostingKind.SKILL, "baking sourdough")


def test_bad_words_come_back(street: Street, client: PageClient) -> None:
    path = f"/mine/words/{street.posting.id}"
    client.become(street.chidi)
    answer = client.send(path, {"kind": "skill", "words": "<b>" + "x" * 300})
    assert answer.status_code == 422
    assert "Use at most 280 letters." in answer.text
    assert "&lt;b&gt;xxx" in answer.text


@pytest.mark.parametrize(
    "path", ["/mine/words/999", "/mine/words/99999999999999999999", "/mine/words/-1", "/mine/words/x"]
)
def test_no_such_line(street: Street, client: PageClient, path: str) -> None:
    assert client.become(street.chidi).get(path).status_code == 404
