"""What officers have typed in beside the figures: what each year cost, what was promised, which goals projects have."""

from collections.abc import Sequence
from datetime import date, time

from participate.core import clock
from participate.demo.making.ground import Ground
from participate.demo.making.projects import Made

PENCE_A_HEAD = 4_200  # of the residents, in a year
INCLUDES = "Rent and heating of the hubs, wages of their staff, insurance, materials, small funds"
LEAVES_OUT = "Time that neighbours give, spaces that partners lend, the council’s own staff"
SOURCE = "Cabinet paper on participation, item 7"
OWNER = "Head of Participation"
TARGETS = {"people": 0.5, "attendances": 4.0}  # for each resident, in a year
TAGGED = 0.6  # of the projects


def make_typed(ground: Ground, projects: Sequence[Made]) -> None:
    """Budget and commitments of each year that the history has from its January on; goals where there are any."""
    for year in range(ground.today.year - ground.years + 1, ground.today.year + 1):
        made = min(clock.moment_of(date(year, 4, 1), time(10)), ground.now)
        growth = 1 - 0.15 * (ground.today.year - year)
        pence = int(PENCE_A_HEAD * ground.sizes.residents * growth) // 100_000 * 100_000
        ground.book.add(
            "budget", period=f"{year}", pence=max(pence, 100_000), includes=INCLUDES, leaves_out=LEAVES_OUT,
            made_at=made,
        )  # fmt: skip
        for measure, a_head in TARGETS.items():
            ground.book.add(
                "commitment", measure=measure, period=f"{year}", source=SOURCE, owner=OWNER, reason="",
                target=max(10, round(a_head * growth * ground.sizes.residents / 10) * 10), replaces_id=None,
                made_at=made,
            )  # fmt: skip
    _tag(ground, projects)


def _tag(ground: Ground, projects: Sequence[Made]) -> None:
    dice = ground.dice("goals")
    for project in projects if ground.goals else ():
        if dice.random() < TAGGED:
            for goal in sorted(dice.sample(ground.goals, min(len(ground.goals), dice.choice((1, 1, 2))))):
                since = max(project.began, ground.now - (ground.now - project.began) * 0.9)
                ground.book.add("project_goal", project_id=project.id, goal_id=goal, since=clock.local(since).date())
