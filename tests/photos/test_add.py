"""Sending a photo in: who may, what is said when it cannot be, and that only this door takes large bodies."""

import io
from pathlib import Path

import pytest
from flask import Flask

from participate.core.db import db
from participate.photos import queries, rules, studio
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from tests.page import PageClient
from tests.photos.making import photo_of, picture, sent
from tests.street import CAST, Street

HEAVY = b"\xff\xd8\xff" + b"\0" * 300_000


@pytest.fixture
def machine(street: Street) -> str:
    return f"material:{street.material.id}"


@pytest.mark.parametrize("name", CAST)
def test_who_may_add_one(client: PageClient, street: Street, name: str) -> None:
    """Whoever looks after a thing, and staff."""
    path = f"/photos/add/material/{street.material.id}"
    answer = client.become(street.person(name)).get(path)
    expected = {"amina": 200, "dora": 200, "gita": 200, "stranger": 303, "femi": 303}
    assert answer.status_code == expected.get(name, 403)


def test_a_picture_becomes_a_draft(client: PageClient, street: Street, machine: str) -> None:
    answer = sent(client.become(street.amina), machine, picture())
    photo = Photo.query.one()
    assert (answer.status_code, answer.location) == (303, f"/photos/{photo.id}/say")
    assert (photo.status, photo.subject, photo.person_id) == (PhotoStatus.DRAFT, machine, street.amina.id)
    assert photo.hub_id == street.hub.id, "the room of the nearest hub"
    assert (photo.width, photo.height) == (320, 240)
    assert photo.consent_at is None
    assert queries.list_shown(machine) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Choose a photo first."),
        (b"hello", "This is not a picture that we know."),
        (picture()[:3_000], "We cannot read this picture."),
    ],
    ids=["nothing", "words", "cut off"],
)
def test_what_is_no_picture(client: PageClient, street: Street, machine: str, data: bytes, said: str) -> None:
    answer = sent(client.become(street.amina), machine, data, name="photo.jpg" if data else "")
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Error: Add a photo" in answer.text
    assert Photo.query.count() == 0


def test_without_any_field(client: PageClient, street: Street, machine: str) -> None:
    path = f"/photos/add/material/{street.material.id}"
    assert client.become(street.amina).send(path, {}).status_code == 422
    assert client.send(path, {"photo": "words"}).status_code == 422


def test_a_file_that_is_too_heavy_has_a_word_beside_the_field(client: PageClient, street: Street, machine: str) -> None:
    answer = sent(client.become(street.amina), machine, b"\xff\xd8\xff" + b"\0" * rules.LARGEST_FILE)
    assert answer.status_code == 422
    assert "larger than 12 MB" in answer.text


def test_a_body_that_is_far_too_large(client: PageClient, street: Street, machine: str) -> None:
    answer = sent(client.become(street.amina), machine, b"\0" * rules.LARGEST_BODY)
    assert answer.status_code == 413
    assert "too big" in answer.text


def test_only_this_door_takes_large_bodies(client: PageClient, street: Street, machine: str) -> None:
    """300 kB: read here, refused at every other door before a word of it is looked at."""
    assert sent(client.become(street.amina), machine, HEAVY).status_code == 422
    token = client.token(f"/photos/add/material/{street.material.id}")
    for path in (f"/materials/{street.material.id}/edit", "/photos/1/say", "/report/project/1", "/nowhere"):
        form = {"csrf_token": token, "photo": (io.BytesIO(HEAVY), "x.jpg")}
        assert client.post(path, data=form, content_type="multipart/form-data").status_code in (404, 413), path
    words = {"csrf_token": token, "photo": "x" * 300_000}
    path = f"/photos/add/material/{street.material.id}"
    assert client.post(path, data=words, content_type="multipart/form-data").status_code == 413, "words stay small"


def test_the_token_is_asked_for(client: PageClient, street: Street, machine: str) -> None:
    client.become(street.amina)
    form = {"photo": (io.BytesIO(picture()), "photo.jpg")}
    path = f"/photos/add/material/{street.material.id}"
    assert client.post(path, data=form, content_type="multipart/form-data").status_code == 400
    assert Photo.query.count() == 0


def test_the_same_again_is_the_same_draft(client: PageClient, street: Street, machine: str) -> None:
    client.become(street.amina)
    assert sent(client, machine, picture()).location == sent(client, machine, picture()).location
    assert Photo.query.count() == 1


def test_a_photo_that_is_there_already(client: PageClient, street: Street, machine: str) -> None:
    photo_of(machine, street.amina)
    answer = sent(client.become(street.amina), machine, picture())
    assert (answer.status_code, "This photo is here already." in answer.text) == (422, True)


