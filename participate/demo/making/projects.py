"""Projects in all stages, their needs, their teams and who asked to help."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from random import Random

from participate.accounts.words import Role
from participate.demo.content import reading
from participate.demo.content.reading import Lack, Variant
from participate.demo.making import stages
from participate.demo.making.beginnings import add_weeks, ringer_of
from participate.demo.making.care import Cared, add_care, add_notes
from participate.demo.making.ground import DAY, Ground, HubGround, Neighbour, StreetGround
from participate.demo.making.ideas import Became
from participate.demo.making.people import give_role
from participate.profiles.words import Theme
from participate.projects.rules.needs import QUICK
from participate.projects.words import NeedKind, NeedStatus, RequestStatus, Stage, TeamPart

AT_A_HUB = 0.5  # of the projects that like a hub, so many are next to one
BY_PARTNER = 0.1
FIRST = "Mend Club"  # the cast's host leads this one
LENGTHS = {
    "Ten minutes": 10, "Fifteen minutes": 15, "Twenty minutes": 20, "Thirty minutes": 30, "Forty-five minutes": 45,
    "One hour": 60, "Ninety minutes": 90, "Two hours": 120, "Two and a half hours": 150, "Three hours": 180,
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """An open need for a person, with its row."""

    id: int
    words: str
    made_at: datetime


@dataclass(frozen=True)
class Made:
    """A project with its row, as far as its sessions need to know it."""

    id: int
    name: str
    about: str
    variant: Variant
    stage: Stage
    ward: int
    street: StreetGround
    green: str
    square: int | None
    hub: HubGround | None
    hosts: tuple[Neighbour, ...]
    began: datetime
    phase: int
    wanted: tuple[Wanted, ...]
    team: frozenset[int]


class Namer:
    """Finds a name that no other project has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, ground: Ground, dice: Random, variant: Variant, ward: int) -> tuple[str, StreetGround, str] | None:
        """Name, street and green in `ward`; None when its streets and greens are used up.

        The very first name is in the ward's first street, whatever the dice say: pages and walks know it.
        """
        streets, greens = list(ground.streets[ward]), list(ground.wards[ward].greens)
        if self._taken:
            dice.shuffle(streets)
            dice.shuffle(greens)
        for street in streets:
            for green in greens:
                name = variant.name.format(street=street.name, green=green)
                if name not in self._taken:
                    self._taken.add(name)
                    return name, street, green
        return None


def make_projects(ground: Ground, ideas: Mapping[str, list[Became]]) -> list[Made]:
    """All projects. `ideas` of a recipe become its first projects, in their own wards."""
    dice, namer = ground.dice("projects"), Namer()
    waiting = {recipe: list(found) for recipe, found in ideas.items()}
    wards = cycle(dice.sample(range(len(ground.wards)), len(ground.wards)))
    made: list[Made] = []
    while len(made) < ground.sizes.projects:
        before = len(made)
        for variant in _round(dice, first=not made):
            idea = waiting[variant.recipe].pop(0) if made and waiting.get(variant.recipe) else None
            hub = _hub(ground, dice, variant) if made and idea is None else None
            near = idea or hub
            ward = near.ward if near else _ward(ground, dice, wards, first=not made)
            project = _make_project(ground, dice, namer, variant, ward, hub, idea, not made)
            if project:
                made.append(project)
            if len(made) == ground.sizes.projects:
                break
        if len(made) == before:
            raise ValueError("no more names for projects")
    return made


def _round(dice: Random, *, first: bool) -> list[Variant]:
    """Every variant once, in a new order; the first of all rounds starts with the host's project."""
    variants = list(reading.variants())
    dice.shuffle(variants)
    if first:
        variants.sort(key=lambda variant: not variant.name.startswith(FIRST))
    return variants


def _ward(ground: Ground, dice: Random, wards: Iterator[int], *, first: bool) -> int:
    """The host's for the first; then every other one goes round the wards, the rest go where people are."""
    if first:
        return ground.member("host").ward
    return next(wards) if dice.random() < 0.5 else ground.choose_ward(dice)


