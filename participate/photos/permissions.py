"""Who may see a photo, change its words and take it away. Pure."""

from typing import Protocol

from participate.photos.words import PhotoStatus


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")


def may_see(
    caller: Caller, status: PhotoStatus, person_id: int | None, *, out_of_sight: bool, looks_after: bool = False
) -> bool:
    """Everybody while it is shown; before that and while it is out of sight its uploader, who looks after what it
    shows, and staff; a draft only its uploader; what was taken down nobody.
    """
    own = person_id is not None and caller.id == person_id
    if status is PhotoStatus.TAKEN_DOWN:
        return False
    if status is PhotoStatus.DRAFT:
        return own
    return (status is PhotoStatus.SHOWN and not out_of_sight) or own or looks_after or is_staff(caller)


def may_say(caller: Caller, person_id: int | None) -> bool:
    """Whoever sent it says what it shows, and staff."""
    return (person_id is not None and caller.id == person_id) or is_staff(caller)


def may_take_away(caller: Caller, person_id: int | None, *, looks_after: bool) -> bool:
    """Whoever sent it, who looks after what it shows, and staff."""
    return looks_after or may_say(caller, person_id)
