"""One search over everything that staff may see, slips forgiven."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, or_, select, union_all

from participate.accounts.models import Person
from participate.accounts.words import PersonKind, PersonStatus
from participate.core.db import db
from participate.core.paging import Page, page_of_list
from participate.core.text import shorten
from participate.desk.models import DeskNote
from participate.desk.queries.area import Area, Shape
from participate.desk.rules.spelling import MOST_WORDS, pieces, slips_in, words_of
from participate.desk.words import FoundKind
from participate.materials.models import Material
from participate.organisations.models import Organisation
from participate.projects.models import Idea, Project, Recipe
from participate.sessions.models import Session
from participate.spaces.models import Space

MOST_OF_KIND = 1_000  # looked at more closely
AROUND = timedelta(days=60)
TITLE = 90


@dataclass(frozen=True)
class Found:
    """Something that was found: what it is, what it is called, more about it, and its page. `slips`: how many were
    forgiven."""

    kind: FoundKind
    id: int
    title: str
    note: str
    path: str
    slips: int


def search(area: Area, typed: str, number: int = 1) -> Page[Found]:
    """What has every typed word in its name, or nearly; the best spelt first. One statement."""
    words = words_of(typed)[:MOST_WORDS]
    if not words:
        return Page([], 1, 20, 0)
    found = []
    for kind, thing_id, title, note, other in db.session.execute(_all(area, words), area.facts(-AROUND, 3 * AROUND)):
        slips = slips_in(words, f"{title} {note}")
        if slips is not None:
            is_kind = FoundKind(kind)
            path = is_kind.path.format(id=thing_id, other=other or "")
            found.append(Found(is_kind, thing_id, shorten(title, TITLE), shorten(note, TITLE), path, slips))
    order = {kind: place for place, kind in enumerate(FoundKind)}
    found.sort(key=lambda each: (each.slips, order[each.kind], each.title.lower(), each.id))
    return page_of_list(found, number)


def _all(area: Area, words: Sequence[str]) -> Any:
    parts = [source(area.shape, words).limit(MOST_OF_KIND).subquery() for source in _SOURCES]
    return union_all(*(select(part) for part in parts))


def _find(
    kind: FoundKind, words: Sequence[str], number: Any, title: Any, note: Any = None, other: Any = None
) -> Select:
    """Rows in whose title or note each word may stand: a piece of it does."""
    more = literal("", String) if note is None else func.coalesce(note, "", type_=String())
    last = literal("", String) if other is None else cast(other, String)
    columns = select(
        literal(kind.value, String).label("kind"), number.label("id"), cast(title, String).label("title"),
        cast(more, String).label("note"), last.label("other"),
    )  # fmt: skip
    text = func.lower(cast(title, String) + " " + cast(more, String))
    for word in words:
        columns = columns.where(or_(*(text.contains(piece, autoescape=True) for piece in pieces(word))))
    return columns.order_by(number.desc())


def _people(shape: Shape, words: Sequence[str]) -> Select:
    """Whom the staff of these hubs look after: written down by them, or reached by nothing written."""
    hers = or_(Person.kind == PersonKind.ENTERED, Person.email.is_(None), Person.bounced_at.is_not(None))
    here = (Person.status == PersonStatus.ACTIVE, Person.merged_into_id.is_(None), hers, shape.of_hub(Person.hub_id))
    return _find(FoundKind.PERSON, words, Person.id, Person.name).where(*here)


def _sessions(shape: Shape, words: Sequence[str]) -> Select:
    around = Session.starts_at.between(shape.at(-AROUND), shape.at(3 * AROUND))
    query = _find(FoundKind.SESSION, words, Session.id, Session.name, Project.name)
    query = query.join(Project, Project.id == Session.project_id)
    return query.where(around, shape.of_hub_or_ward(Session.hub_id, Session.ward_id))


def _projects(_shape: Shape, words: Sequence[str]) -> Select:
    return _find(FoundKind.PROJECT, words, Project.id, Project.name).where(Project.source == "")


def _ideas(shape: Shape, words: Sequence[str]) -> Select:
    query = _find(FoundKind.IDEA, words, Idea.id, Idea.words, Person.name)
    return query.outerjoin(Person, Person.id == Idea.author_id).where(shape.of_hub(Idea.hub_id))


def _spaces(_shape: Shape, words: Sequence[str]) -> Select:
    return _find(FoundKind.SPACE, words, Space.id, Space.name)


def _materials(_shape: Shape, words: Sequence[str]) -> Select:
    return _find(FoundKind.MATERIAL, words, Material.id, Material.name)


def _organisations(_shape: Shape, words: Sequence[str]) -> Select:
    return _find(FoundKind.ORGANISATION, words, Organisation.id, Organisation.name)


def _recipes(_shape: Shape, words: Sequence[str]) -> Select:
    return _find(FoundKind.RECIPE, words, Recipe.id, Recipe.name, other=Recipe.slug)


def _notes(shape: Shape, words: Sequence[str]) -> Select:
    query = _find(FoundKind.NOTE, words, DeskNote.id, DeskNote.words, other=DeskNote.day)
    return query.where(shape.of_hub(DeskNote.hub_id))


_SOURCES = (_people, _sessions, _projects, _ideas, _spaces, _materials, _organisations, _recipes, _notes)
