"""Anybody has a photo taken down at once; the hub decides afterwards."""

import pytest

from participate.core.db import db
from participate.notifications.service import write
from participate.notifications.words import Way
from participate.outbox.models import Promise
from participate.photos import queries, rules, service
from participate.photos.models import Photo, PhotoAsk
from participate.photos.words import PhotoStatus, Verdict
from tests.page import PageClient
from tests.photos.making import photo_of
from tests.street import CAST, Street


@pytest.fixture
def photo(street: Street) -> Photo:
    return photo_of(f"space:{street.space.id}", street.amina, who="grown")


def fresh(photo: Photo) -> Photo:
    db.session.expire_all()
    return queries.get_photo(photo.id)


def letters(name: str) -> list[Promise]:
    return [each for each in Promise.query.all() if each.payload.get("name") == name]


@pytest.mark.parametrize("name", [each for each in CAST if each != "femi"])
def test_for_everybody_and_at_once(client: PageClient, street: Street, photo: Photo, name: str) -> None:
    client.become(street.person(name))
    space = f"/spaces/{street.space.id}"
    assert f"/photos/{photo.id}/take-down" in client.get(space).text
    answer = client.send(f"/photos/{photo.id}/take-down", {"reason": "me", "words": "In the blue coat."})
    assert (answer.status_code, answer.location) == (303, "/photos/asked?gone=y")
    assert "It is off the pages" in client.get(answer.location).text
    client.become(None)
    assert client.get(f"/photos/{photo.name}").status_code == 404
    assert photo.name not in client.get(space).text
    assert fresh(photo).status is PhotoStatus.HELD
    assert PhotoAsk.query.one().person_id == (street.person(name).id if street.person(name) else None)


def test_a_reason_is_needed(client: PageClient, photo: Photo) -> None:
    answer = client.send(f"/photos/{photo.id}/take-down", {"words": "x"})
    assert (answer.status_code, "Choose why." in answer.text) == (422, True)
    assert fresh(photo).status is PhotoStatus.SHOWN


def test_whoever_sent_it_hears_once(client: PageClient, street: Street, photo: Photo) -> None:
    token = client.token(f"/photos/{photo.id}/take-down")
    for _press in range(2):
        client.post(f"/photos/{photo.id}/take-down", data={"reason": "child", "csrf_token": token})
    (letter,) = letters("photo_down")
    assert letter.payload["person_id"] == street.amina.id
    assert "child" not in str(letter.payload["facts"]), "not why, and not who"


def test_what_the_hub_kept_stays_until_it_looks_again(client: PageClient, street: Street, photo: Photo) -> None:
    """But whoever is in it has it down at once, each time."""
    client.send(f"/photos/{photo.id}/take-down", {"reason": "other"})
    service.check(street.dora.id, fresh(photo), Verdict.SHOW, "")
    db.session.commit()
    answer = client.send(f"/photos/{photo.id}/take-down", {"reason": "other"})
    assert answer.location == "/photos/asked"
    assert "kept it" in client.get(answer.location).text
    assert fresh(photo).status is PhotoStatus.SHOWN
    assert [each.id for each in queries.list_waiting(1).items] == [photo.id]
    client.send(f"/photos/{photo.id}/take-down", {"reason": "me"})
    assert fresh(photo).status is PhotoStatus.HELD


def test_six_an_hour(client: PageClient, photo: Photo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "ASKS_AN_HOUR", 1)
    token = client.token(f"/photos/{photo.id}/take-down")
    asked = {"reason": "other", "csrf_token": token}
    assert client.post(f"/photos/{photo.id}/take-down", data=asked).status_code == 303
    service.check(2, fresh(photo), Verdict.SHOW, "")
    db.session.commit()
    assert client.post(f"/photos/{photo.id}/take-down", data=asked).status_code == 429


def test_what_is_not_seen_cannot_be_asked_about(client: PageClient, street: Street, photo: Photo) -> None:
    for status in (PhotoStatus.HELD, PhotoStatus.DRAFT, PhotoStatus.TAKEN_DOWN):
        photo.status = status
        db.session.commit()
        assert client.get(f"/photos/{photo.id}/take-down").status_code == 404
        assert client.become(None).get(f"/photos/{photo.id}").status_code == 404


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize("name", ["photo_down", "photo_checked"])
@pytest.mark.parametrize("title", ["Kitchen at the Shop", ""])
def test_the_letters(street: Street, photo: Photo, name: str, shown: bool, title: str) -> None:
    facts = {"photo_id": photo.id, "title": title, "shown": shown, "reason": "A badge."}
    for way, to in ((Way.MAIL, "amina@example.org"), (Way.TEXT, "+447700900123")):
        letter = write(name, way, to, 1, facts, street.amina)
        taken_down = name == "photo_checked" and not shown
        assert ("Our reason: A badge." in letter.body) is taken_down
        assert (f"/photos/{photo.id}" in letter.body) is not taken_down
        assert "\n\n\n" not in letter.body.partition("The Participate team")[0].rstrip()
        assert "None" not in letter.body + letter.html + letter.subject
