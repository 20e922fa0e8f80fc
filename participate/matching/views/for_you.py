"""“For you”: what goes with what she likes and can show."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import asked_page
from participate.matching import queries
from participate.matching.forms import AccessForm
from participate.matching.queries.answers import Answers, answers_of
from participate.matching.queries.asks import find_waiting_ask
from participate.matching.queries.things import names_of
from participate.matching.rules import KINDS_FOR_PERSON
from participate.matching.service.showing import note_page
from participate.matching.words import Because, Kind
from participate.places import here
from participate.places import queries as places
from participate.profiles import queries as profiles
from participate.sessions import queries as sessions

A_PAGE = 12
MOST_PLAIN = 6


@dataclass(frozen=True)
class Done:
    """What she has just answered to which thing. `at` is its place on the page, None where the page is a new one."""

    kind: Kind
    id: int
    name: str
    because: Because | None
    at: int | None = None


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/for-you", "for_you", for_you)


@open_to(residents)
def for_you() -> Response:
    """My suggestions, each with its reason; where there is none, the nearest easy first step."""
    said = answers_of(current_user.id)
    return page_of(said, _done(said))


def page_of(said: Answers, done: Done | None) -> Response:
    """The page as it is now, and what she has just `done`."""
    place, kind, access = here.find(), asked_kind(), AccessForm(formdata=request.args)
    postings = profiles.list_shown(current_user.id)
    found = queries.suggestions_for_person(current_user.id, place, postings, answers=said, access=access.bits)
    page = found.page(asked_page(), kind, A_PAGE)
    note_page(current_user.id, (one.group for one in found.suggestions), (one.group for one in page.items))
    return show(
        "matching/for_you.html",
        "matching/_found.html",
        postings=postings,
        asked=find_waiting_ask(current_user.id),
        used=[each for each in postings if f"posting:{each.id}" not in said.off],
        found=found,
        page=page,
        said=said,
        done=done,
        tabs=_tabs(found, kind, access.values),
        access=access,
        values=asked_values(),
        plain=_plain(place, found.ready) if not page.total else [],
    )


def asked_kind() -> Kind | None:
    """The tab in `?kind=`; anything else is all."""
    return next((kind for kind in KINDS_FOR_PERSON if kind.value == request.args.get("kind")), None)


def asked_values() -> dict[str, str]:
    """The tab that is open and what a place must have, for addresses that lead back to it."""
    kind = asked_kind()
    return ({"kind": kind.value} if kind else {}) | AccessForm(formdata=request.args).values


def _done(said: Answers) -> Done | None:
    """What she answered just before this page, from `?answered=`; None where that is no answer of hers."""
    subject = request.args.get("answered", "")
    if subject not in said.no and subject not in said.more:
        return None
    named = names_of([subject]).get(subject)
    return Done(named.kind, named.id, named.name, said.no.get(subject)) if named else None


def _tabs(found: queries.Found, kind: Kind | None, access: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Words with their number, address, and whether it is this one."""
    tabs = [(f"{_('All')} {len(found.suggestions)}", url_for("matching.for_you", **access), kind is None)]
    for each in KINDS_FOR_PERSON:
        words = f"{_(each.plural)} {found.count(each)}"
        tabs.append((words, url_for("matching.for_you", kind=each.value, **access), each is kind))
    return tabs


def _plain(place: here.Here, ready: bool) -> list[sessions.SessionCard]:
    """What is near and soon: the nearest easy first step, or, until the index is there, this week's list."""
    near = places.wards_near(place.ward_id) if place.ward_id is not None else []
    if ready:
        return sessions.list_easy_near(near, place.square)
    return list(sessions.list_this_week(near, size=MOST_PLAIN).items)
