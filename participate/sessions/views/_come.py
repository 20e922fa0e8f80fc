"""What a session's page says about signing up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app
from flask_login import current_user

from participate.core import clock
from participate.sessions import queries
from participate.sessions.forms import SignUpForm, tasks_to_choose
from participate.sessions.rules import seats, waiting
from participate.sessions.words import SessionStatus


@dataclass(frozen=True)
class Room:
    """The numbers that everybody sees, never names. `free`: places left, None when nobody counts.

    `line`: somebody new joins the waiting list.
    """

    coming: int
    free: int | None
    usual: int | None
    waiting: int
    line: bool


def come_facts(session: queries.Session, tasks: Sequence[queries.Task]) -> dict[str, Any]:
    """Facts for `sessions/_come.html`."""
    joinable = session.status is SessionStatus.PLANNED and session.ends_at > clock.now() and not session.drop_in
    own = queries.find_active(session.id, current_user.id) if joinable and current_user.is_authenticated else None
    return {
        "room": room_of(session),
        "own": own,
        "own_link": queries.token_of(own) if own is not None else "",
        "form": form_for(tasks) if joinable and own is None else None,
    }


def room_of(session: queries.Session) -> Room:
    """How many come, how many places are left, how many usually come."""
    free = seats.free_seats(seats.limit_of(session.capacity, session.places), session.taken)
    queue = 0 if session.drop_in or free is None else queries.count_waiting(session.id)
    last_day = waiting.is_last_day(session.starts_at, clock.now())
    past = seats.may_walk_past(waiting=queue, last_day=last_day)
    return Room(session.taken, free, queries.usual_count(session.project_id), queue, free == 0 or not past)


def form_for(tasks: Sequence[queries.Task]) -> SignUpForm:
    """The form of a session with these tasks: a stranger's has two fields, a neighbour's none."""
    left = [(each.id, each.name, each.places - each.taken) for each in tasks]
    return SignUpForm(can_text=can_text(), known=current_user.is_authenticated, tasks=tasks_to_choose(left))


def can_text() -> bool:
    """Whether we can send texts, and so take a mobile number."""
    return bool(current_app.extensions["settings"].can_text)