def test_what_was_taken_down_stays_down_wherever_it_is_sent(client: PageClient, street: Street, machine: str) -> None:
    photo_of(f"space:{street.space.id}", street.dora, PhotoStatus.TAKEN_DOWN)
    answer = sent(client.become(street.amina), machine, picture())
    assert (answer.status_code, "was taken down before" in answer.text) == (422, True)


def test_enough_of_one_thing(client: PageClient, street: Street, machine: str) -> None:
    for number in range(rules.MOST_OF_SUBJECT):
        photo_of(machine, street.amina, ink=f"#{number * 16:02x}4060")
    page = client.become(street.amina).get(f"/photos/add/material/{street.material.id}")
    assert "There are 8 photos here already." in page.text
    assert "<form" not in page.text.partition("<main")[2]
    assert "Add another photo" not in client.get(f"/materials/{street.material.id}").text


def test_her_room_is_used_up(client: PageClient, street: Street, machine: str) -> None:
    photo_of(f"story:{1}", street.amina, bytes=rules.MOST_OF_PERSON, ink="navy")
    assert "used all your room" in sent_anyhow(client.become(street.amina), machine).text
    assert Photo.query.count() == 1


def test_the_hubs_room_is_used_up(client: PageClient, street: Street, machine: str) -> None:
    photo_of(f"space:{street.space.id}", street.dora, bytes=rules.MOST_OF_HUB - 10, ink="navy", hub_id=street.hub.id)
    assert "The hub has used all its room" in sent_anyhow(client.become(street.amina), machine).text
    assert Photo.query.count() == 1


def sent_anyhow(client: PageClient, subject: str):  # type: ignore[no-untyped-def]
    """As a browser would that had the page open before."""
    token = client.token("/photos/add/" + subject.replace(":", "/"))
    form = {"csrf_token": token, "photo": (io.BytesIO(picture()), "photo.jpg")}
    return client.post("/photos/add/" + subject.replace(":", "/"), data=form, content_type="multipart/form-data")


def test_three_drafts_at_most(client: PageClient, street: Street, machine: str) -> None:
    for ink in ("navy", "teal", "olive"):
        photo_of(machine, street.amina, PhotoStatus.DRAFT, ink=ink)
    assert "You have 3 photos that are not finished." in client.become(street.amina).get(
        f"/photos/add/material/{street.material.id}"
    ).text  # fmt: skip


def test_twenty_an_hour(client: PageClient, street: Street, machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "UPLOADS_AN_HOUR", 2)
    client.become(street.amina)
    answers = [sent(client, machine, b"no picture").status_code for _again in range(3)]
    assert answers == [422, 422, 429]


def test_the_store_is_away(client: PageClient, street: Street, machine: str, app: Flask) -> None:
    """It says later, and keeps nothing (F-42)."""
    folder = Path(app.extensions["settings"].data) / "photos"
    folder.write_text("a file where the folder was")
    answer = sent(client.become(street.amina), machine, picture())
    folder.unlink()
    assert answer.status_code == 503
    assert "We cannot keep photos just now." in answer.text
    assert Photo.query.count() == 0


def test_everybody_sends_at_once(
    client: PageClient, street: Street, machine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio, "PATIENCE", 0.01)
    client.become(street.amina)
    with studio._seats, studio._seats:
        answer = sent(client, machine, picture())
    assert answer.status_code == 503
    assert "Many neighbours send photos just now." in answer.text


def test_nobody_waits_while_it_is_drawn(street: Street, client: PageClient, machine: str, app: Flask) -> None:
    """The database is let go of before the picture is drawn: another writes meanwhile."""
    wrote = []

    def draw(data: bytes):  # type: ignore[no-untyped-def]
        with db.engine.connect().execution_options(writes=True) as other, other.begin():
            other.exec_driver_sql("UPDATE person SET name = name WHERE id = 1")
        wrote.append(True)
        return redraw(data)

    redraw = studio.redraw
    studio.redraw = draw  # type: ignore[assignment]
    try:
        assert sent(client.become(street.amina), machine, picture()).status_code == 303
    finally:
        studio.redraw = redraw
    assert wrote == [True]


@pytest.mark.parametrize("path", ["person/1", "session/1", "space/999", "nothing/1", "material/1.5"])
def test_things_that_have_no_photos(client: PageClient, street: Street, path: str) -> None:
    assert client.become(street.amina).get(f"/photos/add/{path}").status_code == 404
