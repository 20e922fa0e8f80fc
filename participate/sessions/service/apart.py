"""Two who are kept apart both come to one session: the hub knows, privately, and looks after it. They are not told."""

from participate.accounts.queries import ids_apart, list_role_holders
from participate.accounts.words import Role
from participate.core import clock
from participate.outbox.service import promise
from participate.sessions.models import Session
from participate.sessions.queries.apart import hub_that_looks, list_shared, list_there


def warn_hub(session: Session, person_id: int) -> None:
    """She comes: if somebody does whom she is not to meet, each of the hub's staff is told so, once a pair."""
    never = ids_apart(person_id)
    for other_id in sorted(never & list_there(session)) if never else ():
        _warn(session, person_id, other_id)


def warn_of_pair(one_id: int, other_id: int) -> None:
    """From now on they are kept apart: the hubs whose sessions both come to are told."""
    for session in list_shared(one_id, other_id):
        _warn(session, one_id, other_id)


def _warn(session: Session, one_id: int, other_id: int) -> None:
    hub_id = hub_that_looks(session)
    if hub_id is None or session.ends_at <= clock.now():
        return
    pair = sorted((one_id, other_id))
    facts = {"id": session.id, "starts_at": session.starts_at.isoformat(), "ends_at": session.ends_at.isoformat()}
    for each in list_role_holders(Role.STAFF, f"hub:{hub_id}"):
        if each.id not in pair:  # a colleague it is about hears nothing
            letter = {"name": "apart_meet", "person_id": each.id, "facts": facts, "about": f"session:{session.id}"}
            key = f"apart_meet:{session.id}:{pair[0]}:{pair[1]}:{each.id}"
            promise("letter", letter, key=key, good_until=session.ends_at)
