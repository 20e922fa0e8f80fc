"""Who may do what beside the figures. Pure predicates."""

from typing import Protocol


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def may_tag(caller: Caller) -> bool:
    """Hub staff and admins know what a project works towards."""
    return caller.holds("staff") or caller.holds("admin")


def may_answer(caller: Caller, writer_id: int | None) -> bool:
    """Only whoever told the story."""
    return writer_id is not None and caller.id == writer_id


def sees_figures(caller: Caller) -> bool:
    """Officers and admins have the pages of the figures."""
    return caller.holds("officer") or caller.holds("admin")
