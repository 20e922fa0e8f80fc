"""Who may do what with points and funds. Pure predicates."""

from typing import Protocol


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def may_give(caller: Caller, hub_id: int) -> bool:
    """The hub's own staff and admins give its points and its money."""
    return caller.holds("admin") or caller.holds("staff", f"hub:{hub_id}")


def may_read_answers(caller: Caller, hub_id: int, asker_id: int | None) -> bool:
    """Whoever asked, and the hub."""
    return may_give(caller, hub_id) or (asker_id is not None and caller.id == asker_id)
