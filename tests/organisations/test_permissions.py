"""Who may do what: the truth tables."""

from dataclasses import dataclass, field

import pytest

from participate.organisations.permissions import (
    may_add_organisation,
    may_change_organisation,
    may_look_after,
    may_name_speakers,
    may_offer,
    may_see,
)
from participate.organisations.rules import Behalf
from participate.organisations.words import Standing

KEEPER, PARTNER = 1, 5


@dataclass
class Caller:
    id: int | None
    roles: set[tuple[str, str]] = field(default_factory=set)

    def holds(self, role: str, subject: str | None = None) -> bool:
        return any(held == role and subject in (None, of) for held, of in self.roles)


@dataclass
class Offer:
    keeper_id: int | None = None
    organisation_id: int | None = None


STRANGER, NEIGHBOUR, OWNER = Caller(None), Caller(2), Caller(KEEPER)
STAFF, ADMIN = Caller(3, {("staff", "hub:1")}), Caller(4, {("admin", "")})
OFFICER = Caller(6, {("officer", "")})
SPEAKS, SILENT = frozenset({PARTNER}), frozenset()


@pytest.mark.parametrize(
    ("caller", "speaks_for", "offer", "may"),
    [
        (STRANGER, SILENT, Offer(), False),  # nobody's offer is not a stranger's, though neither has an id
        (STRANGER, SILENT, Offer(KEEPER), False),
        (NEIGHBOUR, SILENT, Offer(KEEPER), False),
        (OWNER, SILENT, Offer(KEEPER), True),
        (NEIGHBOUR, SPEAKS, Offer(KEEPER), False),
        (NEIGHBOUR, SPEAKS, Offer(None, PARTNER), True),
        (NEIGHBOUR, SPEAKS, Offer(None, PARTNER + 1), False),
        (OFFICER, SILENT, Offer(KEEPER), False),
        (STAFF, SILENT, Offer(KEEPER), True),
        (ADMIN, SILENT, Offer(None, PARTNER), True),
    ],
)
def test_who_looks_after_an_offer(caller: Caller, speaks_for: frozenset[int], offer: Offer, may: bool) -> None:
    assert may_look_after(caller, offer, speaks_for) is may


@pytest.mark.parametrize("standing", list(Standing))
@pytest.mark.parametrize(("caller", "always"), [(STRANGER, False), (NEIGHBOUR, False), (OWNER, True), (STAFF, True)])
def test_who_sees_an_offer(caller: Caller, always: bool, standing: Standing) -> None:
    assert may_see(caller, Offer(KEEPER), standing, SILENT) is (always or standing is Standing.SHOWN)


@pytest.mark.parametrize(
    ("caller", "speaks_for", "behalf", "may"),
    [
        (OWNER, SILENT, Behalf(keeper_id=KEEPER), True),
        (NEIGHBOUR, SILENT, Behalf(keeper_id=KEEPER), False),
        (ADMIN, SILENT, Behalf(keeper_id=KEEPER), False),
        (NEIGHBOUR, SILENT, Behalf(organisation_id=PARTNER), False),
        (NEIGHBOUR, SPEAKS, Behalf(organisation_id=PARTNER), True),
        (STAFF, SILENT, Behalf(organisation_id=PARTNER), True),
        (NEIGHBOUR, SPEAKS, Behalf(hub_id=1), False),
        (STAFF, SILENT, Behalf(hub_id=1), True),
        (STAFF, SILENT, Behalf(hub_id=2), False),
        (ADMIN, SILENT, Behalf(hub_id=2), True),
    ],
)
def test_in_whose_name_one_may_offer(caller: Caller, speaks_for: frozenset[int], behalf: Behalf, may: bool) -> None:
    assert may_offer(caller, behalf, speaks_for) is may


@pytest.mark.parametrize(
    ("caller", "speaks_for", "change", "name"),
    [
        (STRANGER, SILENT, False, False),
        (NEIGHBOUR, SILENT, False, False),
        (NEIGHBOUR, SPEAKS, True, False),
        (OFFICER, SILENT, False, False),
        (STAFF, SILENT, True, True),
        (ADMIN, SILENT, True, True),
    ],
)
def test_who_keeps_an_organisation(caller: Caller, speaks_for: frozenset[int], change: bool, name: bool) -> None:
    assert may_change_organisation(caller, PARTNER, speaks_for) is change
    assert may_name_speakers(caller) is name
    assert may_add_organisation(caller) is name
