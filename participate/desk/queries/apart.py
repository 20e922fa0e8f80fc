"""Reading the people of a desk's hubs, whoever they are, to keep two of them apart."""

from sqlalchemy import ColumnElement, and_, func, or_, select, true

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.paging import Page, page_of
from participate.desk.queries.area import Area

MOST_WORDS = 6


def page_of_people(area: Area, words: str, but_ids: frozenset[int]) -> Page[Person]:
    """The people of these hubs with this name, in its order: the first twenty. Nobody for no name."""
    query = select(Person).where(Person.status == PersonStatus.ACTIVE, Person.merged_into_id.is_(None), _of(area))
    query = query.where(Person.id.not_in(but_ids), true() if words else Person.id.is_(None))
    for word in words.split()[:MOST_WORDS]:
        query = query.where(func.lower(Person.name).contains(word.lower(), autoescape=True))
    return page_of(query.order_by(Person.name, Person.id), 1)


def is_of(area: Area, person: Person) -> bool:
    """Whether somebody is of one of these hubs: written down by it, or where no hub did, it is the nearest."""
    if area.all_of_them or person.hub_id is not None:
        return area.all_of_them or person.hub_id in area.hub_ids
    return person.ward_id is None or person.ward_id in area.ward_ids


def _of(area: Area) -> ColumnElement[bool]:
    """The same in SQL."""
    if area.all_of_them:
        return true()
    near = or_(Person.ward_id.is_(None), Person.ward_id.in_(area.ward_ids))
    return or_(Person.hub_id.in_(area.hub_ids), and_(Person.hub_id.is_(None), near))
