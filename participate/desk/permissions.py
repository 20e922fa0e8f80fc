"""Whose desk it is. Pure."""

from collections.abc import Sequence
from typing import Protocol


class Held(Protocol):
    """A role as these rules see it."""

    @property
    def role(self) -> str: ...

    @property
    def subject(self) -> str: ...


class Caller(Protocol):
    """Whoever asks."""

    @property
    def roles(self) -> Sequence[Held]: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def hub_ids_of(caller: Caller) -> tuple[int, ...] | None:
    """The hubs whose staff she is; None for an admin: all of them."""
    if caller.holds("admin"):
        return None
    subjects = (held.subject.partition(":") for held in caller.roles if held.role == "staff")
    return tuple(sorted({int(number) for kind, _colon, number in subjects if kind == "hub" and number.isdecimal()}))


def may_work_at(caller: Caller, hub_id: int) -> bool:
    """The staff of this hub, and admins."""
    return caller.holds("admin") or caller.holds("staff", f"hub:{hub_id}")


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")
