"""The pictures' own addresses: what they are sent with, and who gets them, asked each time (S-56)."""

from pathlib import Path

import pytest
from flask import Flask

from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.photos import service
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from tests.page import PageClient
from tests.photos.making import drawn, photo_of
from tests.street import CAST, Street

PARTS = {"": "large", "/small": "small", "/tile": "tile"}


@pytest.fixture
def photo(street: Street) -> Photo:
    """A photo of Amina's sewing machine, which everybody sees."""
    return photo_of(f"material:{street.material.id}", street.amina)


def folder(app: Flask) -> Path:
    return Path(app.extensions["settings"].data) / "photos"


@pytest.mark.parametrize(("tail", "part"), PARTS.items())
def test_it_is_a_picture_and_nothing_else(client: PageClient, photo: Photo, tail: str, part: str) -> None:
    answer = client.get(f"/photos/{photo.name}{tail}")
    assert answer.status_code == 200
    assert answer.data == getattr(drawn(), part)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Content-Disposition"] == 'inline; filename="photo.jpg"'
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_browser_that_has_it_is_asked_to_ask(client: PageClient, photo: Photo, street: Street) -> None:
    first = client.get(f"/photos/{photo.name}/small")
    again = {"If-None-Match": first.headers["ETag"]}
    second = client.get(f"/photos/{photo.name}/small", headers=again)
    assert (second.status_code, second.data) == (304, b"")
    assert client.get(f"/photos/{photo.name}", headers=again).status_code == 200, "the large one is another"
    signed_in = client.become(street.chidi).get(f"/photos/{photo.name}/small")
    assert signed_in.headers["Cache-Control"] == "private, no-cache", "for everybody alike: not a private page"


@pytest.mark.parametrize("status", list(PhotoStatus))
@pytest.mark.parametrize("name", CAST)
def test_who_gets_it(client: PageClient, street: Street, name: str, status: PhotoStatus) -> None:
    photo = photo_of(f"material:{street.material.id}", street.bilal, status)  # Amina looks after it
    seen_by = {
        PhotoStatus.SHOWN: set(CAST), PhotoStatus.HELD: {"amina", "bilal", "dora", "gita"},
        PhotoStatus.DRAFT: {"bilal"}, PhotoStatus.TAKEN_DOWN: set(),
    }[status]  # fmt: skip
    answer = client.become(street.person(name)).get(f"/photos/{photo.name}/small")
    assert answer.status_code == (200 if name in seen_by else 404)
    if status is not PhotoStatus.SHOWN and name in seen_by:
        assert answer.headers["Cache-Control"] == "no-store"


def test_it_is_gone_the_moment_it_is_deleted(client: PageClient, photo: Photo, street: Street, app: Flask) -> None:
    tag = client.get(f"/photos/{photo.name}").headers["ETag"]
    service.remove(street.amina.id, photo)
    name = photo.name
    db.session.commit()
    for headers in ({}, {"If-None-Match": tag}):
        assert client.get(f"/photos/{name}", headers=headers).status_code == 404
    outbox.run_due()
    assert [path for path in folder(app).rglob("*") if path.is_file()] == []


def test_with_a_hidden_thing_its_photos_are_hidden(client: PageClient, photo: Photo, street: Street) -> None:
    street.material.hidden_at = clock.now()
    db.session.commit()
    assert client.get(f"/photos/{photo.name}").status_code == 404
    assert client.become(street.chidi).get(f"/photos/{photo.name}").status_code == 404
    assert client.become(street.amina).get(f"/photos/{photo.name}").status_code == 200


def test_the_photos_of_somebody_suspended_are_hidden(client: PageClient, street: Street) -> None:
    photo = photo_of(f"material:{street.material.id}", street.chidi)
    street.chidi.status = PersonStatus.SUSPENDED
    db.session.commit()
    assert client.get(f"/photos/{photo.name}").status_code == 404


def test_staff_hid_it(client: PageClient, photo: Photo, street: Street) -> None:
    service.hide(street.dora.id, photo, "A number plate can be read.")
    db.session.commit()
    assert client.get(f"/photos/{photo.name}").status_code == 404
    mine = client.become(street.amina).get(f"/photos/{photo.name}")
    assert (mine.status_code, mine.headers["Cache-Control"]) == (200, "no-store")


@pytest.mark.parametrize("name", ["x", "0" * 39, "g" * 40, "0" * 40, "..%2f..%2fetc%2fpasswd", "0" * 38 + "%00x"])
def test_names_that_nobody_gave(client: PageClient, photo: Photo, name: str) -> None:
    assert client.get(f"/photos/{name}").status_code == 404
    assert client.get(f"/photos/{name}/small").status_code == 404


def test_names_say_nothing(street: Street) -> None:
    names = {photo_of(f"space:{street.space.id}", street.dora, ink=ink).name for ink in ("navy", "teal", "olive")}
    assert len(names) == 3
    assert all(len(name) == 40 and set(name) <= set("0123456789abcdef") for name in names)


def test_a_picture_that_is_not_there(client: PageClient, photo: Photo, app: Flask) -> None:
    """A drawn frame stands in its place, and the page around it is whole (F-42)."""
    for file in (folder(app) / photo.name[:2] / photo.name).iterdir():
        file.unlink()
    answer = client.get(f"/photos/{photo.name}/small")
    assert (answer.status_code, answer.mimetype, answer.data[:4]) == (404, "image/png", b"\x89PNG")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(f"/materials/{photo.subject.split(':')[1]}").status_code == 200


def test_the_store_is_away(client: PageClient, photo: Photo, app: Flask) -> None:
    away = folder(app).rename(folder(app).with_name("away"))
    answer = client.get(f"/photos/{photo.name}/small")
    assert (answer.status_code, answer.mimetype, answer.headers["Retry-After"]) == (503, "image/png", "60")
    for path in (f"/materials/{photo.subject.split(':')[1]}", "/materials", f"/photos/{photo.id}"):
        assert client.get(path).status_code == 200
    away.rename(folder(app))
    assert client.get(f"/photos/{photo.name}/small").status_code == 200


def test_no_folder_can_be_read(client: PageClient, photo: Photo) -> None:
    assert client.get(f"/photos/{photo.name[:2]}").status_code == 404
    assert client.get(f"/photos/{photo.name}/large.jpg").status_code == 404
    assert client.get("/static/../instance/photos").status_code == 404
