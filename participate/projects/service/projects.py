"""A project starts, changes and goes its way."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from participate.accounts.models import Person
from participate.accounts.service import grant
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import Spot
from participate.profiles.words import Theme
from participate.projects.models import Idea, Need, Project, TeamMember
from participate.projects.rules.needs import check_room
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.service.ideas import note_project
from participate.projects.words import NeedKind, TeamPart


@dataclass(frozen=True)
class ProjectFacts:
    """What a project's page says. `minutes` is how long one time takes, `cost_pence` what it costs each."""

    name: str
    about: str
    theme: Theme
    minutes: int | None = None
    cost_pence: int = 0
    bring: str = ""
    take_home: str = ""
    organisation_id: int | None = None


@dataclass(frozen=True)
class PartsFacts:
    """Who does what (a line for each thing), and what a project tests to sell, asks for and was backed by."""

    our_part: str = ""
    council_part: str = ""
    selling: bool = False
    product: str = ""
    test_days: str = ""
    test_result: str = ""
    asks_next: str = ""
    backed_by: str = ""


@dataclass(frozen=True)
class Origin:
    """What a project grew from: an idea, a recipe, or a project done elsewhere. Each may be none."""

    idea: Idea | None = None
    recipe_id: int | None = None
    grown_from_id: int | None = None


def start_project(
    actor_id: int,
    owner: Person,
    facts: ProjectFacts,
    spot: Spot,
    needs: Sequence[tuple[NeedKind, str]] = (),
    origin: Origin | None = None,
) -> Project:
    """Start a project that `owner` looks after; she becomes its first host.

    Raises IdeaIsProject when its idea became a project a moment ago, or TooManyNeeds.
    """
    origin, now = origin or Origin(), clock.now()
    check_room(0, len(needs))
    project = Project(
        **asdict(facts), **asdict(spot), idea_id=origin.idea.id if origin.idea else None, made_at=now, changed_at=now,
        recipe_id=origin.recipe_id, grown_from_id=origin.grown_from_id,
    )  # fmt: skip
    project.needs = [Need(kind=kind, words=words, made_at=now) for kind, words in needs]
    db.session.add(project)
    db.session.flush()
    db.session.add(TeamMember(project_id=project.id, person_id=owner.id, part=TeamPart.OWNER, since=now))
    record(actor_id, "made", "project", project.id)
    for need in project.needs:
        record(actor_id, "made", "need", need.id)
    grant(actor_id, owner, Role.HOST, subject_of(project.id))
    if origin.idea is not None:
        note_project(actor_id, origin.idea, project.id, project.name)
    return project


def subject_of(project_id: int) -> str:
    """The subject under which a host holds her role."""
    return f"project:{project_id}"


def change_project(
    actor_id: int, project: Project, facts: ProjectFacts, spot: Spot, parts: PartsFacts | None = None
) -> None:
    """Other facts about a project; without `parts`, those stay as they are. Raises DoneElsewhere."""
    if project.source:
        raise DoneElsewhere
    for name, value in (asdict(facts) | asdict(spot) | (asdict(parts) if parts else {})).items():
        setattr(project, name, value)
    project.changed_at = clock.now()
    record(actor_id, "changed", "project", project.id)
    db.session.flush()
