"""A project under a mission moves from inspiration through a prototype to tested, a step at a time."""

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.missions.words import MissionStage

_ORDER = list(MissionStage)


class NotTheNextStage(RuleBroken):
    """A stage was left out."""

    message = mark("One step at a time: inspiration, then a prototype, then tested. You can also go one step back.")


class NothingLearnt(RuleBroken):
    """Tested, and nothing is said of what it taught."""

    message = mark("Say what you learnt: that is what the next team reads.")


class NobodyCame(RuleBroken):
    """Tested means that neighbours came."""

    message = mark("Tested means that neighbours came to a session and were counted. Nobody has been counted yet.")


def moves_from(stage: MissionStage) -> list[MissionStage]:
    """Where a project may stand after `stage`: it stays, or goes one step on or back."""
    at = _ORDER.index(stage)
    return _ORDER[max(0, at - 1) : at + 2]


def check_stage(now: MissionStage, then: MissionStage, learnt: str, *, somebody_came: bool) -> None:
    """Raises NotTheNextStage, NothingLearnt or NobodyCame."""
    if then not in moves_from(now):
        raise NotTheNextStage
    if then is MissionStage.TESTED and not learnt:
        raise NothingLearnt
    if then is MissionStage.TESTED and not somebody_came:
        raise NobodyCame
