"""Missions for the tests, and people who come."""

from datetime import date, datetime, timedelta

from participate.core import clock
from participate.missions.models import Mission, MissionOutcome, MissionProject
from participate.missions.words import MissionMeasure
from participate.projects.models import Project
from participate.sessions.models import Attendance, Session
from participate.sessions.words import AgeBand, CameBy
from tests.street import Street, add, person

FIRST, LAST = date(2026, 6, 1), date(2026, 12, 31)


def build_mission(street: Street, **more: object) -> Mission:
    """A hundred neighbours mend together this year, named by the hub, unless said otherwise; not committed."""
    now = clock.now()
    facts: dict[str, object] = {
        "name": "100 neighbours mend together", "about": "What is mended is not bought.", "target": 100,
        "measure": MissionMeasure.PEOPLE, "first_day": FIRST, "last_day": LAST, "hub_id": street.hub.id,
        "made_by": street.dora.id, "made_at": now, "changed_at": now,
    }  # fmt: skip
    made = Mission(**(facts | more))
    add(made)
    return made


def put_under(mission: Mission, project: Project, **more: object) -> MissionProject:
    """The project works towards it."""
    now = clock.now()
    made = MissionProject(mission_id=mission.id, project_id=project.id, joined_at=now, changed_at=now, **more)
    add(made)
    return made


def build_outcome(street: Street, mission: Mission, number: int = 52, **more: object) -> MissionOutcome:
    """So many into work, as the school counted in June."""
    facts: dict[str, object] = {
        "organisation_id": street.organisation.id, "definition": "people into paid work", "first_day": FIRST,
        "last_day": date(2026, 6, 30), "reported_by": street.bilal.id, "reported_at": clock.now(),
    }  # fmt: skip
    made = MissionOutcome(mission_id=mission.id, number=number, **(facts | more))
    add(made)
    return made


def hold(project: Project, starts_at: datetime) -> Session:
    """A session of two hours."""
    made = Session(
        project_id=project.id, name="Mend Club", starts_at=starts_at, ends_at=starts_at + timedelta(hours=2),
        made_at=starts_at, changed_at=starts_at,
    )  # fmt: skip
    add(made)
    return made


def come(session: Session, known: int = 0, strangers: int = 0, children: int = 0) -> list[int]:
    """So many known people, people without a name, and children came. The ids of the known."""
    people = [person(f"Guest{session.id}n{number} Family") for number in range(known)]
    come_again(session, [each.id for each in people])
    facts = {"session_id": session.id, "came_by": CameBy.WALK_IN, "came_at": session.starts_at}
    add(*[Attendance(**facts) for _ in range(strangers)])
    add(*[Attendance(band=AgeBand.CHILD, **facts) for _ in range(children)])
    return [each.id for each in people]


def come_again(session: Session, ids: list[int]) -> None:
    """These known people came to it."""
    facts = {"session_id": session.id, "came_by": CameBy.WALK_IN, "came_at": session.starts_at}
    add(*[Attendance(person_id=each, **facts) for each in ids])
