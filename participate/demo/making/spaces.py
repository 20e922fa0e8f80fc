"""Spaces of partners, hubs and neighbours: when they are open, and where the private ones are."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any

from participate.accounts.words import Role
from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, HubGround, Neighbour, Partner, Room
from participate.demo.making.opening import add_opening, manner_of
from participate.demo.making.people import give_role
from participate.demo.making.venues import Owner, standing, whose
from participate.demo.rules import YEAR
from participate.organisations.rules.expiry import STANDS
from participate.spaces.words import SpaceKind

NOT_FOR_ALL = (SpaceKind.HOME, SpaceKind.DESK, SpaceKind.STREET, SpaceKind.SITE)
OF_THE_KEEPER = "Back garden"  # what the cast's keeper looks after


def make_spaces(ground: Ground) -> None:
    """The spaces: a fifth by partners, a fifth by hubs, the rest by residents, spread over all wards."""
    dice = ground.dice("spaces")
    of_partners = list(_candidates("organisation", ground.partners))
    of_hubs = list(_candidates("hub", ground.hubs))
    dice.shuffle(of_partners)
    dice.shuffle(of_hubs)
    of_partners.sort(key=lambda each: "parts" not in each[0])  # the site with parts is always there
    fifth = ground.sizes.spaces // 5
    names: set[str] = set()
    for one, owner in of_partners[:fifth] + of_hubs[:fifth]:
        if len(ground.rooms) + len(one.get("parts", ())) < ground.sizes.spaces:
            _make_space(ground, dice, one, owner, names)
    of_people = [one for one in reading.spaces() if one["of"] == "person"]
    of_people.sort(key=lambda one: not one["name"].startswith(OF_THE_KEEPER))
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
    """One space of a partner, a hub or somebody, and its parts; none when its name is taken in every street there."""
    name, street = _name(ground, dice, one["name"], owner, names)
    if not name:
        return
    site = _add_space(ground, dice, one, name, street, owner)
    for part in one.get("parts", ()):
        within = _part_name(part["name"], name)
        _add_space(ground, dice, {"when_free": one["when_free"]} | part, within, street, owner, site)


def _part_name(part: str, site: str) -> str:
    """ "Meadow at the Marsh growing site" """
    whole = site.partition(",")[0]
    return f"{typeset(part)} at {whole[:1].lower()}{whole[1:]}"


def _add_space(
    ground: Ground, dice: Random, one: Mapping[str, Any], name: str, street: str, owner: Owner,
    site: int | None = None,
) -> int:  # fmt: skip
    kind, keeper = SpaceKind(one["kind"]), owner.id if isinstance(owner, Neighbour) else None
    private, hub = kind.private and keeper is not None, owner if isinstance(owner, HubGround) else None
    manner = manner_of(ground, one, name, hub, public=keeper is None)
    step_free, toilet = one.get("step_free", True), one.get("toilet", True)
    said = ground.ago(dice, STANDS.days - 5)  # that it still stands
    made = _since(ground, name, said)
    number = ground.book.add(
        "space", name=name, kind=kind, about=typeset(one["about"]), has=typeset(one["has"]),
        capacity=one["capacity"], step_free=step_free, toilet=toilet, quiet=one.get("quiet", False),
        children=one.get("children", False), access_note=typeset(one.get("access_note", "")),
        when_free=typeset(one["when_free"]), house_rules=typeset(reading.lines("notes")["space"]["rules"][kind]),
        cost_pence=one.get("cost_pence", 0), private=private, address="" if private else street, site_id=site,
        ward_id=ground.wards[owner.ward].id, square=owner.square, **manner.columns, **whose(owner),
        **standing(said) | {"made_at": made},
    )  # fmt: skip
    ground.book.note(made, keeper, "made", "space", number)
    if keeper is not None:
        give_role(ground, keeper, Role.KEEPER, f"space:{number}", made)
    if private:
        words = dice.choice(reading.lines("bookings")["home"]["words"])
        ground.book.add("home_address", space_id=number, words=typeset(words).format(street=street))
    add_opening(ground, number, manner.opening)
    ground.rooms.append(Room(
        number, kind, owner.ward, owner.square, hub.id if hub else None, step_free, toilet,
        kind not in NOT_FOR_ALL and not private, name, one["capacity"], _answerer(ground, owner), manner.opening,
        manner.mode, manner.before, manner.after, manner.least, manner.most, clock.local(made).date(),
    ))  # fmt: skip
    return number


def _since(ground: Ground, name: str, said: datetime) -> datetime:
    """When it was first offered: in a history, half of them before it begins and the others by and by."""
    if not ground.years:
        return said
    part = max(0.0, 2 * ground.dice(f"opened {name}").random() - 1)
    return said - (1 - part) * ground.years * YEAR * DAY


def _answerer(ground: Ground, owner: Owner) -> int:
    """Who says yes or no: the keeper, who speaks for the partner, or somebody of the hub."""
    if isinstance(owner, Partner):
        return owner.speaker
    return owner.id if isinstance(owner, Neighbour) else ground.staff[owner.id][-1]


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
