"""Who is told what. Facts of a letter are ids and plain words; its own page says the rest."""

from collections.abc import Iterable
from datetime import time

from participate.accounts.queries import ids_apart, list_role_holders
from participate.accounts.words import Role
from participate.core import clock
from participate.outbox.service import promise
from participate.places.queries import nearest_hub
from participate.projects import queries
from participate.projects.models import Idea, Project, SafetyCheck, TeamRequest

OFFICE_CLOSES = time(17)


def tell(
    name: str,
    person_ids: Iterable[int],
    facts: dict[str, object],
    key: str,
    *,
    of: Iterable[int | None] = (),
    shows: str = "",
) -> None:
    """Promise the letter `templates/mail/<name>/` to each of these persons, once for each `key`.

    `of`: of whom it speaks; whoever is kept apart from one of them does not get it. `shows`: the thing whose
    words stand in it ("idea_reply:5"): while that is hidden the letter does not go.
    """
    spoken = [each for each in of if each is not None]
    for person_id in dict.fromkeys(person_ids):
        payload = {"name": name, "person_id": person_id, "facts": facts, "of": spoken, "shows": shows}
        promise("letter", payload, key=f"{key}-{person_id}")


def tell_team(request: TeamRequest, asker: str) -> None:
    """Somebody would like to help: owner and hosts hear of it, else the staff of the nearest hub."""
    project = request.project
    facts = {"project_id": project.id, "project": project.name, "asker": asker, "words": request.words}
    heard = leads_or_staff(project, request.person_id)
    tell("help_asked", heard, facts, f"help-asked-{request.id}", of=[request.person_id])


def leads_or_staff(project: Project, asker_id: int | None = None) -> list[int]:
    """Whoever answers for a project to her who asks: owner and hosts whom she may meet, else the staff of the nearest
    hub.
    """
    never = ids_apart(asker_id)
    leads = [each for each in queries.list_lead_ids(project.id) if each not in never]
    if leads:
        return leads
    hub = nearest_hub(project.ward_id, project.square)
    return [person.id for person in list_role_holders(Role.STAFF, f"hub:{hub.id}")] if hub else []


def tell_asker(request: TeamRequest, *, welcome: bool) -> None:
    """The team has answered whoever would like to help."""
    project = request.project
    task = request.need.words if request.need is not None and request.need.quick else ""
    facts = {"project_id": project.id, "project": project.name, "welcome": welcome, "task": task}
    tell("help_answered", [request.person_id], facts, f"help-answered-{request.id}")


def tell_done(request: TeamRequest, doer: str) -> None:
    """A 20-minute task is done: owner and hosts hear so."""
    need, project = request.need, request.project
    facts = {"project_id": project.id, "project": project.name, "doer": doer, "task": need.words if need else ""}
    heard = leads_or_staff(project, request.person_id)
    tell("task_done", heard, facts, f"task-done-{request.id}", of=[request.person_id])


def tell_part(project: Project, person_id: int, part: str, key: str) -> None:
    """Somebody is a host now, or looks after the whole project."""
    facts = {"project_id": project.id, "project": project.name, "part": part}
    tell("team_part", [person_id], facts, f"team-part-{key}")


def tell_hub(idea: Idea) -> None:
    """A new idea waits for an answer: the staff of its hub hear of it."""
    if idea.hub_id is None:
        return
    staff = [person.id for person in list_role_holders(Role.STAFF, f"hub:{idea.hub_id}")]
    tell("idea_new", staff, {"idea_id": idea.id, "words": idea.words}, f"idea-new-{idea.id}")


def tell_author(idea: Idea, outcome: str, project_id: int | None, key: str) -> None:
    """The author hears what became of her idea. `outcome`: answered, closed or project."""
    if idea.author_id is None:
        return
    facts = {
        "idea_id": idea.id, "words": idea.words, "answer": idea.answer, "outcome": outcome, "project_id": project_id,
    }  # fmt: skip
    tell("idea_answered", [idea.author_id], facts, f"idea-answered-{idea.id}-{key}")


def tell_approver(check: SafetyCheck) -> None:
    """A red project waits for a yes: whoever decides hears of it, with the day by which she does."""
    facts = {
        "project_id": check.project_id, "project": check.project.name,
        "due_at": clock.moment_of(check.approve_by or clock.today(), OFFICE_CLOSES).isoformat(),
    }  # fmt: skip
    tell("safety_asked", [check.approver_id or 0], facts, f"safety-asked-{check.id}-{_stamp(check)}")


def tell_decision(check: SafetyCheck) -> None:
    """The hub has said yes, or not yet: the owner and whoever ticked the list hear so."""
    owner = queries.find_owner(check.project_id)
    heard = [each for each in (owner.person_id if owner else None, check.checked_by) if each is not None]
    yes = check.approved_at is not None
    facts = {"project_id": check.project_id, "project": check.project.name, "yes": yes, "words": check.decision}
    tell("safety_answered", heard, facts, f"safety-answered-{check.id}-{_stamp(check)}")


def _stamp(check: SafetyCheck) -> str:
    return f"{check.changed_at:%Y%m%d%H%M%S}"
