"""Where short links lead, and how often they were followed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import case, func, select

from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of_rows
from participate.paper.models import LinkDay
from participate.paper.rules.codes import Target
from participate.paper.words import Channel, LinkKind
from participate.places.models import Street, Ward
from participate.projects import queries as projects
from participate.projects.models import Recipe
from participate.sessions import queries as sessions

RECENT = timedelta(days=30)
Destination = tuple[str, dict[str, object]]  # an endpoint and its values


@dataclass(frozen=True)
class ChannelCount:
    """How often the links of a channel were followed: in the last 30 days, and ever."""

    channel: Channel
    recent: int
    ever: int


@dataclass(frozen=True)
class LinkCount:
    """How often one link was followed, and when last. `name` is empty for a thing that is hidden or gone."""

    target: Target
    name: str
    hits: int
    last: date


def list_channels() -> list[ChannelCount]:
    """Every channel with its counts. One statement."""
    since = clock.today() - RECENT
    recent = func.sum(case((LinkDay.day > since, LinkDay.hits), else_=0))
    rows = db.session.execute(select(LinkDay.channel, recent, func.sum(LinkDay.hits)).group_by(LinkDay.channel))
    found = {channel: (int(lately), int(ever)) for channel, lately, ever in rows}
    return [ChannelCount(channel, *found.get(channel, (0, 0))) for channel in Channel]


def list_links(number: int) -> Page[LinkCount]:
    """The links that were ever followed, the most followed first. At most seven statements."""
    hits, last = func.sum(LinkDay.hits), func.max(LinkDay.day)
    of_link = (LinkDay.kind, LinkDay.thing_id, LinkDay.channel)
    query = select(*of_link, hits.label("hits"), last.label("last")).group_by(*of_link).order_by(hits.desc(), *of_link)
    page = page_of_rows(query, number)
    names = _names([(row.kind, row.thing_id) for row in page.items])
    items = [
        LinkCount(
            Target(row.kind, row.thing_id, row.channel),
            names.get((row.kind, row.thing_id), ""),
            int(row.hits),
            row.last,
        )
        for row in page.items
    ]
    return Page(items, page.number, page.size, page.total)


def _names(things: Sequence[tuple[LinkKind, int]]) -> dict[tuple[LinkKind, int], str]:
    """The names of those things that everybody may see."""
    ids = {kind: {thing_id for each, thing_id in things if each is kind} for kind in LinkKind}
    found: dict[tuple[LinkKind, int], str] = {}
    for kind, cards in (
        (LinkKind.SESSION, sessions.cards_of(ids[LinkKind.SESSION])),
        (LinkKind.PROJECT, projects.cards_of(ids[LinkKind.PROJECT])),
    ):
        found |= {(kind, card.id): card.name for card in cards.values()}
    for kind, wanted in ((LinkKind.RECIPE, Recipe), (LinkKind.WARD, Ward), (LinkKind.STREET, Street)):
        found |= {(kind, thing_id): name for thing_id, name in _names_of(wanted, ids[kind])}
    return found


def _names_of(model: type[Recipe | Ward | Street], ids: Iterable[int]) -> list[tuple[int, str]]:
    if not ids:
        return []
    query = select(model.id, model.name).where(model.id.in_(ids)).order_by(model.id)
    if model is Recipe:
        query = query.where(Recipe.hidden_at.is_(None))
    return [(number, name) for number, name in db.session.execute(query)]


def find_destination(target: Target) -> Destination | None:
    """The page that a short link leads to; None when the thing is hidden or gone. At most one statement."""
    thing_id = target.thing_id
    if target.kind is LinkKind.SESSION:
        return ("sessions.session", {"session_id": thing_id}) if sessions.cards_of([thing_id]) else None
    if target.kind is LinkKind.PROJECT:
        return ("projects.show", {"project_id": thing_id}) if projects.cards_of([thing_id]) else None
    if target.kind is LinkKind.RECIPE:
        slug = db.session.scalar(select(Recipe.slug).where(Recipe.id == thing_id, Recipe.hidden_at.is_(None)))
        return ("projects.recipe", {"slug": slug}) if slug else None
    if target.kind is LinkKind.PROGRAMME:
        return ("sessions.programme", {}) if thing_id == 0 else None
    column = select(Ward.id) if target.kind is LinkKind.WARD else select(Street.ward_id)
    model = Ward if target.kind is LinkKind.WARD else Street
    ward_id = db.session.scalar(column.where(model.id == thing_id))
    return ("sessions.programme", {"ward": ward_id}) if ward_id else None
