"""Reading the short notes of a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of_rows
from participate.core.text import first_name
from participate.projects.models import Update

NEWEST = 3


@dataclass(frozen=True)
class Note:
    """A short note, with the first name of whoever wrote it; "" where she is gone."""

    id: int
    words: str
    person_id: int | None
    by: str
    made_at: datetime


def _notes(project_id: int) -> Any:
    query: Any = select(Update.id, Update.words, Update.person_id, Person.name, Update.made_at)
    query = query.outerjoin(Person, Person.id == Update.person_id)
    shown = Update.person_id.is_(None) | (Person.status == PersonStatus.ACTIVE)
    query = query.where(Update.project_id == project_id, Update.hidden_at.is_(None), shown)
    return query.order_by(Update.made_at.desc(), Update.id.desc())


def _note(row: Row[Any]) -> Note:
    return Note(row.id, row.words, row.person_id, first_name(row.name or ""), row.made_at)


def list_newest_notes(project_id: int) -> Sequence[Note]:
    """The newest notes, one more than a project's page shows: then there are older ones. One statement."""
    return [_note(row) for row in db.session.execute(_notes(project_id).limit(NEWEST + 1))]


def list_notes(project_id: int, number: int) -> Page[Note]:
    """All notes of a project, the newest first. Two statements."""
    page = page_of_rows(_notes(project_id), number)
    return Page([_note(row) for row in page.items], page.number, page.size, page.total)


def get_update(update_id: int) -> Update:
    """The note, hidden or not. Raises NotFound."""
    update = db.session.get(Update, update_id)
    if update is None:
        raise NotFound
    return update
