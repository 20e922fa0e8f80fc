"""Reading the profiles."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import joinedload

from participate.accounts.models import Person
from participate.accounts.queries import may_be_suggested
from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.organisations.rules import ASK_BEFORE
from participate.profiles.models import FreeTime, Posting, Spoken
from participate.profiles.rules import MOST_POSTINGS, Time, language_bits, same_words, week_bits
from participate.profiles.words import PostingKind


def list_postings(person_id: int) -> Sequence[Posting]:
    """All lines of a person, hidden and ended ones too, the newest first. For her own page."""
    query = select(Posting).where(Posting.person_id == person_id).order_by(Posting.id.desc())
    return db.session.scalars(query.limit(MOST_POSTINGS + 10)).all()


def list_shown(person_id: int) -> Sequence[Posting]:
    """The lines of a person that suggestions may use, the newest first."""
    return [posting for posting in list_postings(person_id) if is_shown(posting, clock.today())]


def list_to_ask(person_id: int) -> Sequence[Posting]:
    """A person's lines that end within a fortnight or have ended, and are not hidden, the next to end first."""
    until = clock.today() + ASK_BEFORE
    query = select(Posting).where(Posting.person_id == person_id, Posting.expires_on <= until)
    query = query.where(Posting.hidden_at.is_(None)).order_by(Posting.expires_on, Posting.id)
    return db.session.scalars(query.limit(MOST_POSTINGS + 10)).all()


def count_postings(person_id: int) -> int:
    """How many lines a person has."""
    return db.session.scalar(select(func.count(Posting.id)).where(Posting.person_id == person_id)) or 0


def find_posting(posting_id: int) -> Posting | None:
    """The line with its person, hidden or not, or None."""
    return db.session.scalar(select(Posting).where(Posting.id == posting_id).options(joinedload(Posting.person)))


def get_posting(posting_id: int) -> Posting:
    """The line, hidden or not: ask permissions.may_change. Raises NotFound."""
    posting = find_posting(posting_id)
    if posting is None:
        raise NotFound
    return posting


def find_same(person_id: int, kind: PostingKind, words: str) -> Posting | None:
    """The line of a person that says the same already, or None."""
    own = (posting for posting in list_postings(person_id) if posting.kind is kind)
    return next((posting for posting in own if same_words(posting.words, words)), None)


def is_shown(posting: Posting, today: date) -> bool:
    """Whether suggestions may use this line."""
    return posting.hidden_at is None and posting.expires_on >= today


def free_times(person_id: int) -> set[Time]:
    """When a person is usually free, as (weekday, part of day); Monday is 0."""
    rows = select(FreeTime.weekday, FreeTime.part).where(FreeTime.person_id == person_id)
    return {(weekday, part) for weekday, part in db.session.execute(rows.order_by(FreeTime.id))}


def languages(person_id: int) -> list[str]:
    """The codes of the languages that a person speaks, in the order she was asked."""
    rows = select(Spoken.language).where(Spoken.person_id == person_id).order_by(Spoken.id)
    return list(db.session.scalars(rows))


def spoken_bits(persons: Iterable[int] | None = None) -> dict[int, int]:
    """Person → what she speaks, as `rules.language_bits`: of everybody, or of these. Others are left out."""
    query = select(Spoken.person_id, Spoken.language)
    if persons is not None:
        query = query.where(Spoken.person_id.in_(set(persons)))
    found: dict[int, int] = {}
    for person_id, language in db.session.execute(query):
        found[person_id] = found.get(person_id, 0) | language_bits((language,))
    return found


def list_for_matching(ids: Iterable[int] | None = None) -> Sequence[Row[Any]]:
    """What the matcher reads of the lines that it may use, with their persons' places: all, or those among `ids`."""
    query: Select[*tuple[Any, ...]] = select(
        Posting.id, Posting.person_id, Posting.kind, Posting.words, Posting.wants_to_learn, Posting.expires_on,
        Posting.changed_at, Person.ward_id, Person.square,
    ).join(Posting.person)  # fmt: skip
    shown = (
        Posting.hidden_at.is_(None), Posting.expires_on >= clock.today(), Person.status == PersonStatus.ACTIVE,
        may_be_suggested(),
    )  # fmt: skip
    return db.session.execute((query if ids is None else query.where(Posting.id.in_(set(ids)))).where(*shown)).all()


def list_ids_of(persons: Iterable[int]) -> Sequence[int]:
    """The ids of the lines, shown or not, of these persons."""
    query = select(Posting.id).where(Posting.person_id.in_(set(persons)))
    return db.session.scalars(query.order_by(Posting.id)).all()


def free_bits(persons: Iterable[int] | None = None) -> dict[int, int]:
    """Person → when she is usually free, as `rules.week_bits`: of everybody, or of these. Others are left out."""
    query = select(FreeTime.person_id, FreeTime.weekday, FreeTime.part)
    if persons is not None:
        query = query.where(FreeTime.person_id.in_(set(persons)))
    found: dict[int, int] = {}
    for person_id, weekday, part in db.session.execute(query):
        found[person_id] = found.get(person_id, 0) | week_bits({(weekday, part)})
    return found
