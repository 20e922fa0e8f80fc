"""Reading ideas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.core.text import first_name
from participate.places.models import Hub, Ward
from participate.projects.models import Idea
from participate.projects.queries.pages import with_cards
from participate.projects.words import IdeaStatus

MOST_OF_ONE = 50


@dataclass(frozen=True)
class IdeaCard:
    """What a card shows of an idea: its author by first name, empty where she is gone."""

    id: int
    words: str
    status: IdeaStatus
    by: str
    ward_id: int | None
    ward_name: str
    hub_name: str
    answer_by: datetime | None
    made_at: datetime


_CARD: tuple[Any, ...] = (
    Idea.id, Idea.words, Idea.status, Person.name.label("author_name"), Idea.ward_id, Ward.name.label("ward_name"),
    Hub.name.label("hub_name"), Idea.answer_by, Idea.made_at,
)  # fmt: skip
# Ideas of somebody who is suspended wait out of sight with her.
_SHOWN = (Idea.hidden_at.is_(None), Idea.author_id.is_(None) | (Person.status == PersonStatus.ACTIVE))


def _card(row: Row[Any]) -> IdeaCard:
    facts = dict(row._mapping)
    by = first_name(facts.pop("author_name") or "")
    return IdeaCard(**(facts | {"ward_name": facts["ward_name"] or "", "hub_name": facts["hub_name"] or ""}), by=by)


def _ids() -> Select[int]:
    return select(Idea.id).outerjoin(Person, Person.id == Idea.author_id).where(*_SHOWN)


def idea_cards_of(ids: Iterable[int]) -> dict[int, IdeaCard]:
    """The cards of those ideas among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    if not wanted:
        return {}
    query = select(*_CARD).outerjoin(Person, Person.id == Idea.author_id).outerjoin(Ward, Ward.id == Idea.ward_id)
    query = query.outerjoin(Hub, Hub.id == Idea.hub_id).where(Idea.id.in_(wanted), *_SHOWN)
    return {card.id: card for card in map(_card, db.session.execute(query))}


def _with_cards(page: Page[int]) -> Page[IdeaCard]:
    return with_cards(page, idea_cards_of(page.items))


def list_ideas(number: int, ward_ids: Sequence[int] = ()) -> Page[IdeaCard]:
    """The ideas that are not closed, of these wards or of all, the newest first. Three statements."""
    query = _ids().where(Idea.status != IdeaStatus.CLOSED)
    if ward_ids:
        query = query.where(Idea.ward_id.in_(ward_ids))
    return _with_cards(page_of(query.order_by(Idea.made_at.desc(), Idea.id.desc()), number))


def list_waiting(hub_ids: Sequence[int] | None, number: int) -> Page[IdeaCard]:
    """The ideas that wait for an answer, the longest waiting first: of these hubs and of none, or of all (None)."""
    query = _ids().where(Idea.status == IdeaStatus.NEW)
    if hub_ids is not None:
        query = query.where(Idea.hub_id.in_(hub_ids) | Idea.hub_id.is_(None))
    return _with_cards(page_of(query.order_by(Idea.made_at, Idea.id), number))


def list_of_author(person_id: int) -> Sequence[Idea]:
    """A person's own ideas, hidden ones too, the newest first. For her own page."""
    query = select(Idea).where(Idea.author_id == person_id).order_by(Idea.made_at.desc(), Idea.id.desc())
    return db.session.scalars(query.limit(MOST_OF_ONE)).all()


def find_idea(idea_id: int | None) -> Idea | None:
    """The idea, hidden or not, with its author, hub and ward; or None. One statement."""
    if idea_id is None:
        return None
    people = [joinedload(person).lazyload(Person.roles) for person in (Idea.author, Idea.answerer)]
    query = select(Idea).where(Idea.id == idea_id).options(*people, joinedload(Idea.hub), joinedload(Idea.ward))
    return db.session.scalar(query)


def get_idea(idea_id: int) -> Idea:
    """The idea, hidden or not: ask permissions.may_see_idea. Raises NotFound."""
    idea = find_idea(idea_id)
    if idea is None:
        raise NotFound
    return idea


def is_out_of_sight(idea: Idea) -> bool:
    """Whether only its author and staff may see it: staff hid it, or its author is not active."""
    return idea.hidden_at is not None or (idea.author is not None and not idea.author.is_active)


_MATCHED: tuple[Any, ...] = (Idea.id, Idea.words, Idea.author_id, Idea.ward_id, Idea.square, Idea.changed_at)


def ideas_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the ideas that everybody may see and that are neither closed nor a project yet."""
    over = (IdeaStatus.CLOSED, IdeaStatus.PROJECT)
    query = select(*_MATCHED).outerjoin(Person, Person.id == Idea.author_id)
    query = query.where(*_SHOWN, ~Idea.status.in_(over)).order_by(Idea.id)
    return db.session.execute(query if ids is None else query.where(Idea.id.in_(set(ids)))).all()
