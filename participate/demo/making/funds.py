"""Kit points of streets, projects and starters, and the small funds of two hubs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground
from participate.demo.making.projects import Made
from participate.funds.words import AskStatus
from participate.projects.words import Stage


@dataclass
class Budget:
    """Kit points that are given and not written yet. `id` is what its row will have."""

    id: int
    subject: str
    name: str
    hub: int
    total: int
    holder: int
    spent: int = 0

    def spend(self, points: int) -> bool:
        """Whether there were so many points; then they are spent."""
        if self.spent + points > self.total:
            return False
        self.spent += points
        return True


def plan_budgets(ground: Ground, begun: list[Made]) -> list[Budget]:
    """The budgets of the content, the host's project first among the projects, the resident as the starter."""
    streets = [(street, ward) for ward in range(len(ground.wards)) for street in ground.streets[ward][:1]]
    alive = [project for project in begun if project.stage in (Stage.RUNNING, Stage.TRYING_OUT)]
    resident, first = ground.member("resident"), ground.book.next("points_budget")
    budgets: list[Budget] = []
    for place, one in enumerate(reading.lines("funds")["budget"]):
        hub = ground.hubs[place % 2]
        if one["of"] == "street":
            street, ward = streets.pop(0)
            subject, name, holder = f"street:{street.id}", street.name, ground.someone(ground.dice("points"), ward).id
        elif one["of"] == "project":
            if not alive:
                continue
            project = alive.pop(0)
            subject, name, holder = f"project:{project.id}", project.name, project.hosts[0].id
        else:
            subject, name, holder = f"person:{resident.id}", resident.first_name, resident.id
        budgets.append(Budget(first + len(budgets), subject, name, hub.id, one["total"], holder))
    return budgets


def write_budgets(ground: Ground, budgets: list[Budget]) -> None:
    """The rows, each with what was spent."""
    for budget in budgets:
        made = ground.book.add(
            "points_budget", subject=budget.subject, name=budget.name, hub_id=budget.hub, total=budget.total,
            spent=budget.spent, changed_at=ground.now - 20 * DAY,
        )  # fmt: skip
        if made != budget.id:
            raise RuntimeError("a budget has another id than its loans say")
        ground.book.note(ground.now - 20 * DAY, ground.staff[budget.hub][0], "set", "points_budget", made)


def make_funds(ground: Ground, begun: list[Made]) -> None:
    """Two funds: one that is open, one that is closed, with what was asked and decided."""
    asking = iter([project for project in begun if project.stage is not Stage.ENDED] * 20)
    for place, fund in enumerate(reading.lines("funds")["fund"]):
        hub = ground.hubs[place % len(ground.hubs)]
        staff = ground.staff[hub.id][-1]
        closes = ground.today + fund["closes_in"] * DAY
        made = ground.now - 60 * DAY + min(fund["closes_in"], 0) * DAY
        number = ground.book.add(
            "fund", hub_id=hub.id, name=fund["name"], about=typeset(fund["about"]),
            criteria=typeset(fund["criteria"]), total_pence=fund["total_pence"], most_pence=fund["most_pence"],
            granted_pence=sum(ask.get("granted_pence", 0) for ask in fund["asks"]), closes_on=closes, made_by=staff,
            made_at=made, changed_at=made,
        )  # fmt: skip
        ground.book.note(made, staff, "made", "fund", number)
        for turn, ask in enumerate(fund["asks"]):
            _add_ask(ground, number, staff, ask, next(asking), made + (3 + 2 * turn) * DAY)


def _add_ask(ground: Ground, fund: int, staff: int, ask: Mapping[str, Any], project: Made, asked: datetime) -> None:
    status, person = AskStatus(ask["decision"]), project.hosts[0].id
    if status is AskStatus.ASKED:
        asked = ground.now - timedelta(hours=20 + ask["pence"] % 30)
    waits = status is AskStatus.ASKED
    decided = status in (AskStatus.GRANTED, AskStatus.DECLINED)
    number = ground.book.add(
        "fund_ask", fund_id=fund, person_id=person, subject=f"project:{project.id}", title=typeset(ask["title"]),
        what=typeset(ask["what"]), who=typeset(ask["who"]), costs=typeset(ask["costs"]), pence=ask["pence"],
        granted_pence=ask.get("granted_pence", 0), status=status, reason=typeset(ask.get("reason", "")),
        decided_by=staff if decided else None, decided_at=None if waits else asked + 3 * DAY, asked_at=asked,
    )  # fmt: skip
    ground.book.note(asked, person, "asked", "fund_ask", number)
