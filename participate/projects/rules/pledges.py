"""What partners offer a project: once for each need at a time, and only while the project lives."""

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.organisations.words import PledgeKind
from participate.projects.words import NeedKind, NeedStatus

KINDS = {
    NeedKind.PERSON: PledgeKind.TIME,
    NeedKind.SPACE: PledgeKind.SPACE,
    NeedKind.MATERIAL: PledgeKind.MATERIAL,
}


class OfferedAlready(RuleBroken):
    """This partner's offer waits for the team, or was said yes to."""

    message = mark("You offered this already. The team answers within two working days.")


class NeedGone(RuleBroken):
    """It was met, or taken off the list, a moment ago."""

    message = mark("Good news: this need is met already. See what else you could do.")


def check_offer(status: NeedStatus, *, hidden: bool, offered: bool) -> None:
    """Raises NeedGone or OfferedAlready."""
    if status is NeedStatus.MET or hidden:
        raise NeedGone
    if offered:
        raise OfferedAlready
