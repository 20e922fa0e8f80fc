"""What partners read of projects and needs: which they run or back, and where they could help."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.places.models import Ward
from participate.projects.models import Need, Project
from participate.projects.queries.needs import ASKED, NeedCard, need_cards_of
from participate.projects.queries.pages import with_cards
from participate.projects.queries.projects import CARD, OURS, SHOWN, ProjectCard, card_of
from participate.projects.words import NeedKind

MOST_CARDS = 200


@dataclass(frozen=True)
class NeedNamed:
    """A need, open or met, and the project that has it."""

    id: int
    words: str
    project_id: int
    project_name: str


def needs_named(ids: Iterable[int]) -> Sequence[NeedNamed]:
    """Those needs among `ids` that are not hidden, nor their projects. One statement, or none."""
    wanted = set(ids)
    if not wanted:
        return []
    query = select(Need.id, Need.words, Need.project_id, Project.name).join(Project, Project.id == Need.project_id)
    rows = db.session.execute(query.where(Need.id.in_(wanted), Need.hidden_at.is_(None), SHOWN))
    return [NeedNamed(*row) for row in rows]


def list_run_and_backed(
    organisation_id: int, backed: tuple[Collection[int], Collection[int]], most: int
) -> tuple[list[ProjectCard], list[ProjectCard]]:
    """Up to `most` projects that a partner runs, and up to `most` others that it backs; by name. `backed`: the ids of
    the projects and of the needs to which it gives. One statement.
    """
    projects, needs = backed
    runs = Project.organisation_id == organisation_id
    of_needs = select(Need.project_id).where(Need.id.in_(set(needs)))
    backs = or_(Project.id.in_(set(projects)), Project.id.in_(of_needs))
    query = select(Project.organisation_id, *CARD).outerjoin(Ward, Ward.id == Project.ward_id)
    query = query.where(or_(runs, backs), OURS, SHOWN).order_by(Project.name, Project.id)
    run: list[ProjectCard] = []
    others: list[ProjectCard] = []
    for row in db.session.execute(query.limit(MOST_CARDS)):
        (run if row.organisation_id == organisation_id else others).append(card_of(row))
    return run[:most], others[:most]


def list_needs_of_kind(kind: str, number: int) -> Page[NeedCard]:
    """What neighbours look for across the borough, of one kind or of all (""), the newest first. Three statements."""
    query = select(Need.id).join(Project, Project.id == Need.project_id).where(*ASKED)
    if kind:
        query = query.where(Need.kind == NeedKind(kind))
    page = page_of(query.order_by(Need.made_at.desc(), Need.id.desc()), number)
    return with_cards(page, need_cards_of(page.items))


def list_pledge_subjects(project: Project) -> list[str]:
    """What pledges for a project, or for one of its needs, are for."""
    return [f"project:{project.id}", *(f"need:{need.id}" for need in project.needs)]
