"""Reading stories."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import contains_eager, joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name, shorten
from participate.profiles.words import Theme
from participate.projects.models import Project
from participate.sessions.models import Attendance, Session
from participate.stories.models import Story
from participate.stories.words import LONGEST_ON_CARD


@dataclass(frozen=True)
class StoryCard:
    """What a card shows of a story. `by`: its writer's first name, empty where she is gone; `happened_at`: when the
    session was, if it is of one.
    """

    id: int
    title: str
    words: str
    by: str
    theme: Theme
    project_id: int
    project_name: str
    session_id: int | None
    happened_at: datetime | None
    made_at: datetime


_CARD: tuple[Any, ...] = (
    Story.id, Story.title, Story.words, Person.name.label("writer"), Project.theme, Story.project_id,
    Project.name.label("project_name"), Story.session_id, Session.starts_at.label("happened_at"), Story.made_at,
)  # fmt: skip
# What everybody may see: neither it, its session nor its project is hidden, and its writer is not suspended.
_SHOWN: tuple[ColumnElement[bool], ...] = (
    Story.hidden_at.is_(None), Project.hidden_at.is_(None), Session.id.is_(None) | Session.hidden_at.is_(None),
    Story.person_id.is_(None) | (Person.status != PersonStatus.SUSPENDED),
)  # fmt: skip
_NEWEST = (Story.made_at.desc(), Story.id.desc())


def _joined(query: Select) -> Select:
    query = query.select_from(Story).join(Project, Project.id == Story.project_id)
    query = query.outerjoin(Session, Session.id == Story.session_id)
    return query.outerjoin(Person, Person.id == Story.person_id)


def card_from(row: Row[Any]) -> StoryCard:
    """The card of a row of `cards_where`."""
    facts = dict(row._mapping)
    by = first_name(facts.pop("writer") or "")
    return StoryCard(**(facts | {"words": shorten(facts["words"], LONGEST_ON_CARD)}), by=by)


def cards_where(*where: ColumnElement[bool]) -> Select:
    """Those stories `where` that everybody may see, the newest first, as rows for `card_from`."""
    return _joined(select(*_CARD)).where(*_SHOWN, *where).order_by(*_NEWEST)


def _list(query: Select, most: int) -> list[StoryCard]:
    return [card_from(row) for row in db.session.execute(query.limit(most))]


def list_of_session(session_id: int, most: int = 6) -> list[StoryCard]:
    """The stories of one session that everybody may see, the newest first. One statement."""
    return _list(cards_where(Story.session_id == session_id), most)


def list_of_project(project_id: int, most: int = 6) -> list[StoryCard]:
    """The stories of one project and its sessions that everybody may see, the newest first. One statement."""
    return _list(cards_where(Story.project_id == project_id), most)


def cards_of(ids: Iterable[int]) -> dict[int, StoryCard]:
    """The cards of those stories among `ids` that everybody may see, by id. One statement."""
    wanted = set(ids)
    return {card.id: card for card in _list(cards_where(Story.id.in_(wanted)), len(wanted))} if wanted else {}


def list_latest(most: int = 3) -> list[StoryCard]:
    """The newest stories that everybody may see. One statement."""
    return _list(cards_where(), most)


def list_stories(theme: Theme | None, number: int) -> Page[StoryCard]:
    """The stories that everybody may see, of one theme or of all, the newest first. Two statements."""
    page = page_of_rows(cards_where(*([Project.theme == theme] if theme else [])), number)
    return Page([card_from(row) for row in page.items], page.number, page.size, page.total)


def list_whole(project_id: int, most: int) -> Sequence[Story]:
    """The stories of a project that everybody may see, whole, the oldest first; with their writers and sessions."""
    query = _joined(select(Story)).where(*_SHOWN, Story.project_id == project_id)
    parts = (contains_eager(Story.session), contains_eager(Story.person).lazyload(Person.roles))
    return db.session.scalars(query.options(*parts).order_by(Story.made_at, Story.id).limit(most)).unique().all()


def find_story(story_id: int | None) -> Story | None:
    """The story, hidden or not, with its project, session and writer; or None."""
    if story_id is None:
        return None
    writer = joinedload(Story.person).options(joinedload(Person.ward), joinedload(Person.roles))
    parts = (joinedload(Story.project), joinedload(Story.session), writer)
    return db.session.scalars(select(Story).where(Story.id == story_id).options(*parts)).unique().one_or_none()


def get_story(story_id: int) -> Story:
    """The story, hidden or not: ask permissions.may_see. Raises NotFound."""
    story = find_story(story_id)
    if story is None:
        raise NotFound
    return story


def is_out_of_sight(story: Story) -> bool:
    """Whether only its writer and staff may see it: staff hid it, its session or its project, or suspended her."""
    session, person = story.session, story.person
    return (
        story.hidden_at is not None
        or story.project.hidden_at is not None
        or (session is not None and session.hidden_at is not None)
        or (person is not None and person.status is PersonStatus.SUSPENDED)
    )


def find_of(person_id: int | None, session_id: int) -> Story | None:
    """What a person told of a session, hidden or not; or None."""
    if person_id is None:
        return None
    query = select(Story.id).where(Story.person_id == person_id, Story.session_id == session_id)
    return find_story(db.session.scalar(query.order_by(Story.id).limit(1)))


def has_attended(session_id: int, person_id: int | None) -> bool:
    """Whether a person was in the room."""
    return person_id is not None and _was_there(person_id, Attendance.session_id == session_id)


def has_attended_any(project_id: int, person_id: int | None) -> bool:
    """Whether a person was at any session of a project."""
    return person_id is not None and _was_there(person_id, Session.project_id == project_id)


def _was_there(person_id: int, *where: ColumnElement[bool]) -> bool:
    query = select(Attendance.id).join(Session, Session.id == Attendance.session_id)
    return db.session.scalar(query.where(Attendance.person_id == person_id, *where).limit(1)) is not None
