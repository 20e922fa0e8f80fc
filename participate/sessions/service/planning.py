"""A session is planned, hidden and shown again. What it takes over from its project, its place and the last time."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.places.models import Hub
from participate.projects.models import Project
from participate.projects.service import check_live
from participate.sessions import rules
from participate.sessions.models import Session
from participate.sessions.queries import find_last, list_team
from participate.sessions.rules import Given
from participate.sessions.service.rooms import book_rooms
from participate.sessions.service.whole import whole
from participate.sessions.words import LONGEST_NAME
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
    places: int | None = None
    drop_in: bool = False
    door: str = ""
    step_free: bool = False
    toilet: bool = False
    children: bool = False
    quiet: bool = False
    easy: bool = False
    women_only: bool = False
    swap: bool = False
    language: str = "en"


@dataclass(frozen=True)
class Week:
    """The series and the London day in it that a session is planned for."""

    series_id: int
    series_day: date


def facts_of(session: Session) -> SessionFacts:
    """The facts of a session that is there already."""
    return SessionFacts(**{each.name: getattr(session, each.name) for each in fields(SessionFacts)})


def facts_from(project: Project, place: Space | Hub | None, host_id: int | None) -> SessionFacts:
    """What a new session takes over: from its project, its recipe where the project is silent, its place; the language
    from the project's last session."""
    given, recipe, last = given_by(place), project.recipe, find_last(project.id)
    facts = asdict(given) | {"children": given.children or (recipe is not None and "children" in recipe.flags)}
    return SessionFacts(
        name=project.name[:LONGEST_NAME],
        host_id=host_id,
        cost_pence=project.cost_pence,
        bring=project.bring,
        take_home=project.take_home or (recipe.take_home if recipe is not None else ""),
        language=last.language if last is not None else "en",
        **facts,
    )


def given_by(place: Space | Hub | None) -> Given:
    """What a place says about who gets in, and how many."""
    if isinstance(place, Space):
        return Given(place.step_free, place.toilet, place.quiet, place.children, place.capacity)
    return Given(place.step_free, place.toilet) if place is not None else Given()


@whole()
def plan(actor_id: int, project: Project, when: When, where: Where, facts: SessionFacts | None = None) -> Session:
    """A new session of `project`, open to everybody; its space is booked, or asked for, with it. Without `facts` they
    come from the project and the place.

    Raises the RuleBroken of rules.check_project, check_times, check_where and check_room; NotLiveYet where the
    project's safety list is open or waits for the hub; RoomRefused where the space cannot be had.
    """
    session = put_down(actor_id, project, when, where, facts)
    book_rooms(actor_id, [session])
    return session


def put_down(
    actor_id: int,
    project: Project,
    when: When,
    where: Where,
    facts: SessionFacts | None = None,
    week: Week | None = None,
) -> Session:
    """As `plan`, but its space is not booked yet: whoever plans several books them together."""
    rules.check_project(alive=project.stage.alive, elsewhere=bool(project.source), hidden=project.hidden_at is not None)
    check_live(project)
    facts = facts or facts_from(project, where.place, host_of(actor_id, project.id))
    rules.check_room(facts.capacity, facts.places, 0, "")
    session = Session(
        project=project, **placed(project, when, where), **asdict(facts), made_at=clock.now(),
        changed_at=clock.now(), **(asdict(week) if week else {}),
    )  # fmt: skip
    db.session.add(session)
    db.session.flush()
    record(actor_id, "made", "session", session.id)
    return session


def host_of(actor_id: int, project_id: int) -> int | None:
    """Who welcomes people, unless somebody else is named: whoever plans it if she is on the team, else its owner."""
    team = [person_id for person_id, _name in list_team(project_id)]
    return actor_id if actor_id in team else next(iter(team), None)


def placed(project: Project, when: When, where: Where, *, begun: bool = False) -> dict[str, object]:
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
