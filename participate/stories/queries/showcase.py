"""The showcase of a season: what was tested, what it asks for next, who backed it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.organisations.models import Organisation
from participate.places.models import Ward
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.projects.words import Stage
from participate.sessions.models import Session
from participate.sessions.words import SessionStatus
from participate.stories.models import Story
from participate.stories.queries.stories import StoryCard, card_from, cards_where
from participate.stories.rules import Season

PAGE_SIZE = 24
MOST_STORIES = 200
TESTED = (Stage.RUNNING, Stage.ENDED, Stage.HANDED_OVER)


@dataclass(frozen=True)
class Shown:
    """One project of a showcase. `backer`: the organisation that runs it; `held`: how many sessions in the season."""

    id: int
    name: str
    about: str
    theme: Theme
    stage: Stage
    ward_name: str
    selling: bool
    product: str
    test_days: str
    test_result: str
    asks_next: str
    backed_by: str
    backer_id: int | None
    backer: str
    held: int
    story: StoryCard | None


_SHOWN: tuple[Any, ...] = (
    Project.id, Project.name, Project.about, Project.theme, Project.stage, Ward.name.label("ward_name"),
    Project.selling, Project.product, Project.test_days, Project.test_result, Project.asks_next, Project.backed_by,
    Project.organisation_id, Organisation.name.label("organisation_name"),
    Organisation.hidden_at.label("organisation_hidden"),
)  # fmt: skip


def list_showcase(season: Season, number: int) -> Page[Shown]:
    """What was tested in a season, by theme and name, a page at a time. Five statements.

    A project stands in it that runs, is over or has the result of a product test, and met or was told of then.
    """
    start, end = (clock.moment_of(day, time()) for day in (season.first, season.end))
    page = page_of(_tested(start, end).order_by(Project.theme, Project.name, Project.id), number, PAGE_SIZE)
    if not page.items:
        return Page([], page.number, page.size, page.total)
    held, told = _count_held(page.items, start, end), _newest_stories(page.items, start, end)
    query = select(*_SHOWN).outerjoin(Ward, Ward.id == Project.ward_id)
    query = query.outerjoin(Organisation, Organisation.id == Project.organisation_id)
    rows = {row.id: row for row in db.session.execute(query.where(Project.id.in_(page.items)))}
    items = [_shown(rows[each], held.get(each, 0), told.get(each)) for each in page.items if each in rows]
    return Page(items, page.number, page.size, page.total)


def _shown(row: Row[Any], held: int, story: StoryCard | None) -> Shown:
    facts = dict(row._mapping)
    backer, backer_id = facts.pop("organisation_name") or "", facts.pop("organisation_id")
    if facts.pop("organisation_hidden") is not None:
        backer, backer_id = "", None
    facts["ward_name"] = facts["ward_name"] or ""
    return Shown(**facts, backer_id=backer_id, backer=backer, held=held, story=story)


def _met(start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    """The sessions between two moments that took place."""
    return (
        Session.starts_at >= start, Session.starts_at < end, Session.starts_at <= clock.now(),
        Session.status == SessionStatus.PLANNED, Session.hidden_at.is_(None),
    )  # fmt: skip


def _tested(start: datetime, end: datetime) -> Select[int]:
    met = select(Session.project_id).where(*_met(start, end))
    told = select(Story.project_id).where(Story.made_at >= start, Story.made_at < end, Story.hidden_at.is_(None))
    tested = or_(Project.stage.in_(TESTED), Project.selling & (Project.test_result != ""))
    seen = or_(Project.id.in_(met), Project.id.in_(told))
    return select(Project.id).where(Project.source == "", Project.hidden_at.is_(None), tested, seen)


def _count_held(ids: Sequence[int], start: datetime, end: datetime) -> dict[int, int]:
    query = select(Session.project_id, func.count(Session.id)).where(Session.project_id.in_(ids), *_met(start, end))
    return {number: held for number, held in db.session.execute(query.group_by(Session.project_id))}


def _newest_stories(ids: Iterable[int], start: datetime, end: datetime) -> dict[int, StoryCard]:
    told = (Story.project_id.in_(list(ids)), Story.made_at >= start, Story.made_at < end)
    rows = db.session.execute(cards_where(*told).limit(MOST_STORIES))
    found: dict[int, StoryCard] = {}
    for card in map(card_from, rows):
        found.setdefault(card.project_id, card)
    return found
