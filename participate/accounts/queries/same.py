"""Reading pairs that may be one person, and merges."""

from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased, contains_eager

from participate.accounts.models import Merge, Person, SamePerson
from participate.accounts.words import PersonKind, PersonStatus, SameStatus
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of, page_of_rows

UNDONE_WITHIN = timedelta(days=90)


def page_of_pairs(number: int) -> Page[SamePerson]:
    """The pairs that wait for staff, the oldest first."""
    low, high = aliased(Person), aliased(Person)
    query = select(SamePerson).join(SamePerson.low.of_type(low)).join(SamePerson.high.of_type(high))
    query = query.where(*_waiting(low, high)).options(
        contains_eager(SamePerson.low.of_type(low)), contains_eager(SamePerson.high.of_type(high))
    )
    return page_of(query.order_by(SamePerson.found_at, SamePerson.id), number)


def count_pairs() -> int:
    """How many pairs wait for staff."""
    low, high = aliased(Person), aliased(Person)
    query = select(func.count(SamePerson.id)).join(low, low.id == SamePerson.low_id)
    return db.session.scalar(query.join(high, high.id == SamePerson.high_id).where(*_waiting(low, high))) or 0


def _waiting(low: type[Person], high: type[Person]) -> tuple[ColumnElement[bool], ...]:
    active = PersonStatus.ACTIVE
    return SamePerson.status == SameStatus.WAITING, low.status == active, high.status == active


def get_pair(pair_id: int) -> SamePerson:
    """A pair, decided or not. Raises NotFound."""
    found = db.session.get(SamePerson, pair_id)
    if found is None:
        raise NotFound
    return found


def page_of_merges(number: int) -> Page[tuple[Merge, str, str]]:
    """The merges that can still be undone, with both names, the newest first."""
    kept, gone = aliased(Person), aliased(Person)
    query = (
        select(Merge, kept.name, gone.name).join(kept, kept.id == Merge.kept_id).join(gone, gone.id == Merge.gone_id)
    )
    fresh = (Merge.undone_at.is_(None), Merge.made_at > clock.now() - UNDONE_WITHIN)
    return page_of_rows(query.where(*fresh).order_by(Merge.made_at.desc(), Merge.id.desc()), number)  # type: ignore[return-value]


def get_merge(merge_id: int) -> Merge:
    """A merge. Raises NotFound."""
    found = db.session.get(Merge, merge_id)
    if found is None:
        raise NotFound
    return found


def follow(person: Person | None) -> Person | None:
    """Whoever this person turned out to be: herself, as a rule."""
    seen: set[int] = set()
    while person is not None and person.merged_into_id is not None and person.id not in seen:
        seen.add(person.id)
        person = db.session.get(Person, person.merged_into_id)
    return person


def is_at_contact(contact: str) -> ColumnElement[bool]:
    """SQL: an account that turned out to be this person's had this contact. A code has proved it; a guest's has not."""
    gone = aliased(Person)
    proved = (gone.kind == PersonKind.ACCOUNT, or_(gone.email == contact, gone.phone == contact))
    were = select(gone.merged_into_id).where(*proved)
    return Person.id.in_(were.where(gone.merged_into_id.is_not(None)))
