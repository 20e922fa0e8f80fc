"""Pictures and photos for the tests."""

import io
from functools import cache

from PIL import Image, ImageDraw

from participate.accounts.models import Person
from participate.core.db import db
from participate.photos import service
from participate.photos.drawing import Drawn, redraw
from participate.photos.models import Photo
from participate.photos.words import PhotoStatus, Who
from tests.page import PageClient

SIZE = (320, 240)


def picture(form: str = "JPEG", size: tuple[int, int] = SIZE, ink: str = "firebrick", **more: object) -> bytes:
    """A picture of a house with a door, as a file."""
    drawn = Image.new("RGB", size, "beige")
    pen = ImageDraw.Draw(drawn)
    wide, high = size
    pen.rectangle((wide // 5, high // 3, wide * 4 // 5, high - 8), fill=ink)
    pen.polygon([(wide // 6, high // 3), (wide // 2, 8), (wide * 5 // 6, high // 3)], fill="sienna")
    pen.rectangle((wide // 2 - 12, high - 60, wide // 2 + 12, high - 8), fill="black")
    return encoded(drawn, form, **more)


def encoded(drawn: Image.Image, form: str, **more: object) -> bytes:
    """A picture as a file of a form."""
    out = io.BytesIO()
    drawn.save(out, form, **more)
    return out.getvalue()


@cache
def drawn(ink: str = "firebrick") -> Drawn:
    """A small picture, drawn anew."""
    return redraw(picture(ink=ink))


def photo_of(
    subject: str, person: Person, status: PhotoStatus = PhotoStatus.SHOWN, ink: str = "firebrick", **more: object
) -> Photo:
    """A photo with its picture in the store. Committed."""
    said = service.Said(str(more.pop("alt", "A house with a door.")), Who(str(more.pop("who", "nobody"))))
    photo = service.keep(person.id, service.About(subject), drawn(ink), said, staff=True)
    photo.status = status
    for name, value in more.items():
        setattr(photo, name, value)
    db.session.commit()
    return photo


def sent(client: PageClient, subject: str, data: bytes, name: str = "photo.jpg", **more: str):  # type: ignore[no-untyped-def]
    """A picture, sent to the first page of adding one."""
    path = "/photos/add/" + subject.replace(":", "/")
    form: dict[str, object] = {"photo": (io.BytesIO(data), name), **more}
    return client.send(path, form, content_type="multipart/form-data")
