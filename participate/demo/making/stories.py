"""What hosts tell of their projects, and what the showcase says of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from participate.demo.content import reading
from participate.demo.making.ground import Ground
from participate.demo.making.past import Held, Past
from participate.demo.making.projects import Made
from participate.demo.making.sessions import Met
from participate.projects.words import Stage

LATER = timedelta(hours=20)  # a story is told the day after
TOLD = (Stage.RUNNING, Stage.ENDED, Stage.HANDED_OVER)


def make_stories(ground: Ground, projects: Iterable[Made], met: Iterable[Met], past: Past) -> None:
    """Each story of the content, of a project of such a recipe: of one that has met if there is one, and each in turn.

    A story without such a project is not told.
    """
    last: dict[int, Held | Met] = {one.project: one for one in met if one.ends_at < ground.now}
    waiting: dict[str, list[Made]] = {}
    told: set[int] = set()  # sessions
    for project in sorted(projects, key=lambda one: one.id not in last):
        if project.stage in TOLD:
            waiting.setdefault(project.variant.recipe, []).append(project)
    for number, story in enumerate(reading.tables("stories")):
        fitting = next((waiting[recipe] for recipe in story["recipes"] if recipe in waiting), None)
        if fitting:
            project = fitting.pop(0)
            fitting.append(project)
            held = [one for one in past.held.get(project.id, ()) if one.id not in told]
            if held and number % 2:  # half of a history's stories are of long ago
                last[project.id] = ground.dice(f"story {number}").choice(held)
            # One a person and session: a second story of the same host is of the whole project.
            of = last.pop(project.id, None)
            told |= {of.id} if of else set()
            _tell(ground, project, of, number, dict(story))


def _tell(ground: Ground, project: Made, met: Held | Met | None, number: int, story: dict[str, Any]) -> None:
    writer = project.hosts[number % len(project.hosts)].id
    told = _moment(ground, project, met, number)
    del story["recipes"]
    row = ground.book.add(
        "story", project_id=project.id, session_id=met.id if met else None, person_id=writer, **story, made_at=told,
        changed_at=told,
    )  # fmt: skip
    ground.book.note(told, writer, "made", "story", row)


def _moment(ground: Ground, project: Made, met: Held | Met | None, number: int) -> datetime:
    """The day after the session; else some weeks ago, when it still met."""
    wished = met.ends_at + LATER if met else ground.now - timedelta(days=20 + number)
    return max(project.began, min(wished, ground.now - timedelta(minutes=10 + number)))
