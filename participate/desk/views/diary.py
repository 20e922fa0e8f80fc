"""The hub's diary: sessions, hosts, keys, cover, and notes between colleagues."""

from datetime import date, timedelta

from flask import Blueprint, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.days import NotADay, day_of
from participate.core.errors import NotFound
from participate.core.guards import open_to, staff
from participate.core.http import go, go_to, say, show
from participate.desk import lines, permissions, queries, service
from participate.desk.forms import NoteForm
from participate.desk.views._area import her_hub
from participate.desk.words import NoteKind

EARLIEST, LATEST = date(2000, 1, 3), date(2100, 1, 4)


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/desk/diary", "diary", diary)
    blueprint.add_url_rule("/desk/diary/<int:hub_id>/notes", "new_note", new_note, methods=["GET", "POST"])
    blueprint.add_url_rule("/desk/notes/<int:note_id>/done", "note_done", note_done, methods=["POST"])


def first_day() -> date:
    """The Monday of the week in `day`; of this week where there is none."""
    try:
        day = day_of(request.args.get("day", ""))
    except NotADay:
        day = clock.today()
    day = min(max(day, EARLIEST), LATEST)
    return day - timedelta(days=day.weekday())


@open_to(staff)
def diary() -> Response:
    """A week of a hub."""
    hub, area = her_hub()
    monday = first_day()
    week = timedelta(days=7)
    return show(
        "desk/diary.html", hub=hub, area=area, days=queries.week_of(hub.id, monday), monday=monday,
        before=(monday - week).isoformat(), after=(monday + week).isoformat(), today=clock.today(),
        chips_of_hubs=lines.hub_chips(area, hub, "desk.diary", monday.isoformat()),
    )  # fmt: skip


@open_to(staff)
def new_note(hub_id: int) -> Response:
    """A line for colleagues."""
    hub, _area = her_hub(hub_id)
    form = NoteForm()
    if form.validate_on_submit():
        service.add_note(current_user.id, hub_id, form.day.day, NoteKind(form.kind.data), form.words.data or "")
        say(_("Written into the diary."))
        return go("desk.diary", hub=hub_id, day=form.day.day.isoformat())
    return show("desk/note_form.html", form=form, hub=hub, status=422 if form.errors else 200)


@open_to(staff)
def note_done(note_id: int) -> Response:
    """It is done, or not after all."""
    note = queries.get_note(note_id)
    if not permissions.may_work_at(current_user, note.hub_id):
        raise NotFound
    if request.form.get("again") == "1":
        service.open_note(current_user.id, note)
    else:
        service.finish_note(current_user.id, note)
        say(_("Thank you. It is done."))
    return go_to(request.form.get("back"), f"/desk/diary?hub={note.hub_id}&day={note.day.isoformat()}")
