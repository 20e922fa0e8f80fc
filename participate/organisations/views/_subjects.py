"""What pledges are for, by name and address."""

from collections.abc import Iterable
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


def named(subjects: Iterable[str]) -> dict[str, Named]:
    """Those of `subjects` that everybody may see, by subject. At most three statements."""
    ids: dict[str, set[int]] = {"need": set(), "project": set(), "mission": set()}
    for subject in subjects:
        kind, number = parts_of(subject)
        if kind in ids:
            ids[kind].add(number)
    needs = projects.needs_named(ids["need"])
    cards = projects.cards_of(ids["project"])
    found = {f"need:{each.id}": Named(each.project_name, _project(each.project_id), each.words) for each in needs}
    found |= {f"project:{number}": Named(card.name, _project(number)) for number, card in cards.items()}
    for number, name in missions.names_of(ids["mission"]).items():
        found[f"mission:{number}"] = Named(name, url_for("missions.mission", mission_id=number))
    return found


def _project(number: int) -> str:
    return url_for("projects.show", project_id=number)
