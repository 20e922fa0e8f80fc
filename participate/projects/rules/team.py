"""Who comes into a team, and how parts change hands."""

from collections.abc import Collection
from datetime import datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.words import RequestStatus, TeamPart

# After a "not now" the team has some peace before the same person asks again.
PAUSE = timedelta(days=30)


class ProjectOver(RuleBroken):
    """Nobody can help with what is over."""

    message = mark("This project has ended. You can start one like it.")


class InTeamAlready(RuleBroken):
    """She asks to join the team that she is in."""

    message = mark("You are in this team already.")


class AskedAlready(RuleBroken):
    """One open request a person and project."""

    message = mark("You have asked already. The team has your words and will answer.")


class AskedLately(RuleBroken):
    """The team said not now, a short while ago."""

    message = mark("The team said “not now” a short while ago. You can ask again in a month. Come once meanwhile.")


class AnsweredAlready(RuleBroken):
    """Somebody else of the team answered, or she took it back."""

    message = mark("This has been answered already, or taken back.")


class NotInTeam(RuleBroken):
    """A part is to be given to somebody who is not in the team."""

    message = mark("This person is not in the team.")


class OwnerStays(RuleBroken):
    """Every project has an owner."""

    message = mark("Every project has somebody who looks after it. Hand it over to one of the team first.")


class NotYourOrganisation(RuleBroken):
    """She names an organisation that she does not speak for."""

    message = mark("You can name an organisation that you speak for. Ask them to add you.")


def check_speaks_for(organisation_id: int | None, spoken_for: Collection[int]) -> None:
    """Raises NotYourOrganisation."""
    if organisation_id is not None and organisation_id not in spoken_for:
        raise NotYourOrganisation


def check_may_ask(*, elsewhere: bool, alive: bool, in_team: bool, not_now_at: datetime | None, now: datetime) -> None:
    """Whether somebody may ask to help. `not_now_at` is when the team last said "not now" to her.

    Raises DoneElsewhere, ProjectOver, InTeamAlready or AskedLately.
    """
    if elsewhere:
        raise DoneElsewhere
    if not alive:
        raise ProjectOver
    if in_team:
        raise InTeamAlready
    if not_now_at is not None and now < not_now_at + PAUSE:
        raise AskedLately


def check_may_answer(status: RequestStatus) -> None:
    """Raises AnsweredAlready."""
    if status is not RequestStatus.ASKED:
        raise AnsweredAlready


def check_part_change(before: TeamPart | None) -> None:
    """Whether somebody's part may change or end. Raises NotInTeam or OwnerStays.

    An owner never just steps down: she hands over, and is a host from then on.
    """
    if before is None:
        raise NotInTeam
    if before is TeamPart.OWNER:
        raise OwnerStays
