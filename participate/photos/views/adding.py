"""Sending a photo in, in small steps: the picture; what it shows and who is in it; the children, if there are any."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.bodies import takes
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, go_to, say, show
from participate.photos import permissions, queries, rules, service, subjects
from participate.photos.forms import ACCEPTED, ChildrenForm, PictureForm, SayForm
from participate.photos.subjects import Subject
from participate.photos.views._hands import Seen, own_photo
from participate.photos.words import PhotoStatus, Who
from participate.places.forms import put_error
from participate.places.queries import nearest_hub

LATER = (rules.Busy, rules.StoreAway)


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/photos/add/<kind>/<int:thing_id>", "add", add, methods=both)
    blueprint.add_url_rule("/photos/<int:photo_id>/say", "describe", describe, methods=both)
    blueprint.add_url_rule("/photos/<int:photo_id>/children", "children", children, methods=both)


@open_to(residents)
@takes(rules.LARGEST_BODY)
def add(kind: str, thing_id: int) -> Response:
    """First the picture alone, so that it is never asked for twice."""
    of = subjects.find(subjects.key_of(kind, thing_id))
    if not of.may_add:
        raise NotAllowed
    form, status = PictureForm(), 422
    if form.validate_on_submit():
        try:
            return go("photos.describe", photo_id=_start(of, form).id)
        except RuleBroken as broken:
            put_error(form.photo, broken)
            status = 503 if isinstance(broken, LATER) else 422
    room = queries.room(of.key, current_user.id, None)
    return show("photos/add.html", form=form, of=of, accepted=ACCEPTED, why_not=_why_not(room),
                status=status if form.errors else 200)  # fmt: skip


def _start(of: Subject, form: PictureForm) -> queries.Photo:
    """The draft of a picture that was sent. Raises what service.draw and service.start raise, or TooMany."""
    person_id, about = current_user.id, service.About(of.key, of.hub_id or _nearest(of))
    rules.check_room(queries.room(about.subject, person_id, about.hub_id))
    hit(f"photo:{person_id}", rules.UPLOADS_AN_HOUR, rules.HOUR)
    drawn = service.draw(form.photo.data.read(rules.LARGEST_FILE + 1))
    return service.start(person_id, about, drawn)


def _nearest(of: Subject) -> int | None:
    hub = nearest_hub(of.ward_id, of.square)
    return hub.id if hub is not None else None


def _why_not(room: rules.Room) -> str:
    """Why no photo more can be sent; "" where one can."""
    try:
        rules.check_room(room)
    except RuleBroken as broken:
        return _(broken.message, **broken.facts)
    return ""


@open_to(residents)
def describe(photo_id: int) -> Response:
    """What the photo shows, who can be recognised, and that they agree."""
    found = _own(photo_id)
    photo = found.photo
    if photo.status is not PhotoStatus.DRAFT:
        return go("photos.photo", photo_id=photo_id)
    form = SayForm(obj=photo, data=_said_before(photo))
    if form.validate_on_submit():
        who = Who(form.who.data)
        service.say(photo, service.Said(form.alt.data or "", who, bool(form.decorative.data)))
        if who is Who.CHILDREN:
            return go("photos.children", photo_id=photo_id)
        return _finish(found)
    return show("photos/describe.html", form=form, photo=photo, of=found.of, status=422 if form.errors else 200)


@open_to(residents)
def children(photo_id: int) -> Response:
    """Children can be recognised: one step more."""
    found = _own(photo_id)
    if found.photo.status is not PhotoStatus.DRAFT or not found.photo.children:
        return go("photos.describe", photo_id=photo_id)
    form = ChildrenForm()
    if form.validate_on_submit():
        return _finish(found)
    return show("photos/children.html", form=form, photo=found.photo, status=422 if form.errors else 200)


def _said_before(photo: queries.Photo) -> dict[str, object]:
    return {"who": Who.CHILDREN.value} if photo.children else {}


def _own(photo_id: int) -> Seen:
    """A photo of the reader's own, of something that she may see. Raises NotFound or NotAllowed."""
    found = own_photo(photo_id)
    if found.of is None:
        raise NotFound
    return found


def _finish(found: Seen) -> Response:
    service.finish(found.photo, staff=permissions.is_staff(current_user))
    if found.photo.status is PhotoStatus.SHOWN:
        say(_("Thank you. Neighbours can see your photo now."))
    else:
        say(_("Thank you. Somebody at the hub looks at it first, within two working days."))
    return go_to(found.of.url if found.of else None, "/photos")
