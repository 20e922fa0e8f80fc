"""Check-in on a phone: a name is tapped, a walk-in is added, children are counted, the count is closed."""

from datetime import timedelta
from typing import Any

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts.out_of_sight import everybody, show_now
from participate.core import clock
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show, wants_fragment
from participate.core.paging import asked_page
from participate.sessions import queries, service
from participate.sessions.forms import ChildrenForm, CloseForm, WalkInForm
from participate.sessions.rules.attendance import CHILD_BANDS, is_over_limit
from participate.sessions.views._come import can_text
from participate.sessions.views._hosts import host_in_hand, why_not_now
from participate.sessions.words import AgeBand


def register(blueprint: Blueprint) -> None:
    page = "/sessions/<int:session_id>/check-in"
    blueprint.add_url_rule(page, "check_in", check_in)
    for path, name, view in (
        ("/<int:sign_up_id>/came", "came", came),
        ("/<int:sign_up_id>/not-came", "not_came", not_came),
        ("/<int:sign_up_id>/children", "children", children),
        ("/walk-in", "walk_in", walk_in),
        ("/one-less", "one_less", one_less),
        ("/walk-ins/<int:attendance_id>/take-back", "take_back", take_back),
        ("/close", "close_count", close_count),
        ("/reopen", "reopen_count", reopen_count),
    ):
        blueprint.add_url_rule(page + path, name, view, methods=["POST"])


@open_to(residents)
def check_in(session_id: int) -> Response:
    """Everybody who signed up, to be tapped; walk-ins; how many are in the room."""
    return _page(host_in_hand(session_id))


@open_to(residents)
def came(session_id: int, sign_up_id: int) -> Response:
    """She is here, with the children she said."""
    found = host_in_hand(session_id)
    service.came(current_user.id, found, queries.get_sign_up_of(session_id, sign_up_id))
    return _row(found, sign_up_id)


@open_to(residents)
def not_came(session_id: int, sign_up_id: int) -> Response:
    """A slip of the thumb: she is not here."""
    found = host_in_hand(session_id)
    service.not_came(current_user.id, found, queries.get_sign_up_of(session_id, sign_up_id))
    return _row(found, sign_up_id)


@open_to(residents)
def children(session_id: int, sign_up_id: int) -> Response:
    """Other children came with her than she said."""
    found, form = host_in_hand(session_id), ChildrenForm(sign_up_id)
    sign_up = queries.get_sign_up_of(session_id, sign_up_id)
    if form.validate_on_submit():
        service.set_children(current_user.id, found, sign_up, form.bands())
        return _row(found, sign_up_id)
    return _row(found, sign_up_id, form)


@open_to(residents)
def walk_in(session_id: int) -> Response:
    """Somebody who did not sign up is here."""
    found, form = host_in_hand(session_id), WalkInForm(can_text=can_text())
    if not form.validate_on_submit():
        return _walk_ins(found, form)
    name, first = form.name.data or "", bool(form.first_time.data)
    if form.contact.data:
        contact = (form.contact.channel, form.contact.contact)
        service.walk_in_reached(current_user.id, found, name, *contact, first_time=first)
    else:
        service.walk_in(current_user.id, found, AgeBand(form.band.data), name=name, first_time=first)
    return _walk_ins(found)


@open_to(residents)
def one_less(session_id: int) -> Response:
    """One walk-in of this age too many was counted."""
    found, form = host_in_hand(session_id), WalkInForm(can_text=can_text())
    if form.validate_on_submit():
        service.one_less(current_user.id, found, AgeBand(form.band.data))
        return _walk_ins(found)
    return _walk_ins(found, form)


@open_to(residents)
def take_back(session_id: int, attendance_id: int) -> Response:
    """A walk-in with a name was counted by mistake."""
    found = host_in_hand(session_id)
    service.take_back(current_user.id, found, attendance_id)
    return _walk_ins(found)


@open_to(residents)
def close_count(session_id: int) -> Response:
    """Everybody is counted, and this is how long it took."""
    found, form = host_in_hand(session_id), CloseForm()
    if form.validate_on_submit():
        service.close(current_user.id, found, form.minutes.data or 0)
        say(_("Counted. Thank you for hosting."))
        return go("sessions.went", session_id=session_id)
    return _page(found, closing=form)


@open_to(residents)
def reopen_count(session_id: int) -> Response:
    """Somebody was forgotten."""
    service.reopen(current_user.id, host_in_hand(session_id))
    say(_("The count is open again."))
    return go("sessions.check_in", session_id=session_id)


def room_facts(session: queries.Session) -> dict[str, Any]:
    """Who is in the room, and whether more can be counted."""
    with everybody():  # heads in a room are a matter of its limit, whoever counts
        room = queries.read_room(session.id)
    return {
        "session": session,
        "heads": room.heads,
        "nameless": room.nameless,
        "over_limit": is_over_limit(room.heads.total, session.capacity),
        "counting": session.counted_at is None and why_not_now(session) is None,
        "child_bands": [(band.value, band.label) for band in CHILD_BANDS],
        "number": asked_page(),
        "reaching": not session.drop_in and session.ends_at > clock.now(),
    }


def planned_minutes(session: queries.Session) -> int:
    """How long it was to take."""
    return (session.ends_at - session.starts_at) // timedelta(minutes=1)


def _bare_walk_in() -> WalkInForm:
    return WalkInForm(can_text=can_text(), formdata=None)


def _page(
    session: queries.Session,
    *,
    closing: CloseForm | None = None,
    walking: WalkInForm | None = None,
    wrong: tuple[int, ChildrenForm] | None = None,
) -> Response:
    """The whole page. `wrong`: the children's form of one sign-up that came back."""
    show_now()
    back = next((form for form in (closing, walking, wrong and wrong[1]) if form is not None), None)
    page = show(
        "sessions/check_in.html",
        **room_facts(session),
        page=queries.page_of_roster(session, asked_page()),
        named=queries.list_named(session.id),
        closing=closing or CloseForm(formdata=None, minutes=session.actual_minutes or planned_minutes(session)),
        walking=walking or _bare_walk_in(),
        wrong=wrong,
        back=back,
        not_now=why_not_now(session),
        status=422 if back is not None else 200,
    )
    return page


def _row(session: queries.Session, sign_up_id: int, wrong: ChildrenForm | None = None) -> Response:
    """The line of one sign-up and the totals for htmx; else back to the page, at that line."""
    wrongly = (sign_up_id, wrong) if wrong is not None else None
    if not wants_fragment():
        if wrongly:
            return _page(session, wrong=wrongly)
        anchor = f"sessions-{sign_up_id}-row"
        return go("sessions.check_in", session_id=session.id, page=asked_page(), _anchor=anchor)
    show_now()
    row = queries.get_roster_row(session, sign_up_id)
    facts = room_facts(session) | {"row": row, "wrong": wrongly}
    return show("sessions/_counted_row.html", **facts, status=422 if wrong else 200)


def _walk_ins(session: queries.Session, wrong: WalkInForm | None = None) -> Response:
    """The walk-ins and the totals for htmx; else back to the page, at the walk-ins."""
    if not wants_fragment():
        if wrong is not None:
            return _page(session, walking=wrong)
        return go("sessions.check_in", session_id=session.id, _anchor=f"sessions-{session.id}-walk-ins")
    show_now()
    walking = wrong or _bare_walk_in()
    facts = room_facts(session) | {"named": queries.list_named(session.id), "walking": walking}
    return show("sessions/_counted_walk_ins.html", **facts, status=422 if wrong else 200)
