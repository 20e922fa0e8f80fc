"""Reading photos."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.photos.models import Photo, PhotoAsk
from participate.photos.rules import MOST_OF_SUBJECT, Room, fit, is_name
from participate.photos.words import PhotoStatus

_KEPT = Photo.status != PhotoStatus.TAKEN_DOWN
_DONE = _KEPT & (Photo.status != PhotoStatus.DRAFT)
_OPEN_ASK = exists().where(PhotoAsk.photo_id == Photo.id, PhotoAsk.answered_at.is_(None))
_WAITS = or_(Photo.status == PhotoStatus.HELD, and_(Photo.status == PhotoStatus.SHOWN, _OPEN_ASK))
# What everybody may see: it is shown, not hidden, and whoever sent it is not suspended.
_SHOWN: tuple[ColumnElement[bool], ...] = (
    Photo.status == PhotoStatus.SHOWN, Photo.hidden_at.is_(None),
    Photo.person_id.is_(None) | (Person.status != PersonStatus.SUSPENDED),
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """A photo on a page. `width` and `height` in px are of the large version; `waits`: not everybody sees it yet."""

    id: int
    name: str
    subject: str
    alt: str
    width: int
    height: int
    waits: bool = False

    @property
    def small(self) -> tuple[int, int]:
        """Width and height in px of the small version."""
        return fit(self.width, self.height)


@dataclass(frozen=True)
class Album:
    """The photos of a thing for one reader: what everybody sees, and for those who may add also what waits."""

    subject: str
    photos: Sequence[Shown]
    may_add: bool

    @property
    def shown(self) -> list[Shown]:
        return [photo for photo in self.photos if not photo.waits]

    @property
    def waiting(self) -> list[Shown]:
        return [photo for photo in self.photos if photo.waits]

    @property
    def full(self) -> bool:
        return len(self.photos) >= MOST_OF_SUBJECT


_CARD: tuple[Any, ...] = (Photo.id, Photo.name, Photo.subject, Photo.alt, Photo.width, Photo.height)


def _cards(*where: ColumnElement[bool]) -> Select:
    query = select(*_CARD).outerjoin(Person, Person.id == Photo.person_id)
    return query.where(*_SHOWN, *where).order_by(Photo.id)


def list_shown(subject: str, most: int = MOST_OF_SUBJECT) -> list[Shown]:
    """The photos of "space:3" that everybody may see, the oldest first. One statement."""
    return [Shown(**row._mapping) for row in db.session.execute(_cards(Photo.subject == subject).limit(most))]


def first_of(subjects: Iterable[str]) -> dict[str, Shown]:
    """The first photo of each of these things that everybody may see, by subject. One statement, or none."""
    wanted = set(subjects)
    if not wanted:
        return {}
    query = select(func.min(Photo.id)).outerjoin(Person, Person.id == Photo.person_id)
    firsts = query.where(*_SHOWN, Photo.subject.in_(wanted)).group_by(Photo.subject)
    found = [Shown(**row._mapping) for row in db.session.execute(_cards(Photo.id.in_(firsts)))]
    return {photo.subject: photo for photo in found}


def album(subject: str, *, may_add: bool) -> Album:
    """The photos of a thing; who may add sees what waits as well. One statement."""
    if not may_add:
        return Album(subject, list_shown(subject), may_add=False)
    shown = func.coalesce(and_(*_SHOWN), False).label("shown")
    query = select(*_CARD, shown).outerjoin(Person, Person.id == Photo.person_id).where(_DONE, Photo.subject == subject)
    photos = []
    for row in db.session.execute(query.order_by(Photo.id).limit(2 * MOST_OF_SUBJECT)):
        facts = dict(row._mapping)
        photos.append(Shown(waits=not facts.pop("shown"), **facts))
    return Album(subject, photos, may_add=True)


def find_photo(photo_id: int) -> Photo | None:
    """The photo, whatever its status, with whoever sent it; or None."""
    return _one(Photo.id == photo_id)


def get_photo(photo_id: int) -> Photo:
    """The photo, whatever its status: ask permissions.may_see. Raises NotFound."""
    photo = find_photo(photo_id)
    if photo is None:
        raise NotFound
    return photo


def get_named(name: str) -> Photo:
    """The photo with this name, as `get_photo`. Raises NotFound."""
    photo = _one(Photo.name == name) if is_name(name) else None
    if photo is None:
        raise NotFound
    return photo


def _one(*where: ColumnElement[bool]) -> Photo | None:
    query = select(Photo).where(*where).options(joinedload(Photo.person).lazyload(Person.roles))
    return db.session.scalars(query).unique().one_or_none()


def lock(photo_id: int) -> Photo:
    """The photo as it is now, with nobody else at it until the transaction ends. Raises NotFound."""
    query = select(Photo).where(Photo.id == photo_id).with_for_update().execution_options(populate_existing=True)
    photo = db.session.scalars(query).one_or_none()
    if photo is None:
        raise NotFound
    return photo


def is_out_of_sight(photo: Photo) -> bool:
    """Whether staff hid it, or suspended whoever sent it."""
    return photo.hidden_at is not None or (
        photo.person is not None and photo.person.status is PersonStatus.SUSPENDED
    )  # fmt: skip


def list_of_person(person_id: int, number: int) -> Page[Photo]:
    """What a person sent and nobody took down, the newest first. Two statements."""
    query = select(Photo).where(Photo.person_id == person_id, _KEPT)
    return page_of(query.order_by(Photo.made_at.desc(), Photo.id.desc()), number)


def list_of_subject(subject: str) -> Sequence[Photo]:
    """Every photo of a thing, whatever its status."""
    query = select(Photo).where(Photo.subject == subject).order_by(Photo.id)
    return db.session.scalars(query).all()


def list_waiting(number: int) -> Page[Photo]:
    """What waits for the hub, the longest waiting first. Two statements."""
    person = joinedload(Photo.person).lazyload(Person.roles)
    return page_of(select(Photo).where(_WAITS).options(person).order_by(Photo.changed_at, Photo.id), number)


def list_open_asks(photo_ids: Iterable[int]) -> dict[int, list[PhotoAsk]]:
    """What people asked about these photos and nobody has answered, by photo. One statement."""
    query = select(PhotoAsk).where(PhotoAsk.photo_id.in_(set(photo_ids)), PhotoAsk.answered_at.is_(None))
    found: dict[int, list[PhotoAsk]] = {}
    for ask in db.session.scalars(query.order_by(PhotoAsk.id)):
        found.setdefault(ask.photo_id, []).append(ask)
    return found


def count_waiting() -> int:
    """How many photos wait for the hub."""
    return db.session.scalar(select(func.count()).select_from(Photo).where(_WAITS)) or 0


def room(subject: str, person_id: int, hub_id: int | None) -> Room:
    """How much there is already. One statement."""
    total = func.coalesce(func.sum(Photo.bytes), 0)
    person = _KEPT & (Photo.person_id == person_id)
    asked = (
        select(func.count()).where(_DONE, Photo.subject == subject),
        select(func.count()).where(person, Photo.status == PhotoStatus.DRAFT),
        select(total).where(person),
        select(total).where(_KEPT, Photo.hub_id == (hub_id or 0)),
    )
    return Room(*db.session.execute(select(*(query.scalar_subquery() for query in asked))).one())


def find_same(sha256: str, subject: str) -> Photo | None:
    """The same picture, of the same thing or taken down wherever it was; or None."""
    same = or_(Photo.subject == subject, Photo.status == PhotoStatus.TAKEN_DOWN)
    query = select(Photo).where(Photo.sha256 == sha256, same)
    taken_down_first = (Photo.status == PhotoStatus.TAKEN_DOWN).desc()
    return db.session.scalars(query.order_by(taken_down_first, Photo.id).limit(1)).one_or_none()


def count_let_through(person_id: int) -> int:
    """How many photos of a person everybody sees."""
    query = select(func.count()).where(Photo.person_id == person_id, Photo.status == PhotoStatus.SHOWN)
    return db.session.scalar(query.where(Photo.hidden_at.is_(None))) or 0


def was_kept(photo_id: int) -> bool:
    """Whether the hub has looked at an ask about this photo and kept it."""
    query = select(PhotoAsk.id).where(PhotoAsk.photo_id == photo_id, PhotoAsk.answered_at.is_not(None))
    return db.session.scalar(query.limit(1)) is not None


def list_old_drafts(before: datetime, most: int) -> Sequence[Photo]:
    """Drafts from before then."""
    query = select(Photo).where(Photo.status == PhotoStatus.DRAFT, Photo.made_at < before)
    return db.session.scalars(query.order_by(Photo.id).limit(most)).all()


def names_kept(names: Iterable[str]) -> frozenset[str]:
    """Those among the names whose picture is to be kept."""
    query = select(Photo.name).where(Photo.name.in_(set(names)), _KEPT)
    return frozenset(db.session.scalars(query))
