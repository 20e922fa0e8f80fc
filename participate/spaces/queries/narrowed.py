"""The list of spaces, narrowed by what they are, hold, and by when they are free."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.paging import Page, page_of
from participate.organisations.models import Organisation
from participate.organisations.queries import nearest_first, shown
from participate.organisations.rules import Spot
from participate.spaces.models import Space
from participate.spaces.queries.fitting import MOST_WORDS, Fitting, fitting, holds
from participate.spaces.queries.listing import SpaceCard, cards_of
from participate.spaces.rules import Slot
from participate.spaces.words import SpaceKind


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to. `kit`: words that must stand in what a space has; `slot`: a time at which it can be
    booked or asked for."""

    kind: SpaceKind | None = None
    ward_id: int | None = None
    step_free: bool = False
    people: int | None = None
    kit: str = ""
    slot: Slot | None = None


def list_spaces(wanted: Wanted, here: Spot, number: int) -> Page[SpaceCard]:
    """The spaces that everybody may see, narrowed, nearest first, a page at a time. Three statements; with a time four.

    With a time, not those that are booked by ringing, and the parts of sites instead of the sites.
    """
    query = select(Space.id).outerjoin(Person, Person.id == Space.keeper_id)
    query = query.outerjoin(Organisation, Organisation.id == Space.organisation_id)
    query = query.where(*shown(Space, clock.today()))
    if wanted.kind is not None:
        query = query.where(Space.kind == wanted.kind)
    if wanted.ward_id is not None:
        query = query.where(Space.ward_id == wanted.ward_id)
    if wanted.slot is not None:
        query = query.where(*fitting(Fitting(wanted.slot, wanted.people or 1, wanted.kit, wanted.step_free)))
    else:
        query = query.where(*_without_time(wanted))
    page = page_of(query.order_by(*nearest_first(Space, here)), number)
    cards = cards_of(page.items)
    return Page([cards[each] for each in page.items if each in cards], page.number, page.size, page.total)


def _without_time(wanted: Wanted) -> list[ColumnElement[bool]]:
    narrowed = [holds(word) for word in wanted.kit.split()[:MOST_WORDS]]
    if wanted.step_free:
        narrowed.append(Space.step_free.is_(True))
    if wanted.people is not None:
        narrowed.append(Space.capacity >= wanted.people)
    return narrowed
