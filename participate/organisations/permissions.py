"""Who may do what to an organisation, and to whatever is offered. Pure."""

from collections.abc import Collection
from typing import Protocol

from participate.organisations.rules import Behalf
from participate.organisations.words import Standing

STAFF, ADMIN = "staff", "admin"


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


class Offer(Protocol):
    """Something offered in the name of a person, an organisation or a hub."""

    @property
    def keeper_id(self) -> int | None: ...

    @property
    def organisation_id(self) -> int | None: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds(STAFF) or caller.holds(ADMIN)


def may_add_organisation(caller: Caller) -> bool:
    """Staff bring partners in."""
    return is_staff(caller)


def may_change_organisation(caller: Caller, organisation_id: int, speaks_for: Collection[int]) -> bool:
    """Those who speak for it, and staff."""
    return is_staff(caller) or organisation_id in speaks_for


def may_name_speakers(caller: Caller) -> bool:
    """Staff say who speaks for a partner; partners do not name each other's people."""
    return is_staff(caller)


def may_offer(caller: Caller, behalf: Behalf, speaks_for: Collection[int]) -> bool:
    """Everybody in her own name; in an organisation's who speaks for it; in a hub's its own staff."""
    if behalf.keeper_id is not None:
        return behalf.keeper_id == caller.id
    if behalf.organisation_id is not None:
        return is_staff(caller) or behalf.organisation_id in speaks_for
    return caller.holds(ADMIN) or caller.holds(STAFF, f"hub:{behalf.hub_id}")


def may_see(caller: Caller, offer: Offer, standing: Standing, speaks_for: Collection[int]) -> bool:
    """Everybody while it is shown; afterwards only who looks after it."""
    return standing is Standing.SHOWN or may_look_after(caller, offer, speaks_for)


def may_look_after(caller: Caller, offer: Offer, speaks_for: Collection[int]) -> bool:
    """Its keeper, those who speak for its organisation, and staff."""
    own = offer.keeper_id is not None and offer.keeper_id == caller.id
    return own or is_staff(caller) or offer.organisation_id in speaks_for
