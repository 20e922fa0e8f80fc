"""What I speak."""

import pytest

from participate.core.db import db
from participate.core.i18n import language_name
from participate.profiles import queries
from participate.profiles.words import SPOKEN
from tests.page import PageClient
from tests.street import CAST, Street

PAGE = "/mine/languages"


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(PAGE)
    assert answer.status_code == (303 if name in ("stranger", "femi") else 200)


def test_said_seen_and_taken_back(street: Street, client: PageClient) -> None:
    client.become(street.bilal)
    assert client.send(PAGE, {"spoken": ["ur", "en", "klingon"]}).headers["Location"] == "/mine/words"
    assert queries.languages(street.bilal.id) == ["en", "ur"]
    assert client.get(PAGE).text.count(" checked") == 2
    assert '<bdi lang="ur">اردو</bdi>' in client.get("/mine/words").text
    client.send(PAGE, {})
    db.session.expire_all()
    assert queries.languages(street.bilal.id) == []


def test_each_language_has_a_name_of_its_own() -> None:
    names = [language_name(code) for code in SPOKEN]
    assert len(set(names)) == len(SPOKEN)
    assert not set(names) & set(SPOKEN)
