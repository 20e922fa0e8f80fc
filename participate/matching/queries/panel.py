"""What staff look at: supply and demand of their wards, and for whom there is no suggestion."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import case, func, select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind, PersonStatus
from participate.core.db import db
from participate.core.paging import SIZE, Page, page_of_rows
from participate.matching import engine
from participate.matching.models import Unmatched
from participate.matching.quality import supply
from participate.matching.quality.steps import Nothing
from participate.profiles import vocabulary


@dataclass(frozen=True)
class Lacking:
    """What is asked for and not offered, and offered and not asked for. `ready`: whether the index is there."""

    ready: bool
    asked: list[supply.Balance]
    offered: list[supply.Balance]


@dataclass(frozen=True)
class Alone:
    """Somebody for whom there is no suggestion, why, and since when. `hub_id` is where staff wrote her down."""

    person_id: int
    name: str
    because: Nothing
    since: date
    hub_id: int | None


def supply_and_demand(ward_ids: Collection[int]) -> Lacking:
    """What lines in these wards offer and ask for, by the concepts of the vocabulary. No statement, no name."""
    snapshot = engine.current().snapshot()
    if snapshot is None:
        return Lacking(False, [], [])
    found = supply.balances(snapshot, [one.slug for one in vocabulary.load().concepts], ward_ids)
    return Lacking(True, supply.asked_never_offered(found), supply.offered_never_asked(found))


def concept_label(slug: str) -> str:
    """What a concept is called, as a line begins."""
    label = _labels().get(slug, slug)
    return label[:1].upper() + label[1:]


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {one.slug: one.label() for one in vocabulary.load().concepts}


_written_down = case((Person.kind == PersonKind.ENTERED, Person.hub_id))  # all others look after themselves


def page_of_alone(ward_ids: Collection[int] | None, because: Nothing | None, number: int) -> Page[Alone]:
    """Members in these wards (None: in all) for whom there is no suggestion, for one reason or any, longest first."""
    query = (
        select(Person.id, Person.name, Unmatched.because, Unmatched.since, _written_down)
        .join(Unmatched, Unmatched.person_id == Person.id)
        .where(Person.status == PersonStatus.ACTIVE)
        .order_by(Unmatched.since, Person.id)
    )
    if ward_ids is not None:
        query = query.where(Person.ward_id.in_(ward_ids) | Person.ward_id.is_(None))
    page = page_of_rows(query if because is None else query.where(Unmatched.because == because), number, SIZE)
    return Page([Alone(*row) for row in page.items], page.number, page.size, page.total)


def count_alone(ward_ids: Collection[int] | None) -> dict[Nothing, int]:
    """How many there are for each reason."""
    query = select(Unmatched.because, func.count()).join(Person, Person.id == Unmatched.person_id)
    known = query.where(Person.status == PersonStatus.ACTIVE).group_by(Unmatched.because)
    if ward_ids is not None:
        known = known.where(Person.ward_id.in_(ward_ids) | Person.ward_id.is_(None))
    return {because: number for because, number in db.session.execute(known)}
