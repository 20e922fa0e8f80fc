"""A project that lacks two spinners, a loom and spindles, on a street that has them."""

from dataclasses import dataclass
from datetime import time

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core.db import db
from participate.matching.models import Ask
from participate.matching.queries import asks
from participate.materials.models import Material
from participate.organisations.rules import Spot
from participate.profiles import service as profiles
from participate.profiles.words import PartOfDay, PostingKind, Theme
from participate.projects import service as projects
from participate.projects.models import Project
from participate.projects.words import NeedKind
from participate.spaces import service as spaces
from participate.spaces.models import Space
from participate.spaces.rules import Stretch
from tests.materials.build import build_material
from tests.spaces.build import build_space
from tests.street import SQUARE, Street, person

THURSDAY = 3


@dataclass
class Spinning:
    """The project with its three needs; three spinners who are free on Thursday evenings; a loom room of the hub that
    is open then; spindles of a fourth neighbour.
    """

    street: Street
    project: Project
    spinners: list[Person]
    keeper: Person
    room: Space
    spindles: Material

    def asked(self, someone: Person) -> Ask | None:
        """The ask that waits for somebody."""
        return asks.find_waiting_ask(someone.id)


def build(street: Street, spinners: int = 3) -> Spinning:
    """Put all of it onto the street; committed, and in the trail."""
    project = build_project(street)
    names = ("Hana Novak", "Ivo Petrov", "Mira Lee")[:spinners]
    people = [_neighbour(street, name, "I can spin wool") for name in names]
    keeper = person("Kai Wood", street.ward)
    room = build_space(street, name="Loom room", about="Warm, with a big loom.", capacity=12, hub_id=street.hub.id)
    spaces.set_week(street.dora.id, room, [Stretch(THURSDAY, time(17), time(22))])
    spindles = build_material(street, name="Spindle", about="A wooden one for wool.", how_many=4, keeper_id=keeper.id)
    for thing in (room, spindles):
        record(None, "made", thing.noun, thing.id)
    db.session.commit()
    return Spinning(street, project, people, keeper, room, spindles)


def build_project(street: Street, name: str = "Wool Club") -> Project:
    """Amina's project, which lacks three things."""
    facts = projects.ProjectFacts(name, "We spin together and share what comes out.", Theme.MAKE, minutes=90)
    lacks = [
        (NeedKind.PERSON, "Two neighbours who can spin wool"),
        (NeedKind.SPACE, "A room with a loom"),
        (NeedKind.MATERIAL, "Two spindles"),
    ]
    return projects.start_project(street.amina.id, street.amina, facts, Spot(street.ward.id, SQUARE), lacks)


def _neighbour(street: Street, name: str, can: str) -> Person:
    made = person(name, street.ward)
    profiles.add(made.id, made.id, PostingKind.SKILL, can)
    profiles.set_free_times(made.id, made.id, {(THURSDAY, PartOfDay.EVENING)})
    return made
