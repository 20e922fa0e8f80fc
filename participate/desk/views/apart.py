"""Staff keep two people apart: found by name, for a reason from a short list. Neither of the two is told."""

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries as accounts
from participate.accounts import service as account_service
from participate.accounts.words import ApartBy, ApartWhy
from participate.core.errors import NotFound
from participate.core.guards import open_to, reads_first, staff
from participate.core.http import go, say, show
from participate.core.paging import Page
from participate.desk.queries import Area
from participate.desk.queries import apart as people
from participate.desk.views._area import her_area
from participate.desk.views._person import kept_secret
from participate.desk.writing_down import ApartForm, ButtonForm, NameForm


def register(blueprint: Blueprint) -> None:
    both, page = ["GET", "POST"], "/people/<int:person_id>/apart"
    blueprint.add_url_rule("/people/apart", "find_apart", find_apart, methods=both)
    blueprint.add_url_rule(page, "keep_apart", keep_apart, methods=both)
    blueprint.add_url_rule(f"{page}/<int:apart_id>/end", "end_apart", end_apart, methods=["POST"])


@reads_first
@open_to(staff)
def find_apart() -> Response:
    """The first of the two, by name: anybody of the hub, online or not."""
    form = NameForm()
    words = (form.words.data or "") if form.validate_on_submit() else ""
    page = people.page_of_people(her_area(), words, frozenset({current_user.id}))
    status = 422 if form.errors else 200
    return kept_secret(show("desk/apart_find.html", form=form, words=words, page=page, status=status))


@open_to(staff)
def keep_apart(person_id: int) -> Response:
    """Whom the hub keeps apart from somebody; and one more: a name, then who and why."""
    area = her_area()
    person, finding = _of_my_hub(area, person_id), NameForm()
    words = (finding.words.data or "") if finding.validate_on_submit() else ""
    page = people.page_of_people(area, words, frozenset({current_user.id, person_id}))
    form = ApartForm(_choices(page), words=words, formdata=request.form if "why" in request.form else None)
    if words and not page.items:
        finding.words.errors = [_("Nobody of your hub has this name. Try a shorter piece of it.")]
    elif form.is_submitted() and "why" in request.form and form.validate():
        other_id, why = int(form.other.data), ApartWhy(form.why.data)
        account_service.set_apart(current_user.id, person_id, other_id, ApartBy.HUB, why)
        say(_("They are kept apart from now on. Neither of them is told."))
        return go("desk.keep_apart", person_id=person_id)
    return _page(person, finding, form if page.items else None, more=page.has_next)


@open_to(staff)
def end_apart(person_id: int, apart_id: int) -> Response:
    """The two may meet again, as far as the hub is asked."""
    person = _of_my_hub(her_area(), person_id)
    kept = accounts.find_hub_apart(person.id, apart_id, current_user.id)
    if kept is None or not ButtonForm().validate_on_submit():
        raise NotFound
    account_service.end_apart(current_user.id, kept.person_id, kept.other_id, ApartBy.HUB)
    say(_("Done. The hub no longer keeps them apart."))
    return go("desk.keep_apart", person_id=person_id)


def _page(person: accounts.Person, finding: NameForm, form: ApartForm | None, *, more: bool) -> Response:
    """Who is kept apart from her, the field for a name, and where there are some, the form with who and why."""
    wrong = form if form is not None and form.errors else finding
    kept = accounts.list_hub_apart(person.id, current_user.id)
    facts = {"person": person, "finding": finding, "form": form, "wrong": wrong, "more": more, "kept": kept}
    return kept_secret(show("desk/apart.html", **facts, status=422 if wrong.errors else 200))


def _of_my_hub(area: Area, person_id: int) -> accounts.Person:
    """Anybody of a hub at which the reader works, but herself. Raises NotFound."""
    found = accounts.find_person(person_id)
    if found is None or not found.is_active or found.id == current_user.id or not people.is_of(area, found):
        raise NotFound
    return found


def _choices(page: Page[accounts.Person]) -> list[tuple[str, str]]:
    return [(str(each.id), f"{each.name}, {each.ward.name}" if each.ward else each.name) for each in page.items]
