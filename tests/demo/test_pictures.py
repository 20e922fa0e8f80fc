"""Drawn pictures hang where the content says, by the way of every photo, and come down with the demo."""

from flask import Flask
from sqlalchemy import select

from participate.core.db import db
from participate.demo import service
from participate.demo.content import reading
from participate.demo.making.pictures import SCENES, picture
from participate.materials.models import Material
from participate.photos.drawing import redraw
from participate.photos.models import Photo
from participate.photos.store import of_site
from participate.photos.words import PhotoStatus
from participate.spaces.models import Space
from tests.street import Street as Neighbourhood

WHERE = {"space": Space, "material": Material}


def test_every_scene_can_be_drawn_and_is_used() -> None:
    assert {one["scene"] for one in reading.tables("pictures")} == set(SCENES)
    for scene in SCENES:
        drawn = redraw(picture(scene))
        assert (drawn.width, drawn.height) == (1200, 800)


def test_they_hang_and_come_down(app: Flask) -> None:
    service.seed()
    hung = service.hang()
    photos = db.session.scalars(select(Photo).order_by(Photo.id)).all()
    assert len(photos) == hung >= 6
    assert {photo.status for photo in photos} == {PhotoStatus.SHOWN}
    assert all(photo.alt and photo.consent_at for photo in photos)
    garden = db.session.scalars(select(Space).where(Space.name.startswith("Back garden")).order_by(Space.id)).first()
    assert garden
    assert f"space:{garden.id}" in {photo.subject for photo in photos}
    assert {photo.name for photo in photos} == set(of_site().names())
    db.session.rollback()
    service.clear()
    assert db.session.scalars(select(Photo)).all() == []
    assert list(of_site().names()) == []


def test_nothing_hangs_without_a_demo(street: Neighbourhood) -> None:
    assert service.hang() == 0
