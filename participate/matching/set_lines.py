"""What pages say about sets, in a line."""

from datetime import timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from participate.core.clock import local
from participate.core.i18n import and_list, walk_line
from participate.core.words import mark
from participate.matching.models import ProjectSet
from participate.matching.queries.cards import Shown
from participate.matching.queries.sets import Line, Proposal
from participate.matching.words import AskStatus, Facet, Kind, Nearness
from participate.materials.words import Deal
from participate.projects.words import NeedKind

_FITS = {
    Facet.CAN_SHOW: mark("Can show: %(words)s"),
    Facet.LIKES: mark("Likes: %(words)s"),
    Facet.WANTS_TO_LEARN: mark("Would like to learn: %(words)s"),
}
_GOES = mark("Goes with: %(words)s")


def thing_name(shown: Shown, units: int, *, named: bool) -> str:
    """Who or what it is. A person’s first name only where it may be told (`named`)."""
    if shown.kind is Kind.PERSON:
        return shown.card.name if named else _("A neighbour")  # type: ignore[union-attr]
    name: str = shown.card.name  # type: ignore[union-attr]
    return f"{units}\u00a0×\u00a0{name}" if units > 1 else name


def fit_line(shown: Shown) -> str:
    """Why it goes with the need: “Can show: baking bread · about 10 minutes’ walk”."""
    reason = shown.reason
    fits = _(_FITS.get(reason.found, _GOES), words=and_list(list(reason.words)))
    far = walk_line(reason.minutes) if reason.nearness is Nearness.WALK else ""
    return " · ".join(part for part in (fits, far, _("given away") if _is_gift(shown) else "") if part)


def _asked_line(line: Line) -> str:
    if line.kind is NeedKind.PERSON:
        return ngettext("%(num)d is being asked", "%(num)d are being asked", line.asked)
    return ngettext("%(num)d is asked for", "%(num)d are asked for", line.asked)


def has_gift(proposal: Proposal) -> bool:
    """Whether something of the set is given away."""
    return any(_is_gift(shown) for part in proposal.parts for shown, _units in part.things)


def _is_gift(shown: Shown) -> bool:
    return shown.kind is Kind.MATERIAL and shown.card.deal is Deal.GIVE  # type: ignore[union-attr]


def set_line(proposal: Proposal) -> str:
    """The set in one sentence: “2 neighbours, The hub kitchen and 2 × Mixing bowl”."""
    people, things = 0, list[str]()
    for shown, units in (each for part in proposal.parts for each in part.things):
        if shown.kind is Kind.PERSON:
            people += 1
        else:
            things.append(thing_name(shown, units, named=False))
    neighbours = [ngettext("%(num)d neighbour", "%(num)d neighbours", people)] if people else []
    return and_list(neighbours + things)


def session_values(asked: ProjectSet) -> dict[str, str]:
    """What a set settled, as the address of a new session carries it: day, hour, minutes and space. Nobody's name."""
    starts_at = local(asked.starts_at)
    sure = [line for ask in asked.asks if ask.status is AskStatus.YES for line in ask.lines]
    space_id = next((line.space_id for line in sure if line.space_id is not None), None)
    minutes = (asked.ends_at - asked.starts_at) // timedelta(minutes=1)
    values = {"day": starts_at.date().isoformat(), "hour": f"{starts_at:%H:%M}", "length": str(minutes)}
    return values | ({"place": f"space:{space_id}"} if space_id is not None else {})


def standing_line(line: Line) -> str:
    """How one need of a set stands. Nobody’s no is told."""
    sure = [_("%(names)s: sure", names=and_list(list(line.sure)))] if line.sure else []
    asked = [_asked_line(line)] if line.asked else []
    left = [ngettext("%(num)d still open", "%(num)d still open", line.open)] if line.open else []
    return ". ".join(sure + asked + left)
