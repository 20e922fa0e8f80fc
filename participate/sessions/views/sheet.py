"""The printed sheet for the door, and the page on which it is keyed in."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.places.forms import put_error
from participate.sessions import queries, service
from participate.sessions.forms import SheetForm, sheet_form
from participate.sessions.rules.attendance import CHILD_BANDS, CountChanged, check_not_closed
from participate.sessions.views._hosts import host_in_hand, why_not_now
from participate.sessions.views.check_in import planned_minutes

BLANK_LINES = 12
SHEET_SIZE = 500


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/sessions/<int:session_id>/sheet", "sheet", sheet)
    page = "/sessions/<int:session_id>/sheet/key"
    blueprint.add_url_rule(page, "key_sheet", key_sheet, methods=["GET", "POST"])


@open_to(residents)
def sheet(session_id: int) -> Response:
    """Who signed up, by first name, with boxes to tick; blank lines for walk-ins. For print."""
    found = host_in_hand(session_id)
    rows: Sequence[queries.RosterRow] = () if found.drop_in else queries.page_of_roster(found, 1, SHEET_SIZE).items
    open_now = why_not_now(found) is None and found.counted_at is None
    facts: dict[str, Any] = {
        "session": found,
        "rows": rows,
        "blanks": BLANK_LINES,
        "bands": CHILD_BANDS,
        "open_now": open_now,
    }
    return show("sessions/sheet.html", **facts)


@open_to(residents)
def key_sheet(session_id: int) -> Response:
    """Key the sheet in: everybody in one go, or nobody."""
    found = host_in_hand(session_id)
    not_now = why_not_now(found)
    if not_now is not None:
        raise not_now
    check_not_closed(found.counted_at)
    rows: Sequence[queries.RosterRow] = () if found.drop_in else queries.page_of_roster(found, 1, SHEET_SIZE).items
    room = queries.count_of(session_id)
    form = sheet_form([row for row in rows if not row.came], planned_minutes(found), room.total)
    if form.validate_on_submit() and _is_kept(found, form, rows):
        say(_("Keyed in and counted. Thank you."))
        return go("sessions.went", session_id=session_id)
    facts = {"session": found, "form": form, "rows": rows, "heads": room}
    return show("sessions/key_sheet.html", **facts, status=422 if form.errors else 200)


def _is_kept(session: queries.Session, form: SheetForm, rows: Sequence[queries.RosterRow]) -> bool:
    """Key it in. What does not fit stands beside its field, and nothing is kept."""
    left = [row for row in rows if not row.came]
    written = service.Sheet(
        came=form.came(left), names=form.walk_ins(), others=form.others(), minutes=form.minutes.data or 0,
        seen=form.seen_before(),
    )  # fmt: skip
    try:
        service.key_in(current_user.id, session, written)
    except RuleBroken as broken:
        if isinstance(broken, CountChanged):
            form.seen.data = str(queries.count_of(session.id).total)
        put_error(form.minutes, broken)
        return False
    return True
