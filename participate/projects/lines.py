"""What pages say about a project, in a line."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from participate.core.i18n import and_list
from participate.projects.queries import Mate
from participate.projects.rules.weeks import WeekWords
from participate.projects.words import TRACK, Stage, TeamPart

MOST_NAMED = 4


def who_line(team: Sequence[Mate]) -> str:
    """“Amina started it. Bilal and Grace host it. Yusuf and 5 more neighbours help.”"""
    names = {part: [mate.first_name for mate in team if mate.part is part] for part in TeamPart}
    said = []
    if names[TeamPart.OWNER]:
        said.append(_("%(names)s looks after it.", names=and_list(names[TeamPart.OWNER])))
    if hosts := names[TeamPart.HOST]:
        said.append(ngettext("%(names)s hosts it.", "%(names)s host it.", len(hosts), names=_some(hosts)))
    if helpers := names[TeamPart.HELPER]:
        said.append(ngettext("%(names)s helps.", "%(names)s help.", len(helpers), names=_some(helpers)))
    return " ".join(said)


def _some(names: list[str]) -> str:
    """All names, or the first few and how many more."""
    more = len(names) - MOST_NAMED
    if more < 2:
        return and_list(names)
    return and_list([*names[:MOST_NAMED], ngettext("%(num)d more neighbour", "%(num)d more neighbours", more)])


def answerer_name(team: Sequence[Mate]) -> str:
    """Who answers whoever would like to help: the owner, else a host; "" where there is neither."""
    return next((mate.first_name for mate in team if mate.part is not TeamPart.HELPER), "")


def stage_steps(stage: Stage) -> tuple[list[str], int]:
    """The steps of the track on a project's page, and which of them is now."""
    steps = [*TRACK, Stage.HANDED_OVER if stage in TRACK else stage]
    return [_(each.label) for each in steps], steps.index(stage)


def credit_line(author: str, adders: Sequence[str]) -> str:
    """“Amina’s idea; Bilal and Chidi added to it.” Either may be gone."""
    others = list(adders)
    if author and others:
        return _("%(author)s’s idea; %(names)s added to it.", author=author, names=_some(others))
    if author:
        return _("%(author)s’s idea.", author=author)
    return _("A neighbour’s idea; %(names)s added to it.", names=_some(others)) if others else _("A neighbour’s idea.")


def week_lines(weeks: Sequence[WeekWords]) -> list[str]:
    """The four weekly lines in the language of whoever starts."""
    return [_(week.words, **week.facts) for week in weeks]
