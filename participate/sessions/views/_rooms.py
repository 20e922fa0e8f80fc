"""A room that cannot be had: what is said beside the field, and what is free instead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from wtforms import Field

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.i18n import date_line
from participate.organisations.rules import Spot
from participate.places.forms import put_error
from participate.sessions import queries, rules
from participate.sessions.forms import WhenForm
from participate.sessions.rules import RoomRefused
from participate.spaces import queries as spaces
from participate.spaces.rules import CannotBook, Slot, TooManyPeople
from participate.spaces.rules.wishes import other_hours

MOST_ROOMS, MOST_HOURS = 6, 6
# Beside which field a rule's sentence belongs; beside the day where nothing is said here.
FIELD_OF: dict[type[RuleBroken], str] = {
    rules.NowhereToMeet: "place", rules.RoomTooSmall: "capacity", rules.MorePlacesThanRoom: "places",
    rules.SeriesTooLong: "times", rules.SeriesTooShort: "times", rules.SeriesWithoutEnd: "times",
    TooManyPeople: "capacity",
}  # fmt: skip
AT, DAY = "at", "day-"
INSTEAD = "instead"  # a button that takes another space and keeps everything that was written


@dataclass(frozen=True)
class Other:
    """What is free instead of a room at some time: other hours in it, other spaces then."""

    asked: Slot
    hours: Sequence[Slot]
    rooms: Sequence[queries.FreeRoom]


def sent() -> MultiDict[str, str]:
    """The form that was sent; with the space or the hour that was pressed, if one was."""
    found = MultiDict(request.form)
    if found.get(INSTEAD):
        found["place"] = found[INSTEAD]
        for name in [each for each in found if each.startswith(DAY)]:
            del found[name]  # what was chosen about single days was about another space
    try:
        at = clock.local(datetime.fromisoformat(found.get(AT, "")))
    except (ValueError, OverflowError):
        return found
    found["day"], found["hour"] = at.date().isoformat(), f"{at:%H:%M}"
    return found


def carried(form: MultiDict[str, str], *but: str) -> list[tuple[str, str]]:
    """What was written, as hidden fields of the next page."""
    left_out = {"csrf_token", INSTEAD, AT, *but}
    return [(name, value) for name, value in form.items(multi=True) if name not in left_out]


def room_before(value: str) -> Any:
    """The space that a value of the field “Where?” stands for; None where it is a hub or no place."""
    kind, _colon, number = value.partition(":")
    known = kind == "space" and number.isascii() and number.isdecimal() and len(number) < 10
    return spaces.find_space(int(number)) if known else None


def other_than(value: str, wanted: spaces.Fitting, here: Spot, but: Collection[int] = ()) -> Other:
    """What is free instead. `but`: bookings that would move."""
    slot, space = wanted.slot, room_before(value)
    hours: list[Slot] = []
    if space is not None:
        own = queries.keeps(current_user.id, space)
        heads = min(wanted.heads, space.capacity)
        hours = spaces.list_free(space, other_hours(slot), heads, as_keeper=own, but=but)[:MOST_HOURS]
    found = queries.list_rooms(wanted, here, current_user.id, size=MOST_ROOMS + 1).items
    rooms = [each for each in found if space is None or each.card.id != space.id]
    return Other(slot, sorted(hours, key=lambda each: each.starts_at), rooms[:MOST_ROOMS])


def is_of_room(broken: RuleBroken) -> bool:
    """Whether a sentence is about the space, so that another one or another hour may do."""
    reason = broken.broken if isinstance(broken, RoomRefused) else broken
    return isinstance(reason, CannotBook) and not isinstance(reason, TooManyPeople)


def refuse(broken: RuleBroken, form: WhenForm, *, heads: int, here: Spot, but: Collection[int] = ()) -> Other | None:
    """Say beside its field why it cannot be; of a room also what is free instead."""
    field = field_of(broken, form)
    if isinstance(broken, RoomRefused):
        put_refused(field, broken, form.starts_at)
    else:
        put_error(field, broken)
    if not is_of_room(broken):
        return None
    step_free = "step_free" in form and bool(form["step_free"].data)
    wanted = spaces.Fitting(Slot(form.starts_at, form.ends_at), heads, step_free=step_free)
    return other_than(form.place.data or "", wanted, here, but)


def put_refused(field: Field, refused: RoomRefused, at: datetime) -> None:
    """Say it beside a field; with its day, where it is not the one that was typed."""
    sentence = _(refused.message, **refused.facts)
    if refused.at != at:
        sentence = _("%(day)s: %(sentence)s", day=date_line(refused.at), sentence=sentence)
    field.errors = [*field.errors, sentence]


def field_of(broken: RuleBroken, form: WhenForm) -> Field:
    reason = broken.broken if isinstance(broken, RoomRefused) else broken
    name = FIELD_OF.get(type(reason), "place" if isinstance(reason, CannotBook) else "day")
    field: Field = getattr(form, name, None) or (form.place if isinstance(reason, CannotBook) else form.day)
    return field


def usual_heads(project: queries.Project) -> int:
    """How many people a room for a project must hold."""
    return queries.usual_count(project.id) or 1


def near(project: queries.Project) -> Spot:
    return Spot(project.ward_id, project.square)


def near_session(session: queries.Session) -> Spot:
    """Where a session is, or was; else where its project is."""
    project = session.project
    return Spot(session.ward_id or project.ward_id, session.square or project.square)


def asked_words(sessions: list[queries.Session]) -> str:
    """That a keeper has still to say yes; "" where nobody has."""
    if not any(queries.is_asked(each) for each in sessions):
        return ""
    return " " + _("We have asked for the room: you hear when its keeper says yes.")
