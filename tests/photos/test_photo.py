"""A photo's page, my photos, and deleting one."""

import pytest

from participate.core.db import db
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus
from tests.page import PageClient
from tests.photos.making import photo_of
from tests.street import CAST, Street


@pytest.fixture
def photo(street: Street) -> Photo:
    """Bilal’s photo of Amina’s sewing machine."""
    return photo_of(f"material:{street.material.id}", street.bilal)


@pytest.mark.parametrize("name", CAST)
def test_the_page(client: PageClient, street: Street, photo: Photo, name: str) -> None:
    page = client.become(street.person(name)).get(f"/photos/{photo.id}")
    assert page.status_code == 200
    assert "Photo: Sewing machine" in page.text
    assert "A house with a door." in page.text
    assert "Sheikh" not in page.text
    assert (f"/photos/{photo.id}/remove" in page.text) is (name in ("amina", "bilal", "dora", "gita"))
    assert (f"/photos/{photo.id}/words" in page.text) is (name in ("bilal", "dora", "gita"))


@pytest.mark.parametrize("name", CAST)
def test_who_deletes_it(client: PageClient, street: Street, photo: Photo, name: str) -> None:
    """Whoever sent it, whoever looks after the thing, and staff; after one question."""
    path = f"/photos/{photo.id}/remove"
    client.become(street.person(name))
    expected = {"amina": 200, "bilal": 200, "dora": 200, "gita": 200, "stranger": 303, "femi": 303}.get(name, 403)
    assert client.get(path).status_code == expected
    if expected == 200:
        assert client.send(path).location == f"/materials/{street.material.id}"
        assert Photo.query.count() == 0
    else:
        with client.session_transaction():
            pass
        assert Photo.query.count() == 1


def test_a_draft_leads_to_its_words(client: PageClient, street: Street, photo: Photo) -> None:
    photo.status = PhotoStatus.DRAFT
    db.session.commit()
    assert client.become(street.bilal).get(f"/photos/{photo.id}").location == f"/photos/{photo.id}/say"
    assert client.get(f"/photos/{photo.id}/words").location == f"/photos/{photo.id}/say"
    assert client.become(street.dora).get(f"/photos/{photo.id}").status_code == 404


def test_my_photos(client: PageClient, street: Street, photo: Photo) -> None:
    photo_of(f"space:{street.space.id}", street.bilal, PhotoStatus.DRAFT, ink="navy")
    photo_of(f"space:{street.space.id}", street.bilal, PhotoStatus.TAKEN_DOWN, ink="teal")
    photo_of(f"space:{street.space.id}", street.amina, ink="olive")
    page = client.become(street.bilal).get("/photos").text
    assert page.count("<img") == 2
    assert "Not ready yet" in page
    assert "Everybody sees it" in page
    assert "Finish it" in page
    assert "No photo yet" in client.become(street.chidi).get("/photos").text
    assert client.become(None).get("/photos").status_code == 303


def test_of_something_that_is_gone(client: PageClient, street: Street) -> None:
    """Only whoever sent it and staff know of it."""
    loose = photo_of("material:999", street.bilal)
    assert client.get(f"/photos/{loose.id}").status_code == 404
    assert client.become(street.bilal).get(f"/photos/{loose.id}").status_code == 200
    assert client.get("/photos").status_code == 200
    assert client.send(f"/photos/{loose.id}/remove").location == "/photos"
