"""A host cannot come: others are asked one by one; whoever says yes hosts; if nobody can, it is called off in time.

Everything happens under the session's lock; that one person at most is asked, and one at most has said yes, are
unique indexes.
"""

from participate.accounts.models import Person
from participate.accounts.queries import are_apart, find_person, list_persons, list_role_holders
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.outbox.service import promise
from participate.projects.queries import list_lead_ids
from participate.sessions import queries
from participate.sessions.models import Session, StandIn
from participate.sessions.rules import check_open
from participate.sessions.rules import stand_ins as rules
from participate.sessions.service.changing import cancel
from participate.sessions.service.seats import hold
from participate.sessions.words import NOBODY_COULD_HOST, SessionStatus, StandInStatus

LAPSE = "stand_in.lapse"
DECIDE = "stand_in.decide"


def cannot_host(actor_id: int, session: Session, *, plans: bool) -> Session:
    """The host cannot come: nobody hosts until somebody says yes. Returns the session, cancelled if it is too late.

    `plans`: the actor may plan it. Raises NotTheHost, HasBegun, SessionOver or SessionCancelled.
    """
    held = hold(session.id)
    check_open(held.status, held.ends_at, clock.now())
    rules.check_host(held.host_id == actor_id, plans, held.starts_at, clock.now())
    away = held.host_id
    held.host_id, held.changed_at = None, clock.now()
    record(actor_id, "cannot host", "session", held.id)
    db.session.flush()
    _stand_back(held, away)
    _line_up(held, away)
    _ask_next(held, away)
    return held


def stand_in(person_id: int, session: Session, *, plans: bool) -> None:
    """She hosts. Whoever is asked may say yes, also late; and whoever plans it, unasked.

    Raises SomebodyHosts, NotAsked, SessionOver or SessionCancelled.
    """
    held = hold(session.id)
    check_open(held.status, held.ends_at, clock.now())
    if held.host_id is not None and held.host_id != person_id:
        raise rules.SomebodyHosts
    mine = queries.find_stand_in(held.id, person_id)
    if mine is None and not plans:
        raise rules.NotAsked
    if held.host_id == person_id:
        return
    _free_others(held)
    mine = mine or _add(held, person_id)
    _answer(mine, StandInStatus.YES)
    held.host_id, held.changed_at = person_id, clock.now()
    if held.buddy_id == person_id:
        held.buddy_id = None
    record(person_id, "hosts instead", "session", held.id)
    db.session.flush()
    _tell_found(held, person_id)


def cannot_either(person_id: int, session: Session) -> None:
    """Not this time: the next is asked. Raises NotAsked."""
    held = hold(session.id)
    mine = queries.find_stand_in(held.id, person_id)
    if mine is None or mine.status not in (StandInStatus.ASKED, StandInStatus.WAITING):
        raise rules.NotAsked
    asked = mine.status is StandInStatus.ASKED
    _answer(mine, StandInStatus.NO)
    db.session.flush()
    if asked and held.host_id is None:
        _ask_next(held, None)


def lapse(stand_in: StandIn) -> None:
    """Her time to answer is over: the next is asked. Nothing if she answered, or somebody hosts."""
    held = hold(stand_in.session_id)
    db.session.refresh(stand_in)
    until = stand_in.answer_by
    if stand_in.status is not StandInStatus.ASKED or until is None or until > clock.now():
        return
    _answer(stand_in, StandInStatus.LATE)
    db.session.flush()
    _ask_next(held, None)


def decide(session_id: int) -> None:
    """A day before it starts: if still nobody hosts and nobody is being asked, it is called off."""
    held = hold(session_id)
    if _is_open(held) and held.host_id is None and not queries.is_being_asked(held.id):
        cancel(None, held, NOBODY_COULD_HOST)


def _is_open(session: Session) -> bool:
    return session.status is SessionStatus.PLANNED and session.starts_at > clock.now()


def _stand_back(session: Session, person_id: int | None) -> None:
    """Who stood in and cannot any more."""
    mine = queries.find_stand_in(session.id, person_id)
    if mine is not None:
        _answer(mine, StandInStatus.NO)
        db.session.flush()


def _line_up(session: Session, away: int | None) -> None:
    """The buddy, then the hosts of the project, its team, the hub's staff: each once, behind those who stand there."""
    hub_id = queries.hub_of(session)
    staff = list_role_holders(Role.STAFF, f"hub:{hub_id}") if hub_id is not None else ()
    team = [person_id for person_id, _name in queries.list_team(session.project_id)]
    everybody = [session.buddy_id, *list_lead_ids(session.project_id), *team, *(each.id for each in staff)]
    known = {each.person_id for each in queries.list_stand_ins(session.id)}
    busy = known | {away} | queries.list_busy_ids(session.starts_at, session.ends_at)
    active = list_persons(each for each in everybody if each is not None)
    for person_id in rules.in_order(everybody, busy):
        if _can_be_asked(active.get(person_id), away):
            _add(session, person_id)


