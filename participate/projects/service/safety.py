"""What is in a project, the host's short list, and whether people may come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.projects import queries
from participate.projects.models import Project, SafetyCheck
from participate.projects.rules import safety as rules
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.service.approval import ask_approval, name_approver
from participate.projects.words import Allergen, Risk, Tier


@dataclass(frozen=True)
class ListFacts:
    """What the host says: the keys of the lines, the allergens or `no_allergen`, the day of a road closure."""

    ticked: tuple[str, ...]
    allergens: tuple[Allergen, ...] = ()
    no_allergen: bool = False
    road_closed_on: date | None = None


def begin_safety(actor_id: int, project: Project, flags: str) -> SafetyCheck:
    """Ask a project for what the flags of its recipe name ("food, road closure"; "none": nothing)."""
    return set_risks(actor_id, project, rules.risks_of(flags))


def set_risks(actor_id: int, project: Project, risks: Iterable[Risk]) -> SafetyCheck:
    """Say what is in a project. Other risks than before open the list and the hub's yes again.

    Green is done with that. Red gets a name: who decides. Raises DoneElsewhere.
    """
    if project.source:
        raise DoneElsewhere
    wanted, now = [risk.value for risk in Risk if risk in set(risks)], clock.now()
    db.session.execute(select(Project.id).where(Project.id == project.id).with_for_update())
    check = queries.find_check(project.id)
    if check is None:
        check = SafetyCheck(project_id=project.id, risks=[], ticked=[], allergens=[], made_at=now)
        db.session.add(check)
    elif check.risks == wanted:
        return check
    _open_again(check, wanted)
    check.tier, check.changed_at = rules.tier_of([Risk(risk) for risk in wanted]), now
    check.approver_id = name_approver(project) if check.tier is Tier.RED else None
    db.session.flush()
    record(actor_id, f"safety {check.tier}", "project", project.id)
    db.session.flush()
    return check


def _open_again(check: SafetyCheck, risks: list[str]) -> None:
    check.risks, check.ticked = risks, []
    check.checked_by = check.checked_at = check.approve_by = check.approved_at = check.refused_at = None
    check.decision = ""
    if Risk.FOOD not in risks:
        check.allergens = []
    if Risk.ROAD not in risks:
        check.road_closed_on = None


def tick_list(actor_id: int, check: SafetyCheck, facts: ListFacts) -> None:
    """The host has thought of each line. Amber is live with that; red goes to the hub, who hears of it.

    Raises ListNotWhole, AllergensNotSaid, AllergensBoth, RoadDayMissing or RoadDayPast.
    """
    risks, now = [Risk(risk) for risk in check.risks], clock.now()
    rules.check_list(risks, facts.ticked)
    if Risk.ROAD in risks:
        rules.check_road_day(facts.road_closed_on, clock.today())
        check.road_closed_on = facts.road_closed_on
    if Risk.FOOD in risks:
        rules.check_allergens(facts.allergens, none=facts.no_allergen)
        check.allergens = [each.value for each in facts.allergens]
    check.ticked = [key for key, _words in rules.checklist(risks)]
    check.checked_by, check.checked_at, check.changed_at = actor_id, now, now
    check.approved_at = check.refused_at = None
    check.decision = ""
    record(actor_id, "safety list ticked", "project", check.project_id)
    if check.tier is Tier.RED:
        ask_approval(check)
    db.session.flush()


def say_allergens(actor_id: int, check: SafetyCheck, allergens: Iterable[Allergen], *, none: bool) -> None:
    """Another dish, other allergens; nothing else opens again. Raises AllergensNotSaid or AllergensBoth."""
    chosen = list(allergens)
    rules.check_allergens(chosen, none=none)
    check.allergens = [each.value for each in chosen]
    record(actor_id, "allergens said", "project", check.project_id)
    db.session.flush()


def check_live(project: Project) -> None:
    """Whether people may come: sessions ask before they are planned.

    Green passes; amber needs the ticked list; red needs the hub's yes. A project that nobody was asked about is
    taken for what its recipe's flags say, else for what its theme mostly has in it. Raises NotAsked, ListOpen,
    ApprovalOpen or ApprovalRefused, all of them NotLiveYet.
    """
    check = queries.find_check(project.id)
    if check is None:
        rules.check_unasked(project.theme, project.recipe.flags if project.recipe else None)
    else:
        rules.check_standing(queries.standing(check))
