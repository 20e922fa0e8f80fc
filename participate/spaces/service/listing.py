"""A space is offered, changes, is confirmed, hidden and taken away."""

from dataclasses import asdict, dataclass

from participate.accounts import queries as accounts
from participate.accounts import service as roles
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.organisations.rules import Behalf, Spot, stands_until
from participate.organisations.service import confirm, hide_offer, restore_offer
from participate.spaces.models import Space
from participate.spaces.rules import check_address, is_at_home
from participate.spaces.words import SpaceKind

__all__ = ["SpaceFacts", "add", "change", "confirm", "hide", "remove", "restore"]


@dataclass(frozen=True)
class SpaceFacts:
    """What a space's page says. `capacity` in people, `cost_pence` an hour, `private`: at somebody's home."""

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


def add(actor_id: int | None, behalf: Behalf, facts: SpaceFacts, spot: Spot) -> Space:
    """Offer a space in somebody's name for half a year. A person becomes its keeper. Raises HomeHasNoAddress."""
    now = clock.now()
    space = Space(
        **_checked(facts, behalf.keeper_id is not None), **asdict(behalf), **asdict(spot),
        expires_on=stands_until(clock.today()), made_at=now, changed_at=now,
    )  # fmt: skip
    db.session.add(space)
    db.session.flush()
    record(actor_id, "made", "space", space.id)
    if behalf.keeper_id is not None:
        roles.grant(actor_id, accounts.get_person(behalf.keeper_id), Role.KEEPER, f"space:{space.id}")
    return space


def change(actor_id: int | None, space: Space, facts: SpaceFacts, spot: Spot) -> None:
    """Other facts about a space. Raises HomeHasNoAddress."""
    by_person = space.organisation_id is None and space.hub_id is None
    for name, value in (_checked(facts, by_person) | asdict(spot)).items():
        setattr(space, name, value)
    space.changed_at = clock.now()
    record(actor_id, "changed", "space", space.id)
    db.session.flush()


def _checked(facts: SpaceFacts, by_person: bool) -> dict[str, object]:
    at_home = is_at_home(facts.kind, ticked=facts.private, by_person=by_person)
    check_address(facts.address, at_home=at_home)
    return asdict(facts) | {"private": at_home}


def remove(actor_id: int | None, space: Space) -> None:
    """The space is no longer there: its row goes, and its keeper's role with it."""
    space_id, keeper = space.id, accounts.find_person(space.keeper_id)
    record(actor_id, "removed", "space", space_id)
    if keeper is not None:
        roles.revoke(actor_id, keeper, Role.KEEPER, f"space:{space_id}")
    db.session.delete(space)
    db.session.flush()


def hide(actor_id: int | None, space: Space, reason: str) -> None:
    """Take a space off every page, for a reason that its keeper reads."""
    hide_offer(actor_id, space, reason)


def restore(actor_id: int | None, space: Space) -> None:
    """Show a space again."""
    restore_offer(actor_id, space)
