"""What projects have thought of before people come, and the short notes of their teams."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random

from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import Ground
from participate.projects.rules.safety import checklist, due_on, risks_of, tier_of
from participate.projects.service.recipes import written_recipes
from participate.projects.words import Allergen, Risk, Stage, Tier

MEETING = (Stage.TRYING_OUT, Stage.RUNNING)
FOODS = (
    (Allergen.GLUTEN, Allergen.EGGS, Allergen.MILK), (Allergen.MILK,), (), (Allergen.CELERY, Allergen.MUSTARD),
    (Allergen.SESAME, Allergen.NUTS),
)  # fmt: skip


@dataclass(frozen=True)
class Cared:
    """A project with its row, as far as its safety and its notes need to know it."""

    id: int
    name: str
    recipe: str
    stage: Stage
    began: datetime


@cache
def _flags() -> dict[str, str]:
    return {recipe["slug"]: recipe["flags"] for recipe in written_recipes()}


def add_care(ground: Ground, project: Cared, owner: int, staff: int | None) -> None:
    """The safety check of a project. Whoever meets has ticked its list and heard yes; of what still gathers and is
    red, some wait for the hub.
    """
    dice, risks = ground.dice(f"care {project.name}"), risks_of(_flags()[project.recipe])
    tier, gathering = tier_of(risks), project.stage is Stage.GATHERING
    ticked = tier is not Tier.GREEN and (not gathering or dice.random() < 0.5)
    sent = min(project.began + timedelta(days=3), ground.now - timedelta(hours=1))
    red = tier is Tier.RED
    yes = red and ticked and not gathering
    ground.book.add(
        "safety_check", project_id=project.id, tier=tier, risks=[risk.value for risk in risks],
        ticked=[key for key, _words in checklist(risks)] if ticked else [],
        allergens=[each.value for each in dice.choice(FOODS)] if ticked and Risk.FOOD in risks else [],
        checked_by=owner if ticked else None, checked_at=sent if ticked else None, approver_id=staff if red else None,
        approve_by=due_on(sent.date()) if red and ticked else None,
        approved_at=min(sent + timedelta(days=2), ground.now) if yes else None, refused_at=None,
        decision=typeset("Good. Ring us if anything changes.") if yes else "",
        road_closed_on=_road_day(ground, dice) if ticked and Risk.ROAD in risks else None,
        made_at=project.began, changed_at=sent if ticked else project.began,
    )  # fmt: skip


def _road_day(ground: Ground, dice: Random) -> date:
    """A Saturday some weeks ahead: for one in three too near."""
    day = ground.today + timedelta(weeks=dice.choice((8, 14, 18)))
    return day + timedelta(days=5 - day.weekday())


def add_notes(ground: Ground, project: Cared, team: list[int]) -> None:
    """Up to four short notes of the team of a project that meets, in the last months."""
    dice = ground.dice(f"notes {project.name}")
    if project.stage not in MEETING:
        return
    for words in dice.sample(reading.lines("updates")["lines"], dice.choice((0, 0, 1, 2, 4))):
        made = ground.ago(dice, 60, 2)
        number = ground.book.add(
            "project_update", project_id=project.id, person_id=dice.choice(team), words=typeset(words), made_at=made
        )
        ground.book.note(made, None, "made", "update", number)