def _hub(ground: Ground, dice: Random, variant: Variant) -> HubGround | None:
    """A hub that is open whenever this project meets."""
    if variant.at != "hub" or dice.random() >= AT_A_HUB:
        return None
    fitting = [hub for hub in ground.hubs if is_open(hub, variant)]
    return dice.choice(fitting) if fitting else None


def is_open(hub: HubGround, variant: Variant) -> bool:
    """Whether the hub is open when the project begins, on each of its days."""
    start = variant.when.start
    return all(day in hub.hours and hub.hours[day][0] <= start < hub.hours[day][1] for day in variant.when.days)


def _make_project(
    ground: Ground, dice: Random, namer: Namer, variant: Variant, ward: int, hub: HubGround | None,
    idea: Became | None, first: bool,
) -> Made | None:  # fmt: skip
    named = namer.name(ground, dice, variant, ward)
    if named is None:
        return None
    name, street, green = named
    owner = ground.member("host") if first else ground.someone(dice, ward)
    stage = Stage.RUNNING if first else stages.draw(dice, variant)
    stage, began = stages.began(ground, dice, stage, idea.made if idea else None)
    about = variant.about.format(street=street.name, green=green, host=owner.first_name)
    square = hub.square if hub else street.square
    partner = dice.choice(ground.partners).id if not first and dice.random() < BY_PARTNER else None
    number = ground.book.add(
        "project", name=name, about=about, theme=variant.theme, stage=stage, minutes=variant.when.minutes,
        cost_pence=variant.cost_pence, bring=variant.bring, take_home=variant.home, ward_id=ground.wards[ward].id,
        square=square, street_id=street.id if "{street}" in variant.name else None, idea_id=idea.id if idea else None,
        hub_person_id=ringer_of(ground, ward, began), recipe_id=ground.recipes[variant.recipe],
        organisation_id=partner, source="", source_key=None, place_text="", made_at=began,
        changed_at=began, **_showcase(name, stage), **_parts(name),
        **_selling(variant, stage),
    )  # fmt: skip
    ground.book.note(began, owner.id, "made", "project", number)
    add_weeks(ground, number, name, variant.lacks, stage, began)
    wanted = _add_needs(ground, dice, variant, number, stage, began)
    hosts, team = _add_team(ground, dice, number, owner, stage, began, partner)
    cared = Cared(number, name, variant.recipe, stage, began)
    add_care(ground, cared, owner.id, ringer_of(ground, ward, began))
    add_notes(ground, cared, [host.id for host in hosts])
    if stage.alive and dice.random() < 0.35:
        _add_request(ground, dice, number, hosts, [each.id for each in wanted])
    phase = dice.randrange(4)
    return Made(
        number, name, about, variant, stage, ward, street, green, square, hub, hosts, began, phase, wanted, team
    )  # fmt: skip


def _showcase(name: str, stage: Stage) -> dict[str, str]:
    """What it asks for next and who backed it, once it has tried something. The same for the same name."""
    said, turn = reading.lines("showcase"), sum(map(ord, name))
    if stage in (Stage.GATHERING, Stage.TRYING_OUT):
        return {"asks_next": "", "backed_by": ""}
    parts = {"asks_next": said["asks"], "backed_by": said["backers"]}
    return {column: lines[turn % len(lines)] for column, lines in parts.items()}


def _parts(name: str) -> dict[str, str]:
    """Who does what, on one project in four. The same for the same name."""
    if sum(map(ord, name)) % 4:
        return {"our_part": "", "council_part": ""}
    return {
        "our_part": "Open up and lock up\nTea for whoever comes\nSweep afterwards",
        "council_part": "A skip twice a year\nA key for the gate",
    }


def _selling(variant: Variant, stage: Stage) -> dict[str, object]:
    """What trading projects test, as far as they have come."""
    sells, over = variant.theme is Theme.TRADE and stage is not Stage.GATHERING, stage is not Stage.TRYING_OUT
    return {
        "selling": sells,
        "product": "What we make together, in small numbers" if sells else "",
        "test_days": "Three Saturdays on the market" if sells else "",
        "test_result": "We sold two thirds and know what to leave out." if sells and over else "",
    }


