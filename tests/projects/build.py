"""Things of the projects, made for a test."""

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects import service
from participate.projects.models import Idea, Need, Project, TeamMember, TeamRequest
from participate.projects.words import NeedKind, Stage, TeamPart
from tests.street import SQUARE, Street, add, give


def build_project(street: Street, **more: object) -> Project:
    """One of ours, without a team."""
    now = clock.now()
    facts = {
        "name": "Bread Club", "about": "We bake on Thursdays.", "theme": Theme.COOK, "stage": Stage.RUNNING,
        "ward_id": street.ward.id, "square": SQUARE, "made_at": now, "changed_at": now,
    }  # fmt: skip
    project = Project(**(facts | more))
    add(project)
    record(None, "made", "project", project.id)
    db.session.commit()
    return project


def build_elsewhere(**more: object) -> Project:
    """One that was done in Oxford."""
    now = clock.now()
    facts = {
        "name": "Barton Sings", "about": "Singing for two hours with tea.", "theme": Theme.PLAY, "stage": Stage.ENDED,
        "source": "oxfordshire_cf", "source_key": "ocf-1", "place_code": "E05013115", "place_text": "Barton, Oxford",
        "made_at": now, "changed_at": now,
    }  # fmt: skip
    project = Project(**(facts | more))
    add(project)
    record(None, "made", "project", project.id)
    db.session.commit()
    return project


def build_need(project: Project, words: str = "A box of odd zips", **more: object) -> Need:
    """An open need."""
    need = Need(
        **({"project_id": project.id, "kind": NeedKind.MATERIAL, "words": words, "made_at": clock.now()} | more)
    )
    add(need)
    record(None, "made", "need", need.id)
    db.session.commit()
    return need


def build_idea(street: Street, words: str = "A swing under the big tree", **more: object) -> Idea:
    """An idea of Bilal's."""
    now = clock.now()
    facts = {
        "words": words, "author_id": street.bilal.id, "hub_id": street.hub.id, "ward_id": street.ward.id,
        "made_at": now, "changed_at": now,
    }  # fmt: skip
    idea = Idea(**(facts | more))
    add(idea)
    record(None, "made", "idea", idea.id)
    db.session.commit()
    return idea


def join(project: Project, person: Person, part: TeamPart = TeamPart.HELPER) -> TeamMember:
    """Put somebody into a team."""
    member = TeamMember(project_id=project.id, person_id=person.id, part=part, since=clock.now())
    add(member)
    if part is not TeamPart.HELPER:
        give(person, "host", f"project:{project.id}")  # type: ignore[arg-type]
    db.session.commit()
    return member


def ask(street: Street, person: Person, words: str = "I have time on Saturdays.") -> TeamRequest:
    """Somebody would like to help Amina's project."""
    request = service.ask_to_help(person, street.project, words)
    db.session.commit()
    return request


def move_away(street: Street) -> None:
    """Dora is staff of another hub from now on."""
    next(held for held in street.dora.roles if held.role == "staff").subject = "hub:999"
    db.session.commit()
