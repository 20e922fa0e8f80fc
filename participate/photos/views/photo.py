"""One photo: its page, other words for it, taking it away."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotAllowed
from participate.core.guards import anyone, open_to, residents
from participate.core.http import go, go_to, say, show
from participate.photos import service
from participate.photos.forms import WordsForm
from participate.photos.views._hands import own_photo, seen_photo
from participate.photos.words import PhotoStatus


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/photos/<int:photo_id>", "photo", photo)
    blueprint.add_url_rule("/photos/<int:photo_id>/words", "reword", reword, methods=both)
    blueprint.add_url_rule("/photos/<int:photo_id>/remove", "remove", remove, methods=both)


@open_to(anyone)
def photo(photo_id: int) -> Response:
    """The photo as large as it is, and what can be done about it."""
    found = seen_photo(photo_id)
    if found.photo.status is PhotoStatus.DRAFT:
        return go("photos.describe", photo_id=photo_id)
    return show("photos/photo.html", seen=found, photo=found.photo, of=found.of)


@open_to(residents)
def reword(photo_id: int) -> Response:
    """Say better what it shows."""
    found = own_photo(photo_id).photo
    if found.status is PhotoStatus.DRAFT:
        return go("photos.describe", photo_id=photo_id)
    form = WordsForm(obj=found)
    if form.validate_on_submit():
        said = service.Said(form.alt.data or "", decorative=bool(form.decorative.data))
        service.reword(current_user.id, found, said)
        say(_("Saved."))
        return go("photos.photo", photo_id=photo_id)
    return show("photos/words.html", form=form, photo=found, status=422 if form.errors else 200)


@open_to(residents)
def remove(photo_id: int) -> Response:
    """Take the photo away, after one question."""
    found = seen_photo(photo_id)
    if not found.may_take_away:
        raise NotAllowed
    if request.method == "GET":
        return show("photos/remove.html", photo=found.photo)
    back = found.of.url if found.of else None
    service.remove(current_user.id, found.photo)
    say(_("The photo is gone."))
    return go_to(back, "/photos")
