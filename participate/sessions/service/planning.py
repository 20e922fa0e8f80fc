"""A session is planned, changes, is cancelled, hidden and shown again."""

from dataclasses import asdict, dataclass
from datetime import datetime

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.outbox.service import promise
from participate.places.models import Hub
from participate.projects.models import Project
from participate.sessions import rules
from participate.sessions.models import Session
from participate.sessions.queries import list_team
from participate.sessions.rules import Given
from participate.sessions.words import LONGEST_NAME, SessionStatus
from participate.spaces.models import Space


@dataclass(frozen=True)
class When:
    """From one moment (aware) to another."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Where:
    """A space, a hub, or words that say where people meet."""

    place: Space | Hub | None = None
    note: str = ""


@dataclass(frozen=True)
class SessionFacts:
    """What a session's page says besides when and where. `cost_pence` a person; `language` ISO 639-1."""

    name: str
    about: str = ""
    host_id: int | None = None
    cost_pence: int = 0
    bring: str = ""
    take_home: str = ""
    capacity: int | None = None
    step_free: bool = False
    toilet: bool = False
    children: bool = False
    quiet: bool = False
    easy: bool = False
    language: str = "en"


def facts_from(project: Project, place: Space | Hub | None, host_id: int | None) -> SessionFacts:
    """What a new session takes over from its project and its place."""
    return SessionFacts(
        name=project.name[:LONGEST_NAME],
        host_id=host_id,
        cost_pence=project.cost_pence,
        bring=project.bring,
        take_home=project.take_home,
        **asdict(given_by(place)),
    )


def given_by(place: Space | Hub | None) -> Given:
    """What a place says about who gets in, and how many."""
    if isinstance(place, Space):
        return Given(place.step_free, place.toilet, place.quiet, place.children, place.capacity)
    return Given(place.step_free, place.toilet) if place is not None else Given()


def plan(actor_id: int, project: Project, when: When, where: Where, facts: SessionFacts | None = None) -> Session:
    """A new session of `project`, open to everybody. Without `facts` they come from the project and the place.

    Raises the RuleBroken of rules.check_project, check_times and check_where.
    """
    rules.check_project(alive=project.stage.alive, elsewhere=bool(project.source), hidden=project.hidden_at is not None)
    facts = facts or facts_from(project, where.place, host_of(actor_id, project.id))
    session = Session(
        project_id=project.id, **_placed(project, when, where), **asdict(facts), made_at=clock.now(),
        changed_at=clock.now(),
    )  # fmt: skip
    db.session.add(session)
    db.session.flush()
    record(actor_id, "made", "session", session.id)
    _tell_keeper(actor_id, session, where.place)
    return session


def host_of(actor_id: int, project_id: int) -> int | None:
    """Who welcomes people, unless somebody else is named: whoever plans it if she is on the team, else its owner."""
    team = [person_id for person_id, _name in list_team(project_id)]
    return actor_id if actor_id in team else next(iter(team), None)


def change(actor_id: int, session: Session, when: When, where: Where, facts: SessionFacts) -> None:
    """Other facts, another time, another place. Raises what `plan` raises, SessionCancelled or SessionOver.

    A session that has begun keeps its beginning.
    """
    rules.check_open(session.status, session.ends_at, clock.now())
    begun = when.starts_at == session.starts_at <= clock.now()
    before = session.space_id
    for name, value in (_placed(session.project, when, where, begun=begun) | asdict(facts)).items():
        setattr(session, name, value)
    session.changed_at = clock.now()
    record(actor_id, "changed", "session", session.id)
    db.session.flush()
    if session.space_id != before:
        _tell_keeper(actor_id, session, where.place)


def _placed(project: Project, when: When, where: Where, *, begun: bool = False) -> dict[str, object]:
    """The columns of when and where, checked."""
    rules.check_times(when.starts_at, when.ends_at, clock.now(), begun=begun)
    rules.check_where(chosen=where.place is not None, note=where.note)
    place = where.place
    ward_id, square = (place.ward_id, place.square) if place is not None else (project.ward_id, None)
    hub_id = place.hub_id if isinstance(place, Space) else place.id if place is not None else None
    return {
        **asdict(when),
        "space_id": place.id if isinstance(place, Space) else None,
        "hub_id": hub_id,
        "place_note": where.note,
        "ward_id": ward_id,
        "square": square,
    }


def cancel(actor_id: int, session: Session, reason: str) -> None:
    """It does not take place. It stays in the programme, marked, with the reason; its team is told.

    Raises SessionCancelled or SessionOver.
    """
    rules.check_open(session.status, session.ends_at, clock.now())
    session.status = SessionStatus.CANCELLED
    session.cancelled_at, session.cancelled_because = clock.now(), reason
    session.changed_at = clock.now()
    record(actor_id, "cancelled", "session", session.id)
    db.session.flush()
    for person_id in {person_id for person_id, _name in list_team(session.project_id)} | {session.host_id}:
        if person_id not in (None, actor_id):
            _write(session, "session_cancelled", person_id, reason=reason)


def _tell_keeper(actor_id: int, session: Session, place: Space | Hub | None) -> None:
    """Nobody plans anything in somebody's space behind her back."""
    if isinstance(place, Space) and place.keeper_id not in (None, actor_id):
        _write(session, "session_planned", place.keeper_id, space=place.name)


def _write(session: Session, letter: str, person_id: int | None, **more: str) -> None:
    facts = {
        "id": session.id, "name": session.name, "project": session.project.name,
        "starts_at": session.starts_at.isoformat(), "ends_at": session.ends_at.isoformat(), **more,
    }  # fmt: skip
    key = f"{letter}:{session.id}:{session.changed_at.timestamp():.0f}:{person_id}"
    promise("letter", {"name": letter, "person_id": person_id, "facts": facts}, key=key, good_until=session.ends_at)


def hide(actor_id: int | None, session: Session, reason: str) -> None:
    """Take a session off every page, for a reason that its people read."""
    session.hidden_at, session.hidden_because = clock.now(), reason
    record(actor_id, "hidden", "session", session.id)
    db.session.flush()


def restore(actor_id: int | None, session: Session) -> None:
    """Show a session again."""
    session.hidden_at, session.hidden_because = None, ""
    record(actor_id, "restored", "session", session.id)
    db.session.flush()
