"""Who may touch what of a profile. Pure."""

from typing import Protocol


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...


def may_change(caller: Caller, person_id: int) -> bool:
    """Everybody her own lines, times and languages, and nobody else's."""
    return caller.id is not None and caller.id == person_id
