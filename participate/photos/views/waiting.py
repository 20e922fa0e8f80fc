"""The hub's look at photos."""

from datetime import datetime

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.errors import NotFound
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.photos import queries, service, subjects
from participate.photos.forms import CheckForm
from participate.photos.views._hands import seen_photo
from participate.photos.words import PhotoStatus
from participate.places.rules.answer_days import answer_by, is_late


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/photos/waiting", "waiting", waiting)
    blueprint.add_url_rule("/photos/<int:photo_id>/check", "check", check, methods=["GET", "POST"])


@open_to(staff)
def waiting() -> Response:
    """What waits for a look, the longest waiting first."""
    page = queries.list_waiting(asked_page())
    names = subjects.names_of([photo.subject for photo in page.items])
    asks = queries.list_open_asks([photo.id for photo in page.items])
    return show("photos/waiting.html", page=page, names=names, asks=asks, is_late=_is_late)


@open_to(staff)
def check(photo_id: int) -> Response:
    """One photo: shall everybody see it, or nobody any more?"""
    found = seen_photo(photo_id)
    photo, asks = found.photo, queries.list_open_asks([photo_id]).get(photo_id, [])
    if photo.status is PhotoStatus.DRAFT:
        raise NotFound
    form = CheckForm()
    if form.validate_on_submit():
        service.check(current_user.id, photo, form.chosen, form.reason.data or "")
        say(_("Done. We tell whoever sent it."))
        return go("photos.waiting")
    facts = {"form": form, "photo": photo, "of": found.of, "asks": asks, "own": photo.person_id == current_user.id}
    waits = photo.status is PhotoStatus.HELD or bool(asks)
    return show("photos/check.html", **facts, waits=waits, status=422 if form.errors else 200)


def _is_late(since: datetime) -> bool:
    """Whether it waits longer than two working days."""
    return is_late(answer_by(clock.local(since), {}), False, clock.now())
