"""What the views of the projects share: load and permit in one call, choices of forms, where the reader is."""

from dataclasses import dataclass

from flask_login import current_user

from participate.core.errors import NotAllowed, NotFound
from participate.organisations import queries as organisations
from participate.organisations.forms import Choices
from participate.places import here
from participate.places import queries as places
from participate.projects import permissions, queries
from participate.projects.queries import Idea, Near, Need, Project
from participate.projects.words import TeamPart


@dataclass(frozen=True)
class View:
    """How the reader stands to a project: her part in it, and what she may do."""

    part: TeamPart | None
    leads: bool
    keeps_needs: bool
    gives_parts: bool
    staff: bool


def look_at(project: Project) -> View:
    """How the reader stands to `project`. Raises NotFound where she may not know of it."""
    part, elsewhere = queries.part_of(project.id, current_user.id), bool(project.source)
    if not permissions.may_see_project(current_user, part, hidden=project.hidden_at is not None):
        raise NotFound
    return View(
        part,
        permissions.may_lead(current_user, part, elsewhere=elsewhere),
        permissions.may_keep_needs(current_user, part, elsewhere=elsewhere),
        permissions.may_give_parts(current_user, part, elsewhere=elsewhere),
        permissions.is_staff(current_user),
    )


def led_project(project_id: int) -> tuple[Project, View]:
    """A project that the reader may change. Raises NotFound or NotAllowed."""
    project = queries.get_project(project_id)
    view = look_at(project)
    if not view.leads:
        raise NotAllowed
    return project, view


def project_of_mine(project_id: int) -> tuple[Project, View]:
    """A project whose needs the reader may keep. Raises NotFound or NotAllowed."""
    project = queries.get_project(project_id)
    view = look_at(project)
    if not view.keeps_needs:
        raise NotAllowed
    return project, view


def owner_is_staff(project: Project) -> bool:
    """Whether the staff of its hub own a project: then its team is asked to find a neighbour who does."""
    owner = queries.find_owner(project.id)
    return queries.acts_as_staff(project, owner.person_id if owner else None)


def kept_need(need_id: int) -> tuple[Need, View]:
    """A need that the reader may keep, hidden or not. Raises NotFound or NotAllowed."""
    need = queries.get_need(need_id)
    view = look_at(need.project)
    if not view.keeps_needs:
        raise NotAllowed
    return need, view


def seen_idea(idea_id: int) -> Idea:
    """An idea that the reader may see. Raises NotFound."""
    idea = queries.get_idea(idea_id)
    out_of_sight = queries.is_out_of_sight(idea)
    if not permissions.may_see_idea(current_user, idea.author_id, hidden=out_of_sight):
        raise NotFound
    return idea


def near() -> Near:
    """Where the reader is, for lists that put the nearest first."""
    place = here.find()
    if place.ward_id is None:
        return Near()
    return Near(tuple(places.wards_near(place.ward_id)), place.square)


def ward_choices() -> Choices:
    """The wards, for a form to choose from."""
    return [(str(ward.id), ward.name) for ward in places.list_wards()]


def organisation_choices(kept: int | None = None) -> Choices:
    """The organisations for which the reader speaks, and the one that runs the project already."""
    ids = {*organisations.ids_spoken_for(current_user.id), *([kept] if kept else [])}
    names = sorted((card.name, number) for number, card in organisations.names_of(ids).items())
    return [(str(number), name) for name, number in names]
