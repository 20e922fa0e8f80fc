"""Who may do what with an account. Pure."""

from typing import Protocol


class Holder(Protocol):
    """A person as these rules see her."""

    id: int | None
    is_authenticated: bool

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def may_end_sign_in(person: Holder, owner_id: int) -> bool:
    """Only one's own sign-ins."""
    return person.is_authenticated and person.id == owner_id


def may_grant(person: Holder) -> bool:
    """Roles of hubs, officers and admins are given by admins alone."""
    return person.holds("admin")


def may_look_after(caller: Holder, *, hub_id: int | None, entered: bool, reached: bool) -> bool:
    """Staff act for those whom no e-mail and no text reaches, or whom a hub wrote down: the staff of her hub, any
    staff where she has none, and admins. Whoever is reached and has an account acts for herself.
    """
    if not entered and reached:
        return False
    if caller.holds("admin"):
        return True
    return caller.holds("staff", f"hub:{hub_id}") if hub_id is not None else caller.holds("staff")


def may_end_tablet(caller: Holder, hub_id: int) -> bool:
    """The staff of the hub where it stands, and admins."""
    return caller.holds("admin") or caller.holds("staff", f"hub:{hub_id}")


def may_read_record(caller: Holder, caller_id: int | None, person_id: int) -> bool:
    """What the hub has seen of a host: herself and staff."""
    return caller_id == person_id or caller.holds("staff") or caller.holds("admin")


def may_note_record(caller: Holder, caller_id: int | None, person_id: int) -> bool:
    """Staff note it, of anybody but themselves."""
    return caller_id != person_id and (caller.holds("staff") or caller.holds("admin"))
