"""When I am free."""

import pytest

from participate.core.db import db
from participate.profiles import queries, service
from participate.profiles.words import PartOfDay
from tests.page import PageClient
from tests.street import CAST, Street

PAGE = "/mine/times"


@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str) -> None:
    answer = client.become(street.person(name)).get(PAGE)
    assert answer.status_code == (303 if name in ("stranger", "femi") else 200)


def test_said_seen_and_taken_back(street: Street, client: PageClient) -> None:
    client.become(street.bilal)
    given = {"day_3": ["evening"], "day_5": ["morning", "afternoon", "midnight"]}
    assert client.send(PAGE, given).headers["Location"] == "/mine/words"
    expected = {(3, PartOfDay.EVENING), (5, PartOfDay.MORNING), (5, PartOfDay.AFTERNOON)}
    assert queries.free_times(street.bilal.id) == expected
    assert client.get(PAGE).text.count(" checked") == 3
    assert "3 parts of the week" in client.get("/mine/words").text
    client.send(PAGE, {})
    db.session.expire_all()
    assert queries.free_times(street.bilal.id) == set()


def test_it_is_hers_alone(street: Street, client: PageClient) -> None:
    service.set_free_times(street.amina.id, street.amina.id, {(0, PartOfDay.MORNING)})
    client.become(street.bilal)
    client.send(PAGE, {"day_1": "evening", "person_id": str(street.amina.id)})
    assert queries.free_times(street.amina.id) == {(0, PartOfDay.MORNING)}
