"""Streets, hubs, organisations and spaces."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any

from participate.accounts.words import Role
from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, HubGround, Neighbour, Partner, Room, StreetGround
from participate.demo.making.people import give_role
from participate.organisations.rules import stands_until
from participate.organisations.rules.expiry import STANDS
from participate.organisations.words import OrganisationKind
from participate.spaces.words import SpaceKind

Owner = Neighbour | Partner | HubGround
NOT_FOR_ALL = (SpaceKind.HOME, SpaceKind.DESK, SpaceKind.STREET)


def make_streets(ground: Ground) -> None:
    """The streets of every ward."""
    dice = ground.dice("streets")
    for place, ward in enumerate(ground.wards):
        rows = []
        for name in ward.streets:
            if (ward.id, name) in ground.standing:
                rows.append(ground.standing[ward.id, name])
                continue
            square, homes = ground.square(dice, place), dice.randrange(12, 140)
            number = ground.book.add("street", ward_id=ward.id, name=name, homes=homes, square=square)
            ground.book.note(ground.now - 600 * DAY, None, "made", "street", number)
            rows.append(StreetGround(number, name, square))
        ground.streets[place] = rows


def make_hubs(ground: Ground) -> None:
    """The six hubs and their hours."""
    codes = [ward.code for ward in ground.wards]
    dice = ground.dice("hubs")
    for hub in reading.tables("hubs"):
        ward, hours, name = codes.index(hub["ward"]), reading.hours(hub["hours"]), ground.free(typeset(hub["name"]))
        street = hub["address"].partition(",")[0]
        squares = [known.square for known in ground.streets[ward] if known.name == street]
        square = squares[0] if squares else ground.square(dice, ward)
        number = ground.book.add(
            "hub", name=name, about=typeset(hub["about"]), address=hub["address"], phone=hub["phone"],
            ward_id=ground.wards[ward].id, square=square, step_free=hub["step_free"], toilet=hub["toilet"],
        )  # fmt: skip
        ground.book.note(ground.now - 600 * DAY, None, "made", "hub", number)
        for weekday, (opens, closes) in hours.items():
            ground.book.add("hub_hours", hub_id=number, weekday=weekday, opens=opens, closes=closes)
        ground.hubs.append(HubGround(number, name, ward, square, street, hub["step_free"], hours))


def make_organisations(ground: Ground) -> None:
    """The partners, each with somebody who speaks for it. Beyond the twelve they are named after their street."""
    dice = ground.dice("organisations")
    codes = [ward.code for ward in ground.wards]
    written = reading.tables("organisations")
    names: set[str] = set()
    for number in range(ground.sizes.organisations):
        one = written[number % len(written)]
        first_round = number < len(written)
        ward = codes.index(one["ward"]) if first_round else ground.choose_ward(dice)
        street = ground.street(dice, ward).name
        name = typeset(one["name"]) if first_round else f"{typeset(one['name'])}, {street}"
        if name not in names:
            names.add(name)
            _make_organisation(ground, dice, one, ground.free(name), ward, street)


def _make_organisation(
    ground: Ground, dice: Random, one: Mapping[str, Any], name: str, ward: int, street: str
) -> None:
    square, made = ground.square(dice, ward), ground.ago(dice, 500, 60)
    number = ground.book.add(
        "organisation", name=name, kind=OrganisationKind(one["kind"]), about=typeset(one["about"]),
        offers=typeset(one["offers"]), ward_id=ground.wards[ward].id, square=square, made_at=made,
    )  # fmt: skip
    ground.book.note(made, None, "made", "organisation", number)
    speaker = ground.someone(dice, ward)
    ground.book.add("organisation_member", organisation_id=number, person_id=speaker.id, since=made)
    ground.book.note(made, None, "named speaker", "organisation", number)
    ground.partners.append(Partner(number, name, ward, square, street))


def make_spaces(ground: Ground) -> None:
    """The spaces: a fifth by partners, a fifth by hubs, the rest by residents, spread over all wards."""
    dice = ground.dice("spaces")
    of_partners = list(_candidates("organisation", ground.partners))
    of_hubs = list(_candidates("hub", ground.hubs))
    dice.shuffle(of_partners)
    dice.shuffle(of_hubs)
    fifth = ground.sizes.spaces // 5
    names: set[str] = set()
    for one, owner in (of_partners[:fifth] + of_hubs[:fifth])[: ground.sizes.spaces]:
        _make_space(ground, dice, one, owner, names)
    of_people = [one for one in reading.spaces() if one["of"] == "person"]
    for number in range(ground.sizes.spaces - len(ground.rooms)):
        keeper = ground.member("keeper") if number == 0 else ground.someone(dice, number % len(ground.wards))
        _make_space(ground, dice, of_people[number % len(of_people)], keeper, names)


def _candidates(of: str, owners: Sequence[Partner | HubGround]) -> Iterator[tuple[Mapping[str, Any], Owner]]:
    """Each space of these owners with each owner whose it can be."""
    for one in reading.spaces():
        if one["of"] == of:
            part = typeset(one.get("by", ""))
            yield from ((one, owner) for owner in owners if part in owner.name)


def _make_space(ground: Ground, dice: Random, one: Mapping[str, Any], owner: Owner, names: set[str]) -> None:
    """One space of a partner, a hub or somebody; none when its name is taken in every street there."""
    name, street = _name(ground, dice, one["name"], owner, names)
    if not name:
        return
    kind, keeper = SpaceKind(one["kind"]), owner.id if isinstance(owner, Neighbour) else None
    private = kind.private and keeper is not None
    step_free, toilet = one.get("step_free", True), one.get("toilet", True)
    made = ground.ago(dice, STANDS.days - 5)
    number = ground.book.add(
        "space", name=name, kind=kind, about=typeset(one["about"]), has=typeset(one["has"]),
        capacity=one["capacity"], step_free=step_free, toilet=toilet, quiet=one.get("quiet", False),
        children=one.get("children", False), access_note=typeset(one.get("access_note", "")),
        when_free=typeset(one["when_free"]), house_rules=typeset(reading.lines("notes")["space"]["rules"][kind]),
        cost_pence=one.get("cost_pence", 0), private=private, address="" if private else street,
        ward_id=ground.wards[owner.ward].id, square=owner.square, **whose(owner), **standing(made),
    )  # fmt: skip
    ground.book.note(made, keeper, "made", "space", number)
    if keeper is not None:
        give_role(ground, keeper, Role.KEEPER, f"space:{number}", made)
    for_all = kind not in NOT_FOR_ALL and not private
    hub = owner.id if isinstance(owner, HubGround) else None
    ground.rooms.append(Room(number, kind, owner.ward, owner.square, hub, step_free, toilet, for_all))


def whose(owner: Owner) -> dict[str, int | None]:
    """The three columns of an offer that say in whose name it stands."""
    return {
        "keeper_id": owner.id if isinstance(owner, Neighbour) else None,
        "organisation_id": owner.id if isinstance(owner, Partner) else None,
        "hub_id": owner.id if isinstance(owner, HubGround) else None,
    }


def standing(made: datetime) -> dict[str, Any]:
    """The columns of an offer that say how long it stands."""
    until = stands_until(clock.local(made).date())
    return {"expires_on": until, "asked_on": None, "expired_on": None, "made_at": made, "changed_at": made}


def _name(ground: Ground, dice: Random, pattern: str, owner: Owner, names: set[str]) -> tuple[str, str]:
    """A name that no other space has, and its street; empty when all are taken."""
    streets = [street.name for street in ground.streets[owner.ward]]
    dice.shuffle(streets)
    for street in streets if isinstance(owner, Neighbour) else [owner.street]:
        name = typeset(pattern).format(street=street, green=dice.choice(ground.wards[owner.ward].greens))
        if name not in names:
            names.add(name)
            return name, street
    return "", ""

