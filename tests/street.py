"""The cast, the same in every test.

Amina leads the project, Bilal is on her team and speaks for the school, Chidi is a neighbour with no part in it,
Dora is hub staff, Efua is the council officer, Femi is suspended. Gita is the admin.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from participate.accounts.models import Person, RoleHeld
from participate.accounts.words import PersonStatus, Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.materials.models import Material
from participate.materials.words import Deal
from participate.organisations.models import Member, Organisation
from participate.organisations.words import OrganisationKind
from participate.places.models import Borough, Hub, HubHours, Ward
from participate.profiles.models import Posting
from participate.profiles.words import PostingKind, Theme
from participate.projects.models import Idea, Need, Project, SafetyCheck, TeamMember
from participate.projects.words import NeedKind, Stage, TeamPart, Tier
from participate.sessions.models import Session
from participate.spaces.models import Space
from participate.spaces.words import SpaceKind

NOON = datetime(2026, 7, 2, 11, 0, tzinfo=UTC)  # Thursday 2 July 2026, noon in London
SQUARE = 350060  # where the street is; see places.rules
LATER = date(2027, 1, 1)
CAST = ("stranger", "amina", "bilal", "chidi", "dora", "efua", "femi", "gita")


@dataclass
class Street:
    """Everybody and everything on the street."""

    ward: Ward
    other_ward: Ward
    hub: Hub
    amina: Person
    bilal: Person
    chidi: Person
    dora: Person
    efua: Person
    femi: Person
    gita: Person
    project: Project
    need: Need
    space: Space
    material: Material
    idea: Idea
    session: Session
    posting: Posting
    organisation: Organisation

    def person(self, name: str) -> Person | None:
        """The person of the cast by name; None for "stranger"."""
        return None if name == "stranger" else getattr(self, name)

    @classmethod
    def build(cls) -> "Street":
        """Put the whole street into the database and commit."""
        ward, other_ward, hub = _places()
        people = _people(ward, hub)
        things = _things(ward, hub, people)
        db.session.commit()
        return cls(ward=ward, other_ward=other_ward, hub=hub, **people, **things)


def add(*things: object) -> None:
    """Add to the session and flush, so that ids are known."""
    db.session.add_all(things)
    db.session.flush()


def _places() -> tuple[Ward, Ward, Hub]:
    borough = Borough(code="E09000002", name="Barking and Dagenham")
    add(borough)
    ward = Ward(borough_id=borough.id, code="E05014067", name="Parsloes", slug="parsloes", lat=51.54857, lon=0.13513)
    other = Ward(
        borough_id=borough.id,
        code="E05014068",
        name="Thames View",
        slug="thames-view",
        lat=51.52573,
        lon=0.095079,
    )
    add(ward, other)
    hub = Hub(
        name="The Shop, Church Elm Lane",
        address="Church Elm Lane",
        ward_id=ward.id,
        square=SQUARE,
        about="Tea is on.",
    )
    add(hub)
    add(*[HubHours(hub_id=hub.id, weekday=day, opens=time(10), closes=time(17)) for day in range(1, 6)])
    return ward, other, hub


def person(name: str, ward: Ward | None = None, **more: object) -> Person:
    """A person with an account; the e-mail address comes from the first name."""
    made = Person(
        name=name, email=f"{name.split()[0].lower()}@example.org", ward_id=ward.id if ward else None, square=SQUARE,
        adult_at=clock.now(), joined_at=clock.now() - timedelta(days=365), **more,
    )  # fmt: skip
    add(made)
    return made


def give(holder: Person, role: Role, subject: str = "") -> None:
    """Let `holder` hold a role."""
    holder.roles.append(RoleHeld(role=role, subject=subject, since=clock.now()))
    db.session.flush()


def _people(ward: Ward, hub: Hub) -> dict[str, Person]:
    people = {
        "amina": person("Amina Rahman", ward),
        "bilal": person("Bilal Sheikh", ward),
        "chidi": person("Chidi Okafor", ward),
        "dora": person("Dora Mensah", ward),
        "efua": person("Efua Owusu"),
        "femi": person("Femi Adeyemi", ward, status=PersonStatus.SUSPENDED),
        "gita": person("Gita Patel"),
    }
    give(people["dora"], Role.STAFF, f"hub:{hub.id}")
    give(people["efua"], Role.OFFICER)
    give(people["gita"], Role.ADMIN)
    return people


def _things(ward: Ward, hub: Hub, people: dict[str, Person]) -> dict[str, object]:
    now = clock.now()
    at = {"ward_id": ward.id, "square": SQUARE, "made_at": now, "changed_at": now}
    things = _offers(hub, people, at) | _words(hub, people, at) | _joint_work(people, at)
    add(*things.values())
    add(Member(organisation_id=things["organisation"].id, person_id=people["bilal"].id, since=now))
    things |= _on_the_project(things["project"], things["space"], people, at)
    give(people["amina"], Role.HOST, f"project:{things['project'].id}")
    give(people["amina"], Role.KEEPER, f"material:{things['material'].id}")
    give(people["dora"], Role.KEEPER, f"space:{things['space'].id}")
    for kind, thing in things.items():
        record(None, "made", kind, thing.id)
    return things


def _offers(hub: Hub, people: dict[str, Person], at: dict[str, object]) -> dict[str, Space | Material]:
    space = Space(
        name="Kitchen at the Shop", kind=SpaceKind.KITCHEN, about="Two ovens and a long table.", capacity=12,
        step_free=True, toilet=True, hub_id=hub.id, keeper_id=people["dora"].id, expires_on=LATER, **at,
    )  # fmt: skip
    material = Material(
        name="Sewing machine", deal=Deal.LEND, about="A strong old one.", keeper_id=people["amina"].id,
        expires_on=LATER, **at,
    )  # fmt: skip
    return {"space": space, "material": material}


def _words(hub: Hub, people: dict[str, Person], at: dict[str, object]) -> dict[str, Idea | Posting]:
    chidi, words = people["chidi"].id, "Wouldn’t it be good if we had a bench by the bus stop?"
    idea = Idea(words=words, author_id=chidi, hub_id=hub.id, **at)
    posting = Posting(
        person_id=chidi, kind=PostingKind.INTEREST, words="I like baking bread", expires_on=LATER,
        made_at=at["made_at"], changed_at=at["made_at"],
    )  # fmt: skip
    return {"idea": idea, "posting": posting}


def _joint_work(people: dict[str, Person], at: dict[str, object]) -> dict[str, Project | Organisation]:
    project = Project(
        name="Mend Club", about="Bring a torn coat. We sit down together and mend it.", theme=Theme.MAKE,
        stage=Stage.TRYING_OUT, minutes=60, **at,
    )  # fmt: skip
    organisation = Organisation(
        name="Elm Tree School", kind=OrganisationKind.SCHOOL, about="A school with a hall.", ward_id=at["ward_id"],
        square=SQUARE, made_at=at["made_at"],
    )  # fmt: skip
    return {"project": project, "organisation": organisation}


def _on_the_project(
    project: Project, space: Space, people: dict[str, Person], at: dict[str, object]
) -> dict[str, Need | Session]:
    now, words = clock.now(), "Someone who can thread a sewing machine"
    need = Need(project_id=project.id, kind=NeedKind.PERSON, words=words, minutes=60, made_at=now)
    session = Session(
        project_id=project.id, name="Bring it broken, take it home working", hub_id=space.hub_id, space_id=space.id,
        starts_at=now + timedelta(days=2), ends_at=now + timedelta(days=2, hours=2), host_id=people["amina"].id, **at,
    )  # fmt: skip
    add(need, session)
    add(
        TeamMember(project_id=project.id, person_id=people["amina"].id, part=TeamPart.OWNER, since=now),
        TeamMember(project_id=project.id, person_id=people["bilal"].id, part=TeamPart.HELPER, since=now),
    )
    green = {"tier": Tier.GREEN, "risks": [], "ticked": [], "allergens": []}  # needles and thread: nothing in it
    add(SafetyCheck(project_id=project.id, **green, made_at=now, changed_at=now))
    return {"need": need, "session": session}
