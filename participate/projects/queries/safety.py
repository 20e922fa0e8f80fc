"""Reading what projects have thought of before people come."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name
from participate.projects.models import Project, SafetyCheck
from participate.projects.queries.projects import OURS, OVER, SHOWN
from participate.projects.rules.safety import presumed_risks, standing_of
from participate.projects.words import Allergen, Risk, Standing, Tier


@dataclass(frozen=True)
class SafetyRow:
    """A red project that waits for the hub's yes. `approver` is a first name, empty where nobody is named."""

    project_id: int
    name: str
    risks: tuple[Risk, ...]
    approver: str
    sent_at: datetime
    approve_by: date | None
    road_closed_on: date | None


@dataclass(frozen=True)
class Food:
    """What is in a project's food. `said`: the host has answered; then no allergen means none of the fourteen."""

    allergens: tuple[Allergen, ...]
    said: bool


def find_check(project_id: int) -> SafetyCheck | None:
    """What was said about the safety of a project, with its people; None where nobody was asked. One statement."""
    people = [joinedload(person).lazyload(Person.roles) for person in (SafetyCheck.approver, SafetyCheck.checker)]
    return db.session.scalar(select(SafetyCheck).where(SafetyCheck.project_id == project_id).options(*people))


def get_check(project_id: int) -> SafetyCheck:
    """What was said about the safety of a project. Raises NotFound."""
    check = find_check(project_id)
    if check is None:
        raise NotFound
    return check


def standing(check: SafetyCheck) -> Standing:
    """Where a project stands with its safety."""
    return standing_of(
        check.tier,
        checked=check.checked_at is not None,
        approved=check.approved_at is not None,
        refused=check.refused_at is not None,
    )


def standing_unasked(project: Project) -> Standing | None:
    """CLEAR for a project that nobody was asked about and that looks harmless; else None: ask first."""
    flags = project.recipe.flags if project.recipe else None
    return None if presumed_risks(project.theme, flags) else Standing.CLEAR


def find_food(project_id: int) -> Food | None:
    """What is in the food of a project, for its page and those of its sessions; None where there is no food.

    One statement.
    """
    query = select(SafetyCheck.risks, SafetyCheck.allergens, SafetyCheck.checked_at)
    row: Any = db.session.execute(query.where(SafetyCheck.project_id == project_id)).one_or_none()
    return food_of(row) if row is not None else None


def food_of(check: SafetyCheck | Row[Any]) -> Food | None:
    """What is in the food, by a check that is at hand; None where there is no food."""
    if Risk.FOOD not in check.risks:
        return None
    return Food(tuple(each for each in Allergen if each in check.allergens), check.checked_at is not None)


_WAITS = (
    SafetyCheck.tier == Tier.RED, SafetyCheck.checked_at.is_not(None), SafetyCheck.approved_at.is_(None),
    SafetyCheck.refused_at.is_(None), OURS, SHOWN, ~Project.stage.in_(OVER),
)  # fmt: skip


def list_waiting_checks(number: int) -> Page[SafetyRow]:
    """The red projects that wait for a yes, the longest waiting first. Two statements."""
    query: Any = select(SafetyCheck, Project.name, Person.name)
    query = query.join(Project, Project.id == SafetyCheck.project_id)
    query = query.outerjoin(Person, Person.id == SafetyCheck.approver_id).where(*_WAITS)
    page = page_of_rows(query.order_by(SafetyCheck.checked_at, SafetyCheck.id), number)
    return Page([_row(*row) for row in page.items], page.number, page.size, page.total)


def _row(check: SafetyCheck, name: str, approver: str | None) -> SafetyRow:
    risks = tuple(risk for risk in Risk if risk in check.risks)
    sent = check.checked_at or check.changed_at
    return SafetyRow(
        check.project_id, name, risks, first_name(approver or ""), sent, check.approve_by, check.road_closed_on
    )


def count_waiting_checks() -> int:
    """How many red projects wait for a yes."""
    query = select(func.count(SafetyCheck.id)).join(Project, Project.id == SafetyCheck.project_id)
    return db.session.scalar(query.where(*_WAITS)) or 0


def count_waiting_by(person_ids: list[int]) -> dict[int, int]:
    """How many red projects wait for each of these approvers; one for whom none waits is left out."""
    query: Any = select(SafetyCheck.approver_id, func.count(SafetyCheck.id))
    query = query.join(Project, Project.id == SafetyCheck.project_id).where(SafetyCheck.approver_id.in_(person_ids))
    return {person_id: many for person_id, many in db.session.execute(query.where(*_WAITS).group_by("approver_id"))}
