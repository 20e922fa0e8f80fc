"""Where can we help? The open needs, across the borough, that fit what a partner has."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page
from participate.matching import queries as matching
from participate.materials import queries as materials
from participate.missions import queries as missions
from participate.organisations import queries
from participate.organisations.views._hands import mine
from participate.organisations.words import PledgeKind
from participate.projects import queries as projects
from participate.spaces import queries as spaces

MOST_FITTING = 12
MOST_THINGS = 40
MOST_MISSIONS = 4
KINDS = ("person", "space", "material")


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/organisations/<int:organisation_id>/help", "help", help_out)


@dataclass(frozen=True)
class Fit:
    """An open need, and the partner's own words for which it is shown."""

    need: projects.NeedCard
    words: tuple[str, ...]


@open_to(residents)
def help_out(organisation_id: int) -> Response:
    """What fits us first, then all that neighbours look for."""
    found = mine(organisation_id)
    asked = request.args.get("kind", "")
    kind = asked if asked in KINDS else ""
    fitting = _fitting(found, kind)
    page = projects.list_needs_of_kind(kind, asked_page())
    return show(
        "organisations/help.html", organisation=found, fitting=fitting, page=page, kind=kind, kinds=KINDS,
        missions=missions.list_open(MOST_MISSIONS) if page.number == 1 and not kind else [],
    )  # fmt: skip


def _fitting(partner: queries.Organisation, kind: str) -> Sequence[Fit]:
    """The needs of the projects that go with what the partner has, best first. Nothing while the index is built."""
    said = queries.offered_words(partner.id)
    things = [card.name for card in materials.list_of_organisation(partner.id, MOST_THINGS)]
    rooms = [card.name for card in spaces.list_of_organisation(partner.id, MOST_THINGS)]
    things += [words for of, words in said if of is PledgeKind.MATERIAL]
    rooms += [words for of, words in said if of is PledgeKind.SPACE]
    can = [words for of, words in said if of in (PledgeKind.TIME, PledgeKind.SKILL)]
    found = matching.projects_that_need(can=can, spaces=rooms, things=things, offers=partner.offers)
    needs = projects.list_open_of({each.project_id for each in found})
    best = [
        Fit(need, each.words)
        for each in found
        for need in needs.get(each.project_id, [])
        if need.kind in (each.kinds or KINDS) and kind in ("", need.kind)
    ]
    return best[:MOST_FITTING]
