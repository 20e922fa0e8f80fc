""" "I'm worried about someone": open to everybody, signed in or not, without JavaScript; nothing of it stays behind."""

from flask import Blueprint, current_app, request
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.throttle import hit
from participate.core.config import Settings
from participate.core.guards import anyone, open_to
from participate.core.http import go, show
from participate.moderation import queries, service
from participate.moderation.forms import WorriedForm
from participate.places import here
from participate.places import queries as places

AN_HOUR, HOUR = 30, 3600  # of one network: a hub is one


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/worried", "worried", worried, methods=["GET", "POST"])
    blueprint.add_url_rule("/worried/thank-you", "worried_thanks", worried_thanks)


@open_to(anyone)
def worried() -> Response:
    """Whom to ring now, who reads what is written here and by when, and four fields."""
    hubs = places.list_hubs()
    form = WorriedForm([(str(hub.id), hub.name) for hub in hubs], known=current_user.is_authenticated)
    answers = queries.has_safeguarding()
    if answers and form.validate_on_submit():
        hit(f"worry:{request.remote_addr}", AN_HOUR, HOUR)
        unnamed = not current_user.is_authenticated or bool(form.unnamed.data)
        service.tell_worry(
            form.chosen, form.words.data or "", who=form.who.data or "", contact=form.contact.data or "",
            hub=places.find_hub(form.hub_id), teller_id=None if unnamed else current_user.id,
        )  # fmt: skip
        return go("moderation.worried_thanks")
    if not form.is_submitted():
        near = here.find()
        nearest = places.nearest_hub(near.ward_id, near.square, hubs)
        form.hub.data = str(nearest.id) if nearest is not None else ""
    return _unkept("moderation/worried.html", form=form, answers=answers, status=422 if form.errors else 200)


@open_to(anyone)
def worried_thanks() -> Response:
    """Who reads it and by when; whom to ring now."""
    return _unkept("moderation/worried_thanks.html")


def _unkept(page: str, *, status: int = 200, **facts: object) -> Response:
    """A page that no browser keeps: whoever uses the phone next does not see it."""
    settings: Settings = current_app.extensions["settings"]
    phones = [each for each in places.list_hubs() if each.phone]
    near = here.find()
    by = service.read_by(places.nearest_hub(near.ward_id, near.square))
    response = show(page, **facts, settings=settings, phones=phones, by=by, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
