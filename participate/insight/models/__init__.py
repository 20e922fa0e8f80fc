"""Tables of the figures."""

from participate.insight.models.figure import Figure, Snapshot
from participate.insight.models.set_by_people import (
    Budget,
    Commitment,
    Framework,
    Goal,
    Outside,
    OutsideFigure,
    ProjectGoal,
    StoryBeside,
)

__all__ = [
    "Budget", "Commitment", "Figure", "Framework", "Goal", "Outside", "OutsideFigure", "ProjectGoal", "Snapshot",
    "StoryBeside",
]  # fmt: skip
