"""Who may do what with a story, and with what a project leaves behind. Pure."""

from typing import Protocol

from participate.projects.words import TeamPart


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")


def may_tell(caller: Caller, part: TeamPart | None, *, came: bool) -> bool:
    """The team, staff, and whoever came."""
    return part is not None or came or is_staff(caller)


def may_see(caller: Caller, person_id: int | None, *, hidden: bool) -> bool:
    """Everybody; one that is out of sight its writer and staff."""
    return not hidden or is_staff(caller) or (person_id is not None and caller.id == person_id)


def may_change(caller: Caller, person_id: int | None) -> bool:
    """Whoever wrote it, and nobody else: nobody puts words into her mouth. Staff hide what must not stand there."""
    return person_id is not None and caller.id == person_id


def may_take_pack(caller: Caller, part: TeamPart | None, *, elsewhere: bool) -> bool:
    """The owner of a project, and staff where she cannot. What was done elsewhere is nobody's."""
    return not elsewhere and (part is TeamPart.OWNER or is_staff(caller))
