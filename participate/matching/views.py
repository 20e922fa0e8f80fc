"""“For you”: what goes with what she likes and can show."""

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page
from participate.matching import lines, queries
from participate.matching.rules import KINDS_FOR_PERSON
from participate.matching.words import Kind
from participate.places import here
from participate.places import queries as places
from participate.profiles import queries as profiles
from participate.sessions import queries as sessions

blueprint = Blueprint("matching", __name__)
blueprint.add_app_template_global(lines.reason_line)
blueprint.add_app_template_global(lines.suggestion_url)
A_PAGE = 12
MOST_PLAIN = 6


@blueprint.get("/for-you")
@open_to(residents)
def for_you() -> Response:
    """My suggestions, each with its reason; where there is none, the nearest easy first step."""
    place, kind = here.find(), _asked_kind()
    postings = profiles.list_shown(current_user.id)
    found = queries.suggestions_for_person(current_user.id, place, postings)
    page = found.page(asked_page(), kind, A_PAGE)
    return show(
        "matching/for_you.html",
        "matching/_found.html",
        postings=postings,
        found=found,
        page=page,
        tabs=_tabs(found, kind),
        values={"kind": kind.value} if kind else {},
        plain=_plain(place, found.ready) if not page.total else [],
    )


def _asked_kind() -> Kind | None:
    """The tab in `?kind=`; anything else is all."""
    return next((kind for kind in KINDS_FOR_PERSON if kind.value == request.args.get("kind")), None)


def _tabs(found: queries.Found, kind: Kind | None) -> list[tuple[str, str, bool]]:
    """Words with their number, address, and whether it is this one."""
    tabs = [(f"{_('All')} {len(found.suggestions)}", url_for("matching.for_you"), kind is None)]
    for each in KINDS_FOR_PERSON:
        words = f"{_(each.plural)} {found.count(each)}"
        tabs.append((words, url_for("matching.for_you", kind=each.value), each is kind))
    return tabs


def _plain(place: here.Here, ready: bool) -> list[sessions.SessionCard]:
    """What is near and soon: the nearest easy first step, or, until the index is there, this week's list."""
    near = places.wards_near(place.ward_id) if place.ward_id is not None else []
    if ready:
        return sessions.list_easy_near(near, place.square)
    return list(sessions.list_this_week(near, size=MOST_PLAIN).items)
