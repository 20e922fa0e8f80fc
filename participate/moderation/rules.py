"""Rules of reporting and deciding. Pure."""

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.moderation.words import ReportStatus


class OwnThing(RuleBroken):
    """Nobody decides about a thing of her own, or about her own report."""

    message = mark("This is yours, or you reported it. A colleague has to decide.")


class AlreadyDecided(RuleBroken):
    """Somebody was quicker."""

    message = mark("A colleague has decided this already.")


class NotHidden(RuleBroken):
    """Only what is hidden can be shown again."""

    message = mark("This is not hidden.")


def check_decision(status: ReportStatus, actor_id: int, concerned: set[int | None]) -> None:
    """Whether `actor_id` may decide a report of this status; `concerned` are its author and its reporters.

    Raises AlreadyDecided or OwnThing.
    """
    if status is not ReportStatus.OPEN:
        raise AlreadyDecided
    if actor_id in concerned:
        raise OwnThing


def check_restore(hidden: bool, actor_id: int, author_id: int | None) -> None:
    """Whether `actor_id` may show a thing again. Raises NotHidden or OwnThing."""
    if not hidden:
        raise NotHidden
    if actor_id == author_id:
        raise OwnThing
