"""Streets, hubs and organisations."""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, HubGround, Neighbour, Partner, StreetGround
from participate.demo.rules import YEAR
from participate.organisations.rules import stands_until
from participate.organisations.words import OrganisationKind

Owner = Neighbour | Partner | HubGround


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


def _make_organisation(ground: Ground, dice: Random, one: Mapping[str, Any], name: str, ward: int, street: str) -> None:
    square, made = ground.square(dice, ward), ground.ago(dice, 500, 60) - ground.years * YEAR * DAY
    number = ground.book.add(
        "organisation", name=name, kind=OrganisationKind(one["kind"]), about=typeset(one["about"]),
        offers=typeset(one["offers"]), ward_id=ground.wards[ward].id, square=square, made_at=made,
    )  # fmt: skip
    ground.book.note(made, None, "made", "organisation", number)
    speaker = ground.someone(dice, ward)
    ground.book.add("organisation_member", organisation_id=number, person_id=speaker.id, since=made)
    ground.book.note(made, None, "named speaker", "organisation", number)
    ground.partners.append(Partner(number, name, ward, square, street, speaker.id))


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
