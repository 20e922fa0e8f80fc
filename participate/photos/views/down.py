"""Taking a photo down: for anybody, at once, without an account."""

from flask import Blueprint, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import anyone, open_to
from participate.core.http import go, show
from participate.photos import rules, service
from participate.photos.forms import DownForm
from participate.photos.views._hands import seen_photo
from participate.photos.words import PhotoStatus
from participate.places.rules.answer_days import answer_by


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/photos/<int:photo_id>/take-down", "take_down", take_down, methods=["GET", "POST"])
    blueprint.add_url_rule("/photos/asked", "asked", asked)


@open_to(anyone)
def take_down(photo_id: int) -> Response:
    """Ask to have a photo taken down. It leaves the pages as the answer comes; the hub looks at it afterwards."""
    found = seen_photo(photo_id)
    if found.photo.status is PhotoStatus.DRAFT:
        raise NotFound
    form = DownForm()
    if not form.validate_on_submit():
        facts = {"form": form, "photo": found.photo, "seen": found}
        return show("photos/take_down.html", **facts, status=422 if form.errors else 200)
    asker = current_user.id
    hit(f"photo-down:{asker or request.remote_addr}", rules.ASKS_AN_HOUR, rules.HOUR)
    gone = service.ask_down(found.photo, form.chosen, form.words.data or "", asker)
    return go("photos.asked", gone="y" if gone else None)


@open_to(anyone)
def asked() -> Response:
    """What happens next."""
    gone = request.args.get("gone") == "y"
    return show("photos/asked.html", gone=gone, by=answer_by(clock.local(clock.now()), {}))
