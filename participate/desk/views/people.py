"""Neighbours who are not online: who they are, half a minute to write one down, and her page."""

from collections.abc import Sequence

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts import service as account_service
from participate.accounts.words import DONE_FOR_HER, ConsentHow
from participate.audit import queries as audit
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.desk.permissions import hub_ids_of
from participate.desk.service import people
from participate.desk.views._person import can_text, in_hand, kept_secret
from participate.desk.writing_down import FindForm, PersonForm, ReachForm, YesForm
from participate.introductions import queries as introductions
from participate.places import queries as places
from participate.places.forms import put_error
from participate.profiles import queries as profiles
from participate.profiles.forms import PostingForm
from participate.profiles.rules import TooManyPostings
from participate.profiles.words import PostingKind
from participate.sessions import queries as sessions

ENGLISH = "en"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/people", "people", list_people, methods=["GET", "POST"])
    blueprint.add_url_rule("/people/new", "new_person", new_person, methods=["GET", "POST"])
    blueprint.add_url_rule("/people/<int:person_id>", "person", person)
    blueprint.add_url_rule("/people/<int:person_id>/reach", "reach", reach, methods=["GET", "POST"])
    blueprint.add_url_rule("/people/<int:person_id>/words", "say_for", say_for, methods=["POST"])


@open_to(staff)
def list_people() -> Response:
    """Everybody whom no e-mail and no text reaches, by name; or those with this name."""
    form = FindForm()
    words = (form.words.data or "") if form.validate_on_submit() else ""
    page = accounts.page_of_looked_after(hub_ids_of(current_user), can_text(), words, asked_page())
    status = 422 if form.errors else 200
    return kept_secret(show("desk/people.html", form=form, page=page, words=words, status=status))


@open_to(staff)
def new_person() -> Response:
    """Write somebody down: a name, that she is an adult, that she said yes. The rest if there is time."""
    hubs = _my_hubs()
    form = PersonForm(_wards(), [(str(hub.id), hub.name) for hub in hubs])
    if not form.validate_on_submit():
        return kept_secret(show("desk/person_new.html", form=form, hubs=hubs, status=422 if form.errors else 200))
    hub = next(each for each in hubs if str(each.id) == form.hub.data)
    about = account_service.Written(
        form.name.data or "", int(form.ward.data) if form.ward.data else hub.ward_id,
        form.language.data or ENGLISH, form.ring, form.phone, form.note.data or "",
    )  # fmt: skip
    said = people.Spoken(form.likes.data or "", form.shows.data or "")
    new = people.New(about, form.whats, ConsentHow(form.how.data), said)
    made = people.write_down(current_user.id, hub.id, new)
    say(_("%(name)s is a member now.", name=made.first_name))
    return go("desk.person", person_id=made.id)


@open_to(staff)
def person(person_id: int) -> Response:
    """Her page: what she said yes to, her lines, what she comes to, and what we did for her."""
    return person_page(in_hand(person_id))


@open_to(staff)
def reach(person_id: int) -> Response:
    """Her name, how we reach her, where she lives, what she likes to read."""
    found = in_hand(person_id)
    form = ReachForm(
        _wards(), name=found.name, number=found.phone or found.ring, texts=found.phone is not None,
        note=found.reach_note, ward=str(found.ward_id or ""), language=found.language,
    )  # fmt: skip
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return kept_secret(show("desk/person_reach.html", person=found, form=form, status=status))
    about = account_service.Written(
        form.name.data or "", int(form.ward.data) if form.ward.data else None, form.language.data or ENGLISH, form.ring,
        form.phone, form.note.data or "",
    )  # fmt: skip
    people.change_reach(current_user.id, found, about)
    say(_("Saved."))
    return go("desk.person", person_id=person_id)


@open_to(staff)
def say_for(person_id: int) -> Response:
    """A line that she likes or can show."""
    found, form = in_hand(person_id), PostingForm()
    if form.validate_on_submit():
        try:
            kind, words = PostingKind(form.kind.data), form.words.data or ""
            people.say_for(current_user.id, person_id, kind, words, form.wants_to_learn.data)
        except TooManyPostings as broken:
            put_error(form.words, broken)
        else:
            say(_("Kept. It counts in the suggestions from now on."))
            return go("desk.person", person_id=person_id, _anchor="lines")
    return person_page(found, form)


def person_page(found: accounts.Person, saying: PostingForm | None = None) -> Response:
    """Everything about somebody on one page; `saying`: the form that came back."""
    consents = accounts.list_consents(found.id)
    done = audit.list_done("person", found.id, list(DONE_FOR_HER), 15, but_actor=found.id)
    names = accounts.first_names_of([each.recorded_by for each in consents if each.recorded_by] + _actors(done))
    meets = introductions.list_newest(found.id)
    page = show(
        "desk/person.html",
        person=found, hub=places.find_hub(found.hub_id), consents=consents, yes=YesForm(formdata=None),
        lines=profiles.list_postings(found.id), saying=saying or PostingForm(formdata=None),
        coming=sessions.list_to_come(found.id), asked=[each for each in meets if each.waits], done=done,
        met=[each for each in meets if not each.waits],
        words_for=DONE_FOR_HER, names=names, kept=accounts.list_hub_apart(found.id, current_user.id),
        status=422 if saying is not None else 200,
    )  # fmt: skip
    return kept_secret(page)


def _actors(rows: Sequence[audit.AuditRow]) -> list[int]:
    return [each.actor_id for each in rows if each.actor_id is not None]


def _wards() -> list[tuple[str, str]]:
    return [(str(ward.id), ward.name) for ward in places.list_wards()]


def _my_hubs() -> list[places.Hub]:
    """The hubs at which the reader works, her first first."""
    mine = hub_ids_of(current_user)
    return [hub for hub in places.list_hubs() if mine is None or hub.id in mine]
