"""What pledges are for, by name and address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import url_for

from participate.missions import queries as missions
from participate.organisations.rules.pledges import parts_of
from participate.projects import queries as projects


@dataclass(frozen=True)
class Named:
    """A project or a mission that a pledge is for; `need` holds the words of the project's need, if it is for one."""

    name: str
    url: str
    need: str = ""


@dataclass(frozen=True)
class Known:
    """The cards of projects and the names of missions that the page has already, by id."""

    projects: Mapping[int, projects.ProjectCard]
    missions: Mapping[int, str]


def named(subjects: Iterable[str], known: Known | None = None) -> dict[str, Named]:
    """Those of `subjects` that everybody may see, by subject. At most three statements: fewer with what is `known`."""
    ids = ids_of(subjects)
    known = known or Known(projects.cards_of(ids["project"]), missions.names_of(ids["mission"]))
    needs = projects.needs_named(ids["need"])
    found = {f"need:{each.id}": Named(each.project_name, _project(each.project_id), each.words) for each in needs}
    for number, card in known.projects.items():
        found[f"project:{number}"] = Named(card.name, _project(number))
    for number, name in known.missions.items():
        found[f"mission:{number}"] = Named(name, url_for("missions.mission", mission_id=number))
    return found


def ids_of(subjects: Iterable[str]) -> dict[str, set[int]]:
    """Kind → the numbers of that kind among `subjects`."""
    ids: dict[str, set[int]] = {"need": set(), "project": set(), "mission": set()}
    for subject in subjects:
        kind, number = parts_of(subject)
        if kind in ids:
            ids[kind].add(number)
    return ids


def _project(number: int) -> str:
    return url_for("projects.show", project_id=number)
