"""Who may do what with ideas, projects, teams and needs. Pure predicates."""

from typing import Protocol

from participate.projects.words import LEADS, IdeaStatus, TeamPart


class Caller(Protocol):
    """Whoever asks; a stranger's id is None."""

    @property
    def id(self) -> int | None: ...

    def holds(self, role: str, subject: str | None = None) -> bool: ...


def is_staff(caller: Caller) -> bool:
    """Whether this is hub staff or an admin."""
    return caller.holds("staff") or caller.holds("admin")


def may_see_idea(caller: Caller, author_id: int | None, *, hidden: bool) -> bool:
    """Everybody; a hidden one its author and staff."""
    return not hidden or is_staff(caller) or (author_id is not None and caller.id == author_id)


def may_change_idea(caller: Caller, author_id: int | None, status: IdeaStatus) -> bool:
    """Its author alone: nobody puts words into her mouth. Not once it is a project."""
    return status is not IdeaStatus.PROJECT and author_id is not None and caller.id == author_id


def may_answer_idea(caller: Caller, hub_id: int | None, status: IdeaStatus) -> bool:
    """The staff of the hub that has it, staff of any hub where it has none, and admins; not once it is a project."""
    if status is IdeaStatus.PROJECT:
        return False
    if caller.holds("admin"):
        return True
    return caller.holds("staff", f"hub:{hub_id}") if hub_id is not None else caller.holds("staff")


def may_grow_idea(caller: Caller, author_id: int | None, status: IdeaStatus) -> bool:
    """Who may make it a project: its author and staff, once."""
    return may_change_idea(caller, author_id, status) or (is_staff(caller) and status is not IdeaStatus.PROJECT)


def may_see_project(caller: Caller, part: TeamPart | None, *, hidden: bool) -> bool:
    """Everybody; a hidden one its team and staff."""
    return not hidden or part is not None or is_staff(caller)


def may_lead(caller: Caller, part: TeamPart | None, *, elsewhere: bool) -> bool:
    """Who may change a project's page and stage, and answer who would like to help: owner, hosts and staff.
    What was done elsewhere is nobody's.
    """
    return not elsewhere and (part in LEADS or is_staff(caller))


def may_keep_needs(caller: Caller, part: TeamPart | None, *, elsewhere: bool) -> bool:
    """The whole team and staff: whoever helps knows what is lacking."""
    return not elsewhere and (part is not None or is_staff(caller))


def may_give_parts(caller: Caller, part: TeamPart | None, *, elsewhere: bool) -> bool:
    """Who makes hosts and hands the project over: its owner, and staff where she cannot."""
    return not elsewhere and (part is TeamPart.OWNER or is_staff(caller))


def may_decide_safety(caller: Caller, hub_id: int | None, approver_id: int | None, part: TeamPart | None) -> bool:
    """Who says whether people may come to something red: who is named for it, the staff of the project's hub, and
    admins; nobody about a project in whose team she is.
    """
    if part is not None or not is_staff(caller):
        return False
    if caller.holds("admin") or (approver_id is not None and caller.id == approver_id):
        return True
    return caller.holds("staff", f"hub:{hub_id}") if hub_id is not None else caller.holds("staff")


def may_change_reply(caller: Caller, person_id: int) -> bool:
    """Whoever said it, and nobody else; staff hide it."""
    return caller.id == person_id


def may_answer_reply(caller: Caller, author_id: int | None, hub_id: int | None) -> bool:
    """The author of the idea, the staff of its hub (of any where it has none), and admins."""
    if caller.holds("admin") or (author_id is not None and caller.id == author_id):
        return True
    return caller.holds("staff", f"hub:{hub_id}") if hub_id is not None else caller.holds("staff")


def may_see_recipe(caller: Caller, part: TeamPart | None, *, hidden: bool) -> bool:
    """Everybody; a hidden one staff and the team of the project that it was made of."""
    return not hidden or part is not None or is_staff(caller)


def may_write_recipe(caller: Caller, part: TeamPart | None, *, elsewhere: bool) -> bool:
    """Who writes a project down as a recipe: its owner, its hosts and staff."""
    return may_lead(caller, part, elsewhere=elsewhere)


def may_meet_hosts(part: TeamPart | None) -> bool:
    """Whoever looks after a project or hosts it."""
    return part in LEADS
