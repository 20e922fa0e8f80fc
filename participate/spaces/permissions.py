"""Who may see where a space is, and who stands how to a booking. Pure.

(Who may change a space and answer for it: `organisations.permissions.may_look_after`.)
"""

from collections.abc import Collection
from typing import Protocol


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


class Kept(Protocol):
    """A space, and in whose name it is offered."""

    @property
    def keeper_id(self) -> int | None: ...

    @property
    def organisation_id(self) -> int | None: ...

    @property
    def hub_id(self) -> int | None: ...


def may_see_address(*, at_home: bool, looks_after: bool) -> bool:
    """A public room's address is everybody's; a home's only its own people's, and staff's."""
    return not at_home or looks_after


def may_book_as_keeper(caller: Caller, space: Kept, speaks_for: Collection[int]) -> bool:
    """Whose booking needs nobody's yes: its keeper's, who speaks for its organisation, the staff of its hub. Other
    staff ask like everybody: a neighbour's kitchen is hers.
    """
    own = space.keeper_id is not None and space.keeper_id == caller.id
    hubs = space.hub_id is not None and caller.holds("staff", f"hub:{space.hub_id}")
    return own or hubs or (space.organisation_id is not None and space.organisation_id in speaks_for)


def may_see_booking(*, booked: bool, looks_after: bool, in_team: bool) -> bool:
    """Whoever booked, whoever looks after the space, and the team of the project that it is for."""
    return booked or looks_after or in_team


def may_change_booking(*, booked: bool, by_session: bool) -> bool:
    """Whoever booked moves it and gives it up; one of a session goes with its session."""
    return booked and not by_session
