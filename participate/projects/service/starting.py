"""Somebody starts a recipe near her: project, needs, four weeks, and one person at the hub who rings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import Spot
from participate.places import queries as places
from participate.places.models import Hub
from participate.places.rules.answer_days import answer_by
from participate.projects import queries
from participate.projects.models import Project, Recipe, WeekLine
from participate.projects.rules.plain import minutes_in
from participate.projects.rules.recipe_needs import Lack
from participate.projects.rules.ringing import choose_ringer
from participate.projects.service import news
from participate.projects.service.projects import Origin, ProjectFacts, start_project
from participate.projects.service.safety import begin_safety
from participate.projects.words import NeedStatus


@dataclass(frozen=True)
class NearFacts:
    """The answers to the four questions, and the weekly lines that follow from them.

    `there` are those of the `needs` that the starter has already; `when` says in her words when it could first be.
    """

    name: str
    spot: Spot
    street_id: int | None
    when: str
    needs: Sequence[Lack]
    there: Collection[Lack]
    weeks: Sequence[str]


def start_near(person: Person, recipe: Recipe, facts: NearFacts) -> Project:
    """Start a recipe as a project of `person`, who hears from one at the hub. Raises TooManyNeeds."""
    about = ProjectFacts(
        name=facts.name, about=recipe.summary, theme=recipe.theme, minutes=minutes_in(recipe.rhythm),
        take_home=recipe.take_home,
    )  # fmt: skip
    project = start_project(person.id, person, about, facts.spot, facts.needs, Origin(recipe_id=recipe.id))
    project.street_id = facts.street_id
    _note_what_is_there(person.id, project, facts)
    for week, words in enumerate(facts.weeks, start=1):
        db.session.add(WeekLine(project_id=project.id, week=week, words=words))
    begin_safety(person.id, project, recipe.flags)
    _give_ringer(person, project, facts.when)
    db.session.flush()
    return project


def _note_what_is_there(actor_id: int, project: Project, facts: NearFacts) -> None:
    for need in project.needs:
        if (need.kind, need.words) in facts.there:
            need.status, need.met_at = NeedStatus.MET, clock.now()
            record(actor_id, "met", "need", need.id)
        else:
            need.when_words = facts.when


def _give_ringer(person: Person, project: Project, when: str) -> None:
    hub = hub_of(project)
    staff = news.staff_ids(hub.id) if hub else []
    project.hub_person_id = choose_ringer(staff, queries.count_rung(staff), but=person.id)
    if hub is not None and project.hub_person_id not in (None, person.id):
        news.tell_ringer(project, person.first_name, when, ring_by(project, hub))


def hub_of(project: Project) -> Hub | None:
    """The hub nearest to a project; where none is near, the first: somebody has to ring."""
    hubs = places.list_hubs()
    return places.nearest_hub(project.ward_id, project.square, hubs) or next(iter(hubs), None)


def ring_by(project: Project, hub: Hub) -> datetime:
    """By when whoever starts a project is rung: two working days of the hub."""
    return answer_by(clock.local(project.made_at), {day.weekday: (day.opens, day.closes) for day in hub.hours})


def mark_week(actor_id: int, line: WeekLine, *, done: bool) -> None:
    """The team has done what stands for a week, or not yet."""
    line.done_at = clock.now() if done else None
    record(actor_id, f"week {line.week} {'done' if done else 'open'}", "project", line.project_id)
    db.session.flush()
