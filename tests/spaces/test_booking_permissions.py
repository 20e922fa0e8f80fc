"""Who stands how to a booking: truth tables."""

from collections.abc import Collection
from dataclasses import dataclass

import pytest

from participate.spaces.permissions import may_book_as_keeper, may_change_booking, may_see_booking


@dataclass
class Caller:
    id: int | None
    roles: tuple[tuple[str, str], ...] = ()

    def holds(self, role: str, subject: str | None = None) -> bool:
        return any(held == role and subject in (None, where) for held, where in self.roles)


@dataclass
class Kept:
    keeper_id: int | None = None
    organisation_id: int | None = None
    hub_id: int | None = None


STAFF = (("staff", "hub:3"),)


@pytest.mark.parametrize(
    ("caller", "space", "speaks_for", "may"),
    [
        (Caller(1), Kept(keeper_id=1), (), True),
        (Caller(2), Kept(keeper_id=1), (), False),
        (Caller(None), Kept(), (), False),
        (Caller(2), Kept(organisation_id=7), (7,), True),
        (Caller(2), Kept(organisation_id=7), (8,), False),
        (Caller(2, STAFF), Kept(hub_id=3), (), True),
        (Caller(2, STAFF), Kept(hub_id=4), (), False),
        (Caller(2, STAFF), Kept(keeper_id=1), (), False),  # a neighbour's kitchen is hers
        (Caller(2, (("admin", ""),)), Kept(keeper_id=1), (), False),
    ],
)
def test_whose_booking_needs_nobodys_yes(caller: Caller, space: Kept, speaks_for: Collection[int], may: bool) -> None:
    assert may_book_as_keeper(caller, space, speaks_for) is may


@pytest.mark.parametrize("booked", [True, False])
@pytest.mark.parametrize("looks_after", [True, False])
@pytest.mark.parametrize("in_team", [True, False])
def test_who_sees_a_booking(booked: bool, looks_after: bool, in_team: bool) -> None:
    may = may_see_booking(booked=booked, looks_after=looks_after, in_team=in_team)
    assert may is any((booked, looks_after, in_team))


@pytest.mark.parametrize(
    ("booked", "by_session", "may"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_who_changes_a_booking(booked: bool, by_session: bool, may: bool) -> None:
    assert may_change_booking(booked=booked, by_session=by_session) is may