def _add_needs(
    ground: Ground, dice: Random, variant: Variant, project: int, stage: Stage, began: datetime
) -> tuple[Wanted, ...]:
    """The needs of a project. Returns the open ones that ask for a person."""
    wanted: list[Wanted] = []
    met_share = 1.0 if not stage.alive else 0.0 if stage is Stage.GATHERING else 0.3
    for lack in variant.lacks:
        made = max(began, ground.ago(dice, 90))
        met = dice.random() < met_share
        giver = dice.choice(ground.neighbours).first_name
        minutes, when_words = time_of(lack)
        number = ground.book.add(
            "need", project_id=project, kind=lack.kind, words=lack.words, when_words=when_words, minutes=minutes,
            quick=lack.kind is NeedKind.PERSON and minutes is not None and minutes <= QUICK,
            status=NeedStatus.MET if met else NeedStatus.OPEN,
            met_at=ground.now - DAY if met else None,
            thanks=giver if met else "", made_at=min(made, ground.now - 2 * DAY),
        )  # fmt: skip
        ground.book.note(made, None, "made", "need", number)
        if not met and lack.kind is NeedKind.PERSON:
            wanted.append(Wanted(number, lack.words, made))
    return tuple(wanted)


def time_of(lack: Lack) -> tuple[int | None, str]:
    """The minutes that a need says at its start, and the rest: "One hour a week" is 60, "Each week".

    None for a day, a call, or a thing; then the words stay whole.
    """
    said = [length for length in LENGTHS if lack.how_long.startswith(length)]
    if not said:
        return None, lack.how_long
    length = max(said, key=len)
    rest = lack.how_long.removeprefix(length).lstrip(", ")
    if rest.startswith("a "):
        rest = "each " + rest.removeprefix("a ")
    return LENGTHS[length], rest[:1].upper() + rest[1:]


def _add_team(
    ground: Ground,
    dice: Random,
    project: int,
    owner: Neighbour,
    stage: Stage,
    began: datetime,
    partner: int | None,
) -> tuple[tuple[Neighbour, ...], frozenset[int]]:
    """The owner, up to two more hosts, up to four helpers. Returns the hosts, and the ids of all of them."""
    others = [ground.someone(dice, owner.ward) for _ in range(dice.randrange(7))]
    team = list(dict.fromkeys([owner, *others]))
    hosts = team[: 1 + min(2, len(team) // 3)]
    for person in team:
        part = TeamPart.OWNER if person is owner else TeamPart.HOST if person in hosts else TeamPart.HELPER
        ground.book.add(
            "team_member", project_id=project, person_id=person.id, part=part, since=began,
            meets_hosts=person in hosts and len(team) % 2 == 0,
            organisation_id=partner if person is owner else None,
            pack_contact=person is owner and len(team) % 3 == 0,
        )  # fmt: skip
    for person in hosts if stage.alive else ():
        give_role(ground, person.id, Role.HOST, f"project:{project}", began)
    return tuple(hosts), frozenset(person.id for person in team)


def _add_request(ground: Ground, dice: Random, project: int, hosts: tuple[Neighbour, ...], wanted: list[int]) -> None:
    """Somebody from another ward asks to help, often with one of the needs."""
    person = dice.choice(ground.neighbours)
    if person.ward == hosts[0].ward:
        return
    need = dice.choice([*wanted, None])
    words = dice.choice(reading.lines("notes")["team"]["asks"])
    asked = ground.ago(dice, 5)
    number = ground.book.add(
        "team_request", project_id=project, person_id=person.id, need_id=need, words=words,
        status=RequestStatus.ASKED, asked_at=asked, answered_at=None, answered_by=None,
    )  # fmt: skip
    ground.book.note(asked, person.id, "asked", "team_request", number)
