"""The hub's yes to what is red: who decides, by when, and what she says."""

from datetime import datetime

from sqlalchemy import update

from participate.accounts.models import Person
from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.places.queries import list_hubs, nearest_hub
from participate.projects import queries
from participate.projects.models import Project, SafetyCheck
from participate.projects.rules.safety import NothingWaits, OwnApproval, due_on
from participate.projects.service import letters


def name_approver(project: Project) -> int | None:
    """Who at the hub decides about a project: never one of its team.

    The person at the hub who looks after it, else the staff of its hub for whom the fewest wait, else the staff of
    any hub, else an admin; None where there is nobody.
    """
    team = {mate.person_id for mate in queries.list_team(project.id)}
    hub = nearest_hub(project.ward_id, project.square)
    here = _staff([hub.id], team) if hub else []
    if project.hub_person_id in {person.id for person in here}:
        return project.hub_person_id
    able = here or _staff([each.id for each in list_hubs()], team) or _free(list_role_holders(Role.ADMIN, ""), team)
    waiting = queries.count_waiting_by([person.id for person in able])
    return min((person.id for person in able), key=lambda each: waiting.get(each, 0), default=None)


def _staff(hub_ids: list[int], team: set[int]) -> list[Person]:
    return [person for each in hub_ids for person in _free(list_role_holders(Role.STAFF, f"hub:{each}"), team)]


def _free(people: object, team: set[int]) -> list[Person]:
    return [person for person in people if person.id not in team]  # type: ignore[attr-defined]


def ask_approval(check: SafetyCheck) -> None:
    """The list is ticked: whoever decides hears of it, and has a day by which she does."""
    team = {mate.person_id for mate in queries.list_team(check.project_id)}
    if check.approver is None or not check.approver.is_active or check.approver_id in team:
        check.approver_id = name_approver(check.project)
    check.approve_by = due_on(clock.today())
    if check.approver_id is not None:
        letters.tell_approver(check)


def approve(actor_id: int, check: SafetyCheck, words: str, seen_at: datetime) -> None:
    """Yes: people may come. `seen_at` is the check's `changed_at` that was read. Raises OwnApproval or NothingWaits."""
    _decide(actor_id, check, "approved_at", words, seen_at)


def refuse(actor_id: int, check: SafetyCheck, reason: str, seen_at: datetime) -> None:
    """Not yet, and why. The host may change the list and ask again. Raises OwnApproval or NothingWaits."""
    _decide(actor_id, check, "refused_at", reason, seen_at)


def _decide(actor_id: int, check: SafetyCheck, column: str, words: str, seen_at: datetime) -> None:
    """Once, about what was read, whoever else presses at the same time."""
    if queries.part_of(check.project_id, actor_id) is not None:
        raise OwnApproval
    waits = (
        SafetyCheck.id == check.id, SafetyCheck.checked_at.is_not(None), SafetyCheck.approved_at.is_(None),
        SafetyCheck.refused_at.is_(None), SafetyCheck.changed_at == seen_at,
    )  # fmt: skip
    said = {column: clock.now(), "decision": words, "approver_id": actor_id, "changed_at": clock.now()}
    if db.session.execute(update(SafetyCheck).where(*waits).values(**said)).rowcount != 1:  # type: ignore[attr-defined]
        raise NothingWaits
    db.session.refresh(check)
    record(actor_id, "safety approved" if column == "approved_at" else "safety refused", "project", check.project_id)
    letters.tell_decision(check)
    db.session.flush()
