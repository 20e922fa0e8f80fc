"""When projects went on to their next stage, and when some met for the last time."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from participate.demo.making.ground import DAY, Ground
from participate.demo.making.projects import Made
from participate.projects.words import Stage

OVER = (Stage.ENDED, Stage.HANDED_OVER)
LEAST_LIFE = 100  # days
NEWEST_END = 15  # days ago
RESTS_SINCE = 40  # days
WAY = (Stage.TRYING_OUT, Stage.RUNNING)
STEPS = (12, 45)  # days after the beginning


def ends_of(ground: Ground, projects: Sequence[Made]) -> dict[int, date]:
    """The last day on which each project met that meets no more or rests; notes each step of every project."""
    ends: dict[int, date] = {}
    for project in projects:
        over = _over_at(ground, project)
        if over:
            ends[project.id] = over.date()
        _note_steps(ground, project, over)
    return ends


def _over_at(ground: Ground, project: Made) -> datetime | None:
    dice, age = ground.dice(f"ending {project.name}"), ground.midnight - project.began
    if project.stage in OVER:
        least, most = timedelta(days=LEAST_LIFE), age - timedelta(days=NEWEST_END)
        return project.began + least + (most - least) * dice.random()
    if project.stage is Stage.RESTING:
        return ground.midnight - timedelta(days=RESTS_SINCE + dice.randrange(20))
    return None


def _note_steps(ground: Ground, project: Made, over: datetime | None) -> None:
    """In the audit, as if each had been taken on its day."""
    if project.stage is Stage.GATHERING:
        return
    host = project.hosts[0].id
    for stage, days in zip(WAY, STEPS, strict=True):
        if stage is Stage.TRYING_OUT or project.stage is not Stage.TRYING_OUT:
            at = min(project.began + days * DAY, ground.midnight - DAY)
            ground.book.note(at, host, f"moved to {stage}", "project", project.id)
    if over:
        ground.book.note(over, host, f"moved to {project.stage}", "project", project.id)
