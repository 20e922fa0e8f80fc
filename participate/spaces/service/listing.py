"""A space is offered, changes and is taken away."""

from dataclasses import asdict, dataclass
from typing import Any

from participate.accounts import queries as accounts
from participate.accounts import service as roles
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import Behalf, Spot, stands_until
from participate.spaces import queries
from participate.spaces.models import Space
from participate.spaces.rules import check_kind, check_lengths, check_no_longer_home, is_at_home
from participate.spaces.service import sites
from participate.spaces.words import BookingMode, SpaceKind

__all__ = ["SpaceFacts", "add", "add_part", "change", "remove"]


@dataclass(frozen=True)
class SpaceFacts:
    """What a space's page says. `capacity` in people, `cost_pence` an hour, `private`: at somebody's home, and then
    `address` is kept apart. Minutes are held `before` and `after` a booking. A part takes its site's place.
    """

    kind: SpaceKind
    name: str
    capacity: int
    about: str = ""
    has: str = ""
    step_free: bool = False
    toilet: bool = False
    quiet: bool = False
    children: bool = False
    access_note: str = ""
    when_free: str = ""
    house_rules: str = ""
    cost_pence: int = 0
    private: bool = False
    address: str = ""
    mode: BookingMode = BookingMode.ASK
    before: int = 0
    after: int = 0
    least_minutes: int = 30
    most_minutes: int = 480
    ahead_days: int = 183


def add(actor_id: int | None, behalf: Behalf, facts: SpaceFacts, spot: Spot) -> Space:
    """Offer a space in somebody's name for half a year. A person becomes its keeper. Raises LeastOverMost."""
    at_home = is_at_home(facts.kind, ticked=facts.private, by_person=behalf.keeper_id is not None)
    space = Space(
        **_columns(facts, at_home), **asdict(behalf), **asdict(spot), expires_on=stands_until(clock.today()),
        made_at=clock.now(), changed_at=clock.now(),
    )  # fmt: skip
    _enter(actor_id, space)
    sites.keep_address(space, facts.address)
    return space


def add_part(actor_id: int | None, site: Space, facts: SpaceFacts) -> Space:
    """Offer a part of a site, in the same name and at the same place. Raises LeastOverMost."""
    whose = {name: getattr(site, name) for name in ("keeper_id", "organisation_id", "hub_id", "expires_on")}
    part = Space(**_columns(facts, site.at_home), **whose, site_id=site.id, made_at=clock.now(), changed_at=clock.now())
    _enter(actor_id, part)
    sites.put_at_site(part, site)
    return part


def _enter(actor_id: int | None, space: Space) -> None:
    db.session.add(space)
    db.session.flush()
    record(actor_id, "made", "space", space.id)
    if space.keeper_id is not None:
        roles.grant(actor_id, accounts.get_person(space.keeper_id), Role.KEEPER, f"space:{space.id}")


def change(actor_id: int | None, space: Space, facts: SpaceFacts, spot: Spot) -> None:
    """Other facts about a space; a part stays where its site is. Raises LeastOverMost, HasParts or WasAHome."""
    check_kind(facts.kind, parts=queries.count_parts(space.id))
    if space.site is not None:
        _set(space, _columns(facts, space.site.at_home))
        sites.put_at_site(space, space.site)
    else:
        by_person = space.organisation_id is None and space.hub_id is None
        at_home = is_at_home(facts.kind, ticked=facts.private, by_person=by_person)
        if space.at_home and not at_home:
            check_no_longer_home(facts.address, kept=queries.find_home_address(space))
        _set(space, _columns(facts, at_home) | asdict(spot))
        sites.keep_address(space, facts.address)
        sites.move_parts(actor_id, space)
    record(actor_id, "changed", "space", space.id)
    db.session.flush()


def _set(space: Space, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(space, name, value)
    space.changed_at = clock.now()


def _columns(facts: SpaceFacts, at_home: bool) -> dict[str, Any]:
    """The facts as columns: the address of a home is none of them. Raises LeastOverMost."""
    check_lengths(facts.least_minutes, facts.most_minutes)
    return asdict(facts) | {"private": at_home, "address": "" if at_home else facts.address}


def remove(actor_id: int, space: Space, reason: str = "") -> None:
    """The space is no longer there, nor are its parts; who had it to come hears that it is off, and why."""
    sites.take_away(actor_id, space, reason)
