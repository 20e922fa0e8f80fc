"""Loading a session for those who count who came."""

from flask_login import current_user

from participate.accounts import out_of_sight
from participate.core import clock
from participate.core.errors import NotAllowed, NotFound, RuleBroken
from participate.sessions import queries
from participate.sessions.permissions import may_count, may_plan
from participate.sessions.rules.attendance import check_countable, check_reopening


def host_in_hand(session_id: int) -> queries.Session:
    """The session, if the reader hosts it or is staff. Raises NotFound or NotAllowed."""
    found = queries.get_session(session_id)
    if queries.is_hidden(found) and not may_plan(current_user, found.project_id):
        raise NotFound
    if not counts(found):
        raise NotAllowed
    out_of_sight.on_duty()
    return found


def counts(session: queries.Session) -> bool:
    """Whether the reader sees the host's list of this session and counts."""
    return may_count(current_user, current_user.id, session.project_id, session.host_id)


def why_not_now(session: queries.Session) -> RuleBroken | None:
    """Why nobody can be counted now, or None; of a closed count: why it cannot be opened again."""
    try:
        check_countable(session.status, session.starts_at, session.ends_at, clock.now())
        if session.counted_at is not None:
            check_reopening(session.starts_at, session.counted_at, clock.now())
    except RuleBroken as broken:
        return broken
    return None
