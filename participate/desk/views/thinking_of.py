"""Staff think of something for somebody: found by name, then a thing and until when. She sees who thought of it."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, reads_first, staff
from participate.core.http import go, say, show
from participate.core.i18n import date_line
from participate.desk.by_hand import FindThingForm, ThinkForm
from participate.desk.queries import Area, apart
from participate.desk.views._area import her_hub
from participate.desk.views._person import kept_secret
from participate.desk.views._things import things_like
from participate.desk.writing_down import FindForm
from participate.matching.holding import FOR_SOMEBODY
from participate.matching.queries import by_hand as made_by_hand
from participate.matching.service import by_hand as service
from participate.places.forms import put_error


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/people/by-hand", "find_to_think", find_to_think, methods=both)
    blueprint.add_url_rule("/people/<int:person_id>/by-hand", "think_of", think_of, methods=both)


@reads_first
@open_to(staff)
def find_to_think() -> Response:
    """For whom, by name: anybody of the hub, online or not."""
    _hub, area = her_hub()
    form = FindForm()
    words = (form.words.data or "") if form.validate_on_submit() else ""
    page = apart.page_of_people(area, words, frozenset({current_user.id}))
    status = 422 if form.errors else 200
    return kept_secret(show("desk/think_find.html", form=form, words=words, page=page, status=status))


@open_to(staff)
def think_of(person_id: int) -> Response:
    """What the hub thinks of for her; and one more: a word, then which thing and until when."""
    hub, area = her_hub()
    person, finding = _of_my_hub(area, person_id), FindThingForm()
    words = (finding.words.data or "") if finding.validate_on_submit() else ""
    things = things_like(words, hub, FOR_SOMEBODY)
    form = ThinkForm(things, words=words, formdata=request.form if "last" in request.form else None)
    if words and not things:
        finding.words.errors = [_("We found nothing like it. Try another word.")]
    elif form.is_submitted() and "last" in request.form and form.validate():
        try:
            last_day = form.last.day
            service.think_of(current_user.id, hub.id, person_id, form.thing.data, last_day)
            day = date_line(last_day)
            say(_("%(name)s finds it under For you, up to and with %(day)s.", name=person.first_name, day=day))
            return go("desk.think_of", person_id=person_id)
        except RuleBroken as broken:
            put_error(form.last, broken)
    return _page(person, area, finding, form if things else None)


def _page(person: accounts.Person, area: Area, finding: FindThingForm, form: ThinkForm | None) -> Response:
    wrong = form if form is not None and form.errors else finding
    thought = made_by_hand.page_of_made("thought", area.hub_ids, 1, person.id).items
    facts = {"person": person, "finding": finding, "form": form, "wrong": wrong, "thought": thought}
    return kept_secret(show("desk/think_of.html", **facts, status=422 if wrong.errors else 200))


def _of_my_hub(area: Area, person_id: int) -> accounts.Person:
    """Anybody of a hub at which the reader works, but herself. Raises NotFound."""
    found = accounts.find_person(person_id)
    if found is None or not found.is_active or found.id == current_user.id or not apart.is_of(area, found):
        raise NotFound
    return found
