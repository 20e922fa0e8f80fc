"""What becomes of pictures in time; and staff hiding one that was reported."""

from datetime import timedelta

from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.photos import service, store
from participate.photos.models import Photo
from participate.photos.words import Part, PhotoStatus
from tests.page import PageClient
from tests.photos.making import drawn, photo_of
from tests.street import NOON, Street

LOOSE = "ab" * 20


def test_drafts_go_after_a_day(street: Street) -> None:
    subject = f"space:{street.space.id}"
    old = photo_of(subject, street.dora, PhotoStatus.DRAFT, made_at=NOON - timedelta(hours=25))
    new = photo_of(subject, street.dora, PhotoStatus.DRAFT, ink="navy", made_at=NOON - timedelta(hours=23))
    held = photo_of(subject, street.dora, PhotoStatus.HELD, ink="teal", made_at=NOON - timedelta(days=9))
    name = old.name
    service.sweep()
    db.session.commit()
    assert {photo.id for photo in Photo.query.all()} == {new.id, held.id}
    outbox.run_due()
    assert store.of_site().read(name, Part.LARGE) is None
    assert store.of_site().read(new.name, Part.LARGE) == drawn("navy").large


def test_pictures_that_belong_to_nothing_go_a_day_later(street: Street) -> None:
    """A day, for one that is just being sent in may not be written down yet."""
    photo = photo_of(f"space:{street.space.id}", street.dora)
    store.of_site().keep(LOOSE, drawn())
    service.sweep()
    db.session.commit()
    outbox.run_due()
    assert store.of_site().read(LOOSE, Part.LARGE) is not None
    with clock.stop_at(NOON + timedelta(hours=25)):
        outbox.run_due()
    assert store.of_site().read(LOOSE, Part.LARGE) is None
    assert store.of_site().read(photo.name, Part.LARGE) is not None


def test_a_picture_whose_photo_is_there_stays_whatever_was_promised(street: Street) -> None:
    photo = photo_of(f"space:{street.space.id}", street.dora)
    service.forget_file(photo.name)
    assert store.of_site().read(photo.name, Part.LARGE) is not None


def test_reported_hidden_and_shown_again(client: PageClient, street: Street) -> None:
    photo = photo_of(f"space:{street.space.id}", street.amina, alt="A van with a number.")
    page = client.get(f"/report/photo/{photo.id}").text
    assert "About a photo." in page
    assert client.send(f"/report/photo/{photo.id}", {"reason": "contact"}).status_code == 303
    client.become(street.dora)
    for choice, seen in (("hide", 404), ("show", 200)):
        answer = client.send("/reports/1", {"choice": choice, "reason": "The number can be read."})
        assert answer.status_code == 303
        assert client.become(None).get(f"/photos/{photo.name}").status_code == seen
        client.become(street.dora)
    assert client.become(street.amina).get(f"/photos/{photo.id}").status_code == 200
