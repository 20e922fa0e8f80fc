"""How far missions have come, counted from the rows that are there anyway.

People and visits are attendance at sessions of the projects under it; things are what partners noted as given and
what was handed over from the library of things; an outcome is what partners report. All between its two days.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, literal, or_, select

from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk, Material
from participate.materials.words import GiftStatus
from participate.missions.models import Mission, MissionOutcome, MissionProject
from participate.missions.queries.under import OURS
from participate.missions.rules.progress import Progress, progress_of
from participate.missions.words import MissionMeasure
from participate.organisations.models import Organisation, Pledge, PledgeGiven
from participate.organisations.words import PledgeKind
from participate.projects.models import Need, Project
from participate.sessions.models import Attendance, Session
from participate.sessions.words import SessionStatus

Counts = dict[int, int]


def progress(mission: Mission) -> Progress:
    """How far one mission has come, as everybody may know it."""
    return progress_of_all([mission])[mission.id]


def progress_of_all(missions: Iterable[Mission]) -> dict[int, Progress]:
    """Mission → how far it has come. At most five statements, however many missions."""
    given = list(missions)
    exact: Counts = {}
    for measure, count in _COUNTS.items():
        mine = [each for each in given if each.measure is measure]
        exact |= count(mine) if mine else {}
    return {each.id: progress_of(exact.get(each.id, 0), each.target) for each in given}


def has_come(project_id: int) -> bool:
    """Whether anybody was counted at a session of a project."""
    query = select(Attendance.id).join(Session, Session.id == Attendance.session_id)
    return db.session.scalar(query.where(Session.project_id == project_id, *_HELD).limit(1)) is not None


_HELD = (Session.hidden_at.is_(None), Session.status != SessionStatus.CANCELLED)


def _moments(mission: Mission) -> tuple[datetime, datetime]:
    """From the first moment of its first London day to the moment after its last."""
    after = mission.last_day + timedelta(days=1)
    return clock.moment_of(mission.first_day, time()), clock.moment_of(after, time())


def _attended(missions: Sequence[Mission], what: ColumnElement[int]) -> Counts:
    within: list[ColumnElement[bool]] = []
    for mission in missions:
        start, end = _moments(mission)
        within.append(
            and_(MissionProject.mission_id == mission.id, Session.starts_at >= start, Session.starts_at < end)
        )
    query = select(MissionProject.mission_id, what).join(Project, Project.id == MissionProject.project_id)
    query = query.join(Session, Session.project_id == Project.id)
    query = query.join(Attendance, Attendance.session_id == Session.id)
    return _by_mission(query.where(or_(*within), *OURS, *_HELD).group_by(MissionProject.mission_id))


def _people(missions: Sequence[Mission]) -> Counts:
    return _attended(missions, func.count(Attendance.person_id.distinct()))


def _visits(missions: Sequence[Mission]) -> Counts:
    return _attended(missions, func.count(Attendance.id))


def _given(missions: Sequence[Mission]) -> Counts:
    pledged, handed = _pledged(missions), _handed(missions)
    return {each.id: pledged.get(each.id, 0) + handed.get(each.id, 0) for each in missions}


def _pledged(missions: Sequence[Mission]) -> Counts:
    """Things that partners noted as given for the mission itself, for its projects and for their needs."""
    within = [
        and_(Mission.id == each.id, PledgeGiven.day.between(each.first_day, each.last_day)) for each in missions
    ]  # fmt: skip
    of_projects = select(literal("project:").concat(cast(Project.id, String))).where(*_UNDER)
    of_needs = select(literal("need:").concat(cast(Need.id, String))).join(Project, Project.id == Need.project_id)
    meant = or_(
        Pledge.subject == literal("mission:").concat(cast(Mission.id, String)),
        Pledge.subject.in_(of_projects.correlate(Mission)),
        Pledge.subject.in_(of_needs.where(*_UNDER).correlate(Mission)),
    )
    query = select(Mission.id, func.sum(PledgeGiven.units)).select_from(Pledge).join(Mission, meant)
    query = query.join(PledgeGiven, PledgeGiven.pledge_id == Pledge.id)
    query = query.join(Organisation, Organisation.id == Pledge.organisation_id)
    query = query.where(or_(*within), Pledge.kind == PledgeKind.MATERIAL, Pledge.hidden_at.is_(None))
    return _by_mission(query.where(Organisation.hidden_at.is_(None)).group_by(Mission.id))


_UNDER = (MissionProject.project_id == Project.id, MissionProject.mission_id == Mission.id, *OURS)


def _handed(missions: Sequence[Mission]) -> Counts:
    """Things to give that were handed over in the name of the hub or the partner; of the council: all."""
    within: list[ColumnElement[bool]] = []
    for mission in missions:
        start, end = _moments(mission)
        days = (GiftAsk.answered_at >= start, GiftAsk.answered_at < end)
        within.append(and_(Mission.id == mission.id, *days, _in_name_of(mission)))
    query = select(Mission.id, func.sum(GiftAsk.units)).select_from(GiftAsk)
    query = query.join(Material, Material.id == GiftAsk.material_id).join(Mission, or_(*within))
    query = query.where(GiftAsk.status == GiftStatus.HANDED, Material.hidden_at.is_(None))
    return _by_mission(query.group_by(Mission.id))


def _in_name_of(mission: Mission) -> ColumnElement[bool]:
    if mission.hub_id is not None:
        return Material.hub_id == mission.hub_id
    if mission.organisation_id is not None:
        return Material.organisation_id == mission.organisation_id
    return Material.id.is_not(None)


def _reported(missions: Sequence[Mission]) -> Counts:
    query = select(MissionOutcome.mission_id, func.sum(MissionOutcome.number))
    query = query.join(Organisation, Organisation.id == MissionOutcome.organisation_id)
    query = query.where(MissionOutcome.mission_id.in_([each.id for each in missions]))
    query = query.where(MissionOutcome.hidden_at.is_(None), Organisation.hidden_at.is_(None))
    return _by_mission(query.group_by(MissionOutcome.mission_id))


def _by_mission(query: Select[*tuple[Any, ...]]) -> Counts:
    return {mission_id: int(number or 0) for mission_id, number in db.session.execute(query)}


_COUNTS: dict[MissionMeasure, Callable[[Sequence[Mission]], Counts]] = {
    MissionMeasure.PEOPLE: _people,
    MissionMeasure.VISITS: _visits,
    MissionMeasure.GIVEN: _given,
    MissionMeasure.OUTCOME: _reported,
}
