"""What staff tell the matcher by hand: what stands first or is left out, and words that mean the same."""

from datetime import date

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.core.paging import asked_page
from participate.desk import permissions
from participate.desk.by_hand import FindThingForm, PlaceForm, SameWordsForm
from participate.desk.queries import Area, Hub
from participate.desk.views._area import her_hub
from participate.desk.views._person import kept_secret
from participate.desk.views._things import things_like
from participate.desk.writing_down import ButtonForm
from participate.matching.holding import THINGS, DayIsOver, TooFarAhead
from participate.matching.queries import by_hand as made_by_hand
from participate.matching.service import by_hand as service
from participate.matching.words import Placed
from participate.places.forms import put_error


def register(blueprint: Blueprint) -> None:
    both, base = ["GET", "POST"], "/desk/by-hand"
    blueprint.add_url_rule(base, "by_hand", by_hand)
    blueprint.add_url_rule(f"{base}/things", "place_thing", place_thing, methods=both)
    blueprint.add_url_rule(f"{base}/words", "same_words", same_words, methods=both)
    blueprint.add_url_rule(f"{base}/<what>/<int:made_id>/end", "end_by_hand", end_by_hand, methods=["POST"])
    blueprint.add_url_rule(f"{base}/<what>/<int:made_id>/again", "put_back", put_back, methods=["POST"])


@open_to(staff)
def by_hand() -> Response:
    """What a hub tells the matcher, of one sort: what holds, and what ended lately."""
    hub, area = her_hub()
    what = request.args.get("what", "placed")
    page = made_by_hand.page_of_made(what, [hub.id], asked_page())
    ended = made_by_hand.list_ended(what, [hub.id])
    return kept_secret(show(
        "desk/by_hand.html", page=page, ended=ended, hub=hub, what=what, tabs=_tabs(hub, what),
        hubs=_hubs(area, hub, what),
    ))  # fmt: skip


def _tabs(hub: Hub, what: str) -> list[tuple[str, str, bool]]:
    words = {"placed": _("First, or left out"), "thought": _("For somebody"), "words": _("The same words")}
    return [(words[each], url_for("desk.by_hand", what=each, hub=hub.id), each == what) for each in words]


def _hubs(area: Area, hub: Hub, what: str) -> list[tuple[str, str, bool]]:
    """Her hubs to choose from, where there are more."""
    found = [(each.name, url_for("desk.by_hand", what=what, hub=each.id), each.id == hub.id) for each in area.mine]
    return found if len(found) > 1 else []


@open_to(staff)
def place_thing() -> Response:
    """A thing stands first, or is left out: found by a word, then chosen."""
    hub, _area = her_hub()
    finding = FindThingForm()
    words = (finding.words.data or "") if finding.validate_on_submit() else ""
    things = things_like(words, hub, THINGS)
    form = PlaceForm(things, words=words, formdata=request.form if "last" in request.form else None)
    if words and not things:
        finding.words.errors = [_("We found nothing like it. Try another word.")]
    elif form.is_submitted() and "last" in request.form and form.validate():
        try:
            placed, last_day = Placed(form.placed.data), form.last.day
            service.place(current_user.id, hub.id, form.thing.data, placed, last_day, form.why.data or "")
            return _said(hub, "placed", last_day)
        except RuleBroken as broken:
            put_error(form.last, broken)
    wrong = form if things and form.errors else finding
    facts = {"finding": finding, "form": form if things else None, "wrong": wrong, "hub": hub}
    return show("desk/place_thing.html", **facts, status=422 if wrong.errors else 200)


@open_to(staff)
def same_words() -> Response:
    """Words that mean the same to the hub's neighbours."""
    hub, _area = her_hub()
    form = SameWordsForm()
    if form.validate_on_submit():
        try:
            last_day = form.last.day
            service.add_words(current_user.id, hub.id, form.words.data or "", last_day)
            return _said(hub, "words", last_day)
        except (DayIsOver, TooFarAhead) as broken:
            put_error(form.last, broken)
        except RuleBroken as broken:
            put_error(form.words, broken)
    return show("desk/same_words.html", form=form, hub=hub, status=422 if form.errors else 200)


def _said(hub: Hub, what: str, last_day: date) -> Response:
    say(_("Kept. It holds up to and with %(day)s, then it ends by itself.", day=date_line(last_day)))
    return go("desk.by_hand", what=what, hub=hub.id)


@open_to(staff)
def end_by_hand(what: str, made_id: int) -> Response:
    """Taken back."""
    made = _pressed(what, made_id)
    service.end(current_user.id, made)
    say(_("Taken back. Below you can put it back."))
    return go("desk.by_hand", what=what, hub=made.hub_id)


@open_to(staff)
def put_back(what: str, made_id: int) -> Response:
    """Not taken back after all."""
    made = _pressed(what, made_id)
    service.put_back(current_user.id, made)
    say(_("It holds again, up to and with %(day)s.", day=date_line(made.last_day)))
    return go("desk.by_hand", what=what, hub=made.hub_id)


def _pressed(what: str, made_id: int) -> service.Made:
    """One of the reader's hub, and a button that was pressed. Raises NotFound."""
    made = made_by_hand.get_made(what, made_id)
    if made.hub_id is None or not permissions.may_work_at(current_user, made.hub_id):
        raise NotFound
    if not ButtonForm().validate_on_submit():
        raise NotFound
    return made
