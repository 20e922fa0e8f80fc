"""Photos of things: one that everybody sees, drafts, one that waits, one that somebody wants down."""

import io
from functools import cache

from PIL import Image, ImageDraw

from participate.core import clock
from participate.core.db import db
from participate.photos import service
from participate.photos.drawing import Drawn, redraw
from participate.photos.models import Photo, PhotoAsk
from participate.photos.words import DownReason, PhotoStatus, Who
from tests.street import Street, add

STATES: tuple[str, ...] = (
    "/photos/{draft_id}/say", "/photos/{held_id}", "/photos/{held_id}/check", "/photos/asked?gone=y",
    "/photos/add/story/{story_id}", "/photos?page=9", "/photos/waiting?page=9",
)  # fmt: skip


@cache
def drawn(ink: str) -> Drawn:
    """A picture of that colour, drawn anew once."""
    picture = Image.new("RGB", (400, 300), "beige")
    ImageDraw.Draw(picture).rectangle((60, 90, 340, 300), fill=ink)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return redraw(out.getvalue())


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    space, material = f"space:{street.space.id}", f"material:{street.material.id}"
    table = service.Said("A long table in a kitchen.", Who.NOBODY)
    play = service.Said("Children paint a bench.", Who.CHILDREN)
    shown = service.keep(street.dora.id, service.About(space), drawn("firebrick"), table, staff=True)
    held = service.keep(street.chidi.id, service.About(space), drawn("teal"), play)
    wanted = service.keep(street.amina.id, service.About(material), drawn("olive"), table, staff=True)
    draft = service.start(street.amina.id, service.About(material), drawn("navy"))
    young = service.start(street.amina.id, service.About(material), drawn("purple"))
    service.say(young, play)
    wanted.status = PhotoStatus.HELD
    add(PhotoAsk(photo_id=wanted.id, reason=DownReason.ME, words="That is me.", made_at=clock.now()))
    db.session.commit()
    names = {f"photos.{part}:name": shown.name for part in ("picture", "small", "tile")}
    return names | _ids(shown, held, wanted, draft, young) | {
        "photos.add:kind": "space", "photos.add:thing_id": street.space.id,
    }  # fmt: skip


def _ids(shown: Photo, held: Photo, wanted: Photo, draft: Photo, young: Photo) -> dict[str, object]:
    return {
        "photo_id": shown.id, "held_id": held.id, "draft_id": draft.id, "photos.describe:photo_id": draft.id,
        "photos.children:photo_id": young.id, "photos.check:photo_id": wanted.id,
    }  # fmt: skip