def _can_be_asked(person: Person | None, away: int | None) -> bool:
    """An active person whom a letter reaches, and who is not kept apart from whoever cannot come."""
    if person is None or not (person.email or person.phone):
        return False
    return away is None or not are_apart(person.id, away)


def _add(session: Session, person_id: int) -> StandIn:
    last = max((each.place for each in queries.list_stand_ins(session.id)), default=0)
    made = StandIn(session_id=session.id, person_id=person_id, place=last + 1, status=StandInStatus.WAITING)
    db.session.add(made)
    db.session.flush()
    return made


def _free_others(session: Session) -> None:
    """Whoever is being asked need not answer any more; should this host fall ill too, she may be asked again."""
    for each in queries.list_stand_ins(session.id):
        if each.status is StandInStatus.ASKED:
            each.status, each.answer_by = StandInStatus.WAITING, None
    db.session.flush()


def _answer(stand_in: StandIn, status: StandInStatus) -> None:
    stand_in.status, stand_in.answer_by, stand_in.answered_at = status, None, clock.now()


def _ask_next(session: Session, away: int | None) -> None:
    """Ask the next in line, if nobody hosts and nobody is being asked; if nobody is left, say so or call it off."""
    if session.host_id is not None or not _is_open(session):
        return
    line = queries.list_stand_ins(session.id)
    if any(each.status is StandInStatus.ASKED for each in line):
        return
    waiting = [each for each in line if each.status is StandInStatus.WAITING]
    asked = rules.question(session.starts_at, clock.now(), len(waiting)) if waiting else None
    if asked is None:
        _nobody_left(session)
        return
    turn = waiting[0]
    turn.status, turn.asked_at, turn.answer_by = StandInStatus.ASKED, asked.at, asked.until
    record(None, "asked to host", "session", session.id)
    db.session.flush()
    key = f"{session.id}:{turn.person_id}:{asked.until.timestamp():.0f}"
    facts = _facts(session) | {"until_at": asked.until.isoformat()}
    letter = {"name": "stand_in_asked", "person_id": turn.person_id, "facts": facts, "about": f"session:{session.id}"}
    promise("letter", letter, key=f"stand_in_asked:{key}", due=asked.at, good_until=asked.until)
    promise(LAPSE, {"stand_in_id": turn.id}, key=f"{LAPSE}:{key}", due=asked.until)


def _nobody_left(session: Session) -> None:
    """While there is time the hub hears, and may find somebody; then it is called off, and everybody hears."""
    due = session.starts_at - rules.STILL_TIME
    if due <= clock.now():
        cancel(None, session, NOBODY_COULD_HOST)
        return
    promise(DECIDE, {"session_id": session.id}, key=f"{DECIDE}:{session.id}:{due.timestamp():.0f}", due=due)
    hub_id = queries.hub_of(session)
    staff = [each.id for each in list_role_holders(Role.STAFF, f"hub:{hub_id}")] if hub_id is not None else []
    for person_id in sorted({*staff, *list_lead_ids(session.project_id)}):
        facts = _facts(session) | {"due_at": due.isoformat()}
        letter = {"name": "stand_in_nobody", "person_id": person_id, "facts": facts, "about": f"session:{session.id}"}
        key = f"stand_in_nobody:{session.id}:{session.changed_at.timestamp():.0f}:{person_id}"
        promise("letter", letter, key=key, good_until=session.starts_at)


def _tell_found(session: Session, person_id: int) -> None:
    """The hosts of the project hear who hosts now; she herself reads it on the page."""
    host = find_person(person_id)
    facts = _facts(session) | {"host": host.first_name if host is not None else ""}
    for each in list_lead_ids(session.project_id):
        if each != person_id and not are_apart(each, person_id):
            letter: dict[str, object] = {"name": "stand_in_found", "person_id": each, "facts": facts}
            letter |= {"about": f"session:{session.id}", "of": [person_id]}
            key = f"stand_in_found:{session.id}:{session.changed_at.timestamp():.0f}:{each}"
            promise("letter", letter, key=key, good_until=session.starts_at)


def _facts(session: Session) -> dict[str, object]:
    return {
        "id": session.id, "name": session.name, "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(), "place": queries.place_line(session),
    }  # fmt: skip
