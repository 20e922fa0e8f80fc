"""What the hub has seen of a host: staff note it, and she reads it herself. Facts with their dates (G-09)."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries, service
from participate.accounts.forms import EndForm, RecordForm
from participate.accounts.permissions import may_note_record, may_read_record
from participate.accounts.rules.records import EndsFirst, TooFar, state_of, usual_end
from participate.accounts.words import RecordKind
from participate.core import clock
from participate.core.days import day_of
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, residents, staff
from participate.core.http import go, say, show


def register(blueprint: Blueprint) -> None:
    page = "/hosts/<int:person_id>/record"
    blueprint.add_url_rule(page, "host_record", host_record, methods=["GET", "POST"])
    blueprint.add_url_rule(f"{page}/<int:record_id>/remove", "remove_record", remove_record, methods=["POST"])


@open_to(residents)
def host_record(person_id: int) -> Response:
    """What was seen of her, by whom, until when it holds; staff add a line."""
    if not may_read_record(current_user, current_user.id, person_id):
        raise NotFound
    person = queries.get_person(person_id)
    notes = may_note_record(current_user, current_user.id, person_id)
    form = RecordForm(seen_on=clock.today().isoformat())
    if notes and form.validate_on_submit() and _is_noted(person_id, form):
        say(_("Noted."))
        return go("accounts.host_record", person_id=person_id)
    lines = queries.list_records(person_id)
    return show(
        "accounts/host_record.html", person=person, lines=lines, form=form, notes=notes, end=EndForm(formdata=None),
        mine=person_id == current_user.id, states={each.id: state_of(each.expires_on, clock.today()) for each in lines},
        names=queries.first_names_of(each.seen_by for each in lines if each.seen_by is not None),
        status=422 if form.errors else 200,
    )  # fmt: skip


@open_to(staff)
def remove_record(person_id: int, record_id: int) -> Response:
    """It was a slip."""
    service.remove_record(current_user.id, queries.get_record(person_id, record_id))
    say(_("Taken off."))
    return go("accounts.host_record", person_id=person_id)


def _is_noted(person_id: int, form: RecordForm) -> bool:
    """Note it; what does not fit stands beside its field. Without an end it holds as long as such a thing does."""
    kind, seen_on = RecordKind(form.kind.data), day_of(form.seen_on.data or "")
    ends = day_of(form.expires_on.data) if form.expires_on.data else usual_end(kind, seen_on)
    try:
        service.note_record(current_user.id, queries.get_person(person_id), kind, seen_on, ends)
    except RuleBroken as broken:
        field = form.expires_on if isinstance(broken, EndsFirst | TooFar) else form.seen_on
        field.errors = [_(broken.message, **broken.facts)]
        return False
    return True
