"""What can be reported: each kind of person-made thing, who made it, and its own slice's hide and restore."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.text import shorten
from participate.materials import service as materials
from participate.materials.models import Material
from participate.moderation import people
from participate.organisations import service as organisations
from participate.organisations.models import Organisation
from participate.profiles import service as profiles
from participate.profiles.models import Posting
from participate.projects import service as projects
from participate.projects.models import Idea, Need, Project, TeamRequest
from participate.projects.queries import find_owner
from participate.sessions import service as sessions
from participate.sessions.models import Session
from participate.spaces import service as spaces
from participate.spaces.models import Space

LARGEST_ID = 2**31 - 1


def owner_id_of(project_id: int) -> int | None:
    """Who answers for a project."""
    owner = find_owner(project_id)
    return owner.person_id if owner is not None else None


Key = tuple[str, int]


@dataclass(frozen=True)
class Kind:
    """How one kind of thing is found, named, shown, hidden and shown again."""

    model: type[Any]
    title: Callable[[Any], str]
    words: Callable[[Any], str]
    author: Callable[[Any], int | None]
    page: Callable[[Any], str]
    hide: Callable[[int, Any, str], None]
    restore: Callable[[int, Any], None]
    hidden: Callable[[Any], bool] = lambda row: row.hidden_at is not None


@dataclass(frozen=True)
class Thing:
    """One reported thing as staff see it."""

    kind: str
    id: int
    row: Any
    how: Kind

    @property
    def title(self) -> str:
        return shorten(self.how.title(self.row), 80)

    @property
    def words(self) -> str:
        return self.how.words(self.row)

    @property
    def url(self) -> str:
        return self.how.page(self.row)

    @property
    def hidden(self) -> bool:
        return self.how.hidden(self.row)

    @property
    def author_id(self) -> int | None:
        return self.how.author(self.row)

    def hide(self, actor_id: int, reason: str) -> None:
        self.how.hide(actor_id, self.row, reason)

    def restore(self, actor_id: int) -> None:
        self.how.restore(actor_id, self.row)


KINDS: dict[str, Kind] = {
    "project": Kind(
        Project, lambda row: row.name, lambda row: row.about, lambda row: owner_id_of(row.id),
        lambda row: url_for("projects.show", project_id=row.id), projects.hide, projects.restore,
    ),
    "need": Kind(
        Need, lambda row: row.words, lambda row: row.when_words, lambda row: owner_id_of(row.project_id),
        lambda row: url_for("projects.show", project_id=row.project_id), projects.hide, projects.restore,
    ),
    "idea": Kind(
        Idea, lambda row: row.words, lambda row: "", lambda row: row.author_id,
        lambda row: url_for("projects.idea", idea_id=row.id), projects.hide, projects.restore,
    ),
    "team_request": Kind(
        TeamRequest, lambda row: row.words, lambda row: "", lambda row: row.person_id,
        lambda row: url_for("projects.show", project_id=row.project_id), projects.hide, projects.restore,
    ),
    "space": Kind(
        Space, lambda row: row.name, lambda row: row.about, lambda row: row.keeper_id,
        lambda row: url_for("spaces.space", space_id=row.id), spaces.hide, spaces.restore,
    ),
    "material": Kind(
        Material, lambda row: row.name, lambda row: row.about, lambda row: row.keeper_id,
        lambda row: url_for("materials.material", material_id=row.id), materials.hide, materials.restore,
    ),
    "organisation": Kind(
        Organisation, lambda row: row.name, lambda row: row.about, lambda row: None,
        lambda row: url_for("organisations.organisation", organisation_id=row.id), organisations.hide, organisations.restore,
    ),
    "session": Kind(
        Session, lambda row: row.name, lambda row: row.about, lambda row: row.host_id or owner_id_of(row.project_id),
        lambda row: url_for("sessions.session", session_id=row.id), sessions.hide, sessions.restore,
    ),
    "posting": Kind(
        Posting, lambda row: row.words, lambda row: "", lambda row: row.person_id,
        lambda row: "", profiles.hide, profiles.restore,
    ),
    "person": Kind(
        Person, lambda row: row.first_name, people.words_of, lambda row: row.id,
        lambda row: "", people.hide, people.restore, people.hidden,
    ),
}  # fmt: skip


def list_of(keys: Iterable[Key]) -> dict[Key, Thing]:
    """The things by (kind, id); what is gone is left out. One statement a kind."""
    ids: dict[str, list[int]] = defaultdict(list)
    for kind, thing_id in keys:
        if kind in KINDS and 0 < thing_id <= LARGEST_ID:
            ids[kind].append(thing_id)
    return {
        (kind, row.id): Thing(kind, row.id, row, KINDS[kind]) for kind in ids for row in _rows(KINDS[kind], ids[kind])
    }


def _rows(kind: Kind, ids: Sequence[int]) -> Sequence[Any]:
    return db.session.scalars(select(kind.model).where(kind.model.id.in_(ids)).order_by(kind.model.id)).unique().all()


def find(kind: str, thing_id: int) -> Thing | None:
    """The thing, hidden or not, or None."""
    return list_of([(kind, thing_id)]).get((kind, thing_id))


def get(kind: str, thing_id: int) -> Thing:
    """The thing, hidden or not. Raises NotFound."""
    thing = find(kind, thing_id)
    if thing is None:
        raise NotFound
    return thing
