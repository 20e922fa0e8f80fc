"""What partners offer, and nobody has answered."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, case, cast, func

from participate.desk.queries.area import Shape
from participate.desk.queries.sources._line import Line, Source
from participate.desk.queries.sources.read import late_or_usual
from participate.desk.words import WaitKind
from participate.organisations.models import Organisation, Pledge
from participate.organisations.words import PledgeStatus
from participate.projects.models import Need, Project
from participate.projects.queries.projects import OURS, OVER, SHOWN


def pledges(shape: Shape) -> Select[Any]:
    """Offers for a project or for one of its needs that its team has not answered."""
    line = Line(
        kind=WaitKind.PLEDGE, id=Pledge.id, title=Pledge.words, note=Organisation.name + " · " + Project.name,
        person=Pledge.made_by, parent=Project.id, since=Pledge.made_at,
        risk=late_or_usual(Pledge.made_at < shape.late_since()), owner=Project.hub_person_id,
    )  # fmt: skip
    query = line.select().join(Organisation, Organisation.id == Pledge.organisation_id)
    query = query.outerjoin(Need, Need.id == _number("need"))
    query = query.join(Project, Project.id == func.coalesce(Need.project_id, _number("project")))
    return query.where(
        Pledge.status == PledgeStatus.PLEDGED, Pledge.hidden_at.is_(None), Organisation.hidden_at.is_(None),
        OURS, SHOWN, ~Project.stage.in_(OVER), shape.of_ward(Project.ward_id),
    )  # fmt: skip


def _number(kind: str) -> ColumnElement[int | None]:
    """SQL: the number in a subject of this kind ("need:9"); NULL in any other. No other subject is read as a number."""
    return case((Pledge.subject.like(f"{kind}:%"), cast(func.substr(Pledge.subject, len(kind) + 2), Integer)))


SOURCES: dict[Source, tuple[WaitKind, ...]] = {pledges: (WaitKind.PLEDGE,)}
