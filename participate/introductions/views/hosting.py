"""A host brings together two who come to her session; staff bring somebody together with who goes with her words."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts.throttle import hit
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show
from participate.core.text import short_name
from participate.introductions import service
from participate.introductions.forms import Choices, HostForm, StaffForm
from participate.introductions.permissions import may_introduce_at
from participate.introductions.views import _places
from participate.introductions.views.asking import session_ids, shared_words
from participate.matching import queries as matching
from participate.places import here
from participate.places.forms import put_error
from participate.sessions import queries as sessions

A_DAY, DAY = 20, 86_400
MOST = 12
GUEST = "guest"


def register(blueprint: Blueprint) -> None:
    both = ["GET", "POST"]
    blueprint.add_url_rule("/introductions/at/<int:session_id>", "at_session", at_session, methods=both)
    blueprint.add_url_rule("/introductions/for/<int:person_id>", "for_person", for_person, methods=both)


@open_to(residents)
def at_session(session_id: int) -> Response:
    """Two who come to my session might like to meet."""
    held = sessions.get_session(session_id)
    if not may_introduce_at(current_user, current_user.id, held.project_id, held.host_id):
        raise NotAllowed
    form = HostForm(_people_of(session_id), _places.choices([session_id]))
    if form.validate_on_submit():
        hit(f"introduce:{current_user.id}", A_DAY, DAY)
        try:
            service.introduce(
                current_user.id, int(form.first.data), int(form.second.data), form.words.data or "", form.long,
                accompany=form.accompany.data, meet_at=form.place,
            )  # fmt: skip
        except RuleBroken as broken:
            put_error(form.second, broken)
        else:
            say(_("Thank you. We ask them both; a no is fine and nobody hears it."))
            return go("introductions.index", hosted=1)
    return show("introductions/at_session.html", form=form, session=held, status=422 if form.errors else 200)


def _people_of(session_id: int) -> Choices:
    """Who signed up for it or came to it, and has more than a guest's contact with us."""
    signed = {each.person_id for each in sessions.list_sign_ups(session_id)}
    people = accounts.list_persons(signed | set(sessions.list_came_ids(session_id)))
    apart = accounts.ids_apart(current_user.id) | {current_user.id}
    known = [each for each in people.values() if each.kind != GUEST and each.id not in apart]
    return [(str(each.id), short_name(each.name)) for each in sorted(known, key=lambda each: (each.name, each.id))]


@open_to(staff)
def for_person(person_id: int) -> Response:
    """Somebody asked at the counter to be introduced: who goes with her words?"""
    person = accounts.get_person(person_id)
    if not person.is_active or person.kind == GUEST or accounts.are_apart(current_user.id, person_id):
        raise NotFound
    found = matching.suggestions_for_person(person_id, here.Here(person.ward_id, None, person.square))
    people = _suggested(found)
    form = StaffForm([(str(number), words) for number, words in people.items()], _places.choices(session_ids(found)))
    if form.validate_on_submit():
        other_id = int(form.other.data)
        try:
            service.introduce(
                current_user.id, person_id, other_id, shared_words(found, other_id), form.long,
                accompany=form.accompany.data, meet_at=form.place,
            )  # fmt: skip
        except RuleBroken as broken:
            put_error(form.other, broken)
        else:
            say(_("Thank you. We ask them both; a no is fine and nobody hears it."))
            return go("introductions.index", hosted=1)
    facts = {"form": form, "person": person, "people": people, "ready": found.ready}
    return show("introductions/for_person.html", **facts, status=422 if form.errors else 200)


def _suggested(found: matching.Found) -> dict[int, str]:
    """Neighbours who go with her words: id → “Bilal: baking bread”."""
    persons = [one for one in found.suggestions if one.kind == "person"][:MOST]
    shown = matching.with_cards(persons)
    return {one.id: f"{one.card.name}: {shared_words(found, one.id)}" for one in shown}  # type: ignore[union-attr]
