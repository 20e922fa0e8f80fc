"""The framework of goals that comes with the house. Frameworks are data: others are added beside it, not here."""

from dataclasses import dataclass

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.words import mark
from participate.insight.models import Framework, Goal


@dataclass(frozen=True)
class Written:
    """A framework as it is written down. `goals` are in order: the first is "<key>-1", and keys never change."""

    key: str
    name: str
    source: str
    goals: tuple[str, ...]


# Fourteen goals were launched in February 2021; the coalition has told of fifteen since. The names were written down
# from general knowledge and could not be read at their source: look there before anybody quotes one.
PURPOSE = Written(
    "purpose",
    mark("The 15 Purpose Goals"),
    mark("The Purpose Coalition. Names in short, from general knowledge, not yet checked with the source."),
    (
        mark("Strong foundations in the early years"),
        mark("Successful school years"),
        mark("Good places to go after 16"),
        mark("The right advice and experiences"),
        mark("Open recruitment"),
        mark("Fair progress at work"),
        mark("Wider access to savings and credit"),
        mark("Good health and wellbeing"),
        mark("More people starting businesses"),
        mark("Closing the digital divide"),
        mark("Infrastructure for opportunity"),
        mark("Homes and communities that last"),
        mark("Clean energy that is fair to all"),
        mark("Equality through diversity and inclusion"),
        mark("Strong and safe communities"),
    ),
)
BUILT_IN = (PURPOSE,)


def plant_frameworks() -> int:
    """Make what is missing, and put names and sources right. The second time changes nothing. Flushes; the caller
    commits. Returns how many frameworks and goals were made or changed.
    """
    return sum(plant(written) for written in BUILT_IN)


def plant(written: Written) -> int:
    """One framework; as `plant_frameworks`."""
    framework = db.session.scalar(select(Framework).where(Framework.key == written.key))
    changed = framework is None
    if framework is None:
        framework = Framework(key=written.key, name=written.name, source=written.source, made_at=clock.now())
        db.session.add(framework)
    elif (framework.name, framework.source) != (written.name, written.source):
        framework.name, framework.source = written.name, written.source
        changed = True
    db.session.flush()
    number = sum(_plant_goal(framework, place, name) for place, name in enumerate(written.goals, start=1))
    if changed or number:
        record(None, "planted", "framework", framework.id)
        db.session.flush()
    return number + changed


def _plant_goal(framework: Framework, place: int, name: str) -> bool:
    key = f"{framework.key}-{place}"
    goal = db.session.scalar(select(Goal).where(Goal.key == key))
    if goal is None:
        db.session.add(Goal(framework_id=framework.id, key=key, place=place, name=name))
    elif goal.name == name:
        return False
    else:
        goal.name = name
    db.session.flush()
    return True
