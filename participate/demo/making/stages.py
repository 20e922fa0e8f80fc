"""How far projects have come, and since when."""

from datetime import datetime, timedelta
from random import Random

from participate.demo.content.reading import Variant
from participate.demo.making.ground import Ground
from participate.projects.words import Stage

# What a stage is good for: its share of the projects, and how many days ago such projects began.
STAGES = {
    Stage.GATHERING: (20, 2, 40),
    Stage.TRYING_OUT: (24, 30, 120),
    Stage.RUNNING: (32, 60, 520),
    Stage.RESTING: (8, 120, 520),
    Stage.ENDED: (8, 200, 535),
    Stage.HANDED_OVER: (7, 300, 535),
}
NEWEST = 120  # days: what begins is no older in a long history
AFTER_IDEA = (timedelta(days=8), timedelta(days=60))
# These run somewhere every week, so that there is a first step on each day.
STEADY = (
    "coffee-welcome", "community-fridge", "homework-club", "choir", "walk-together", "couch-to-run", "board-games",
)  # fmt: skip


def draw(dice: Random, variant: Variant) -> Stage:
    """A stage for a project of this kind."""
    if variant.recipe in STEADY:
        return Stage.RUNNING
    return dice.choices(list(STAGES), [share for share, _least, _most in STAGES.values()])[0]


def began(ground: Ground, dice: Random, stage: Stage, idea: datetime | None) -> tuple[Stage, datetime]:
    """When a project of this stage began. One that came of an `idea` began some weeks later, and runs."""
    _share, least, most = STAGES[stage]
    drawn = ground.ago(dice, most, least) if most <= NEWEST else ground.long_ago(dice, most, least)
    if idea is None:
        return stage, drawn
    drawn = idea + AFTER_IDEA[0] + (AFTER_IDEA[1] - AFTER_IDEA[0]) * ground.dice(f"after {idea}").random()
    fits = most > NEWEST and drawn < ground.midnight - timedelta(days=least)
    return stage if fits else Stage.RUNNING, drawn
