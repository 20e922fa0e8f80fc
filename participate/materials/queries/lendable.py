"""What could be lent on given days: for a session or a project that looks for kit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.materials.models import KitPart, Loan, Material, MaterialDay
from participate.materials.queries.free import free_units_of
from participate.materials.queries.kits import ids_with_parts_missing
from participate.materials.queries.listing import MaterialCard, cards_of, joined
from participate.materials.rules.lending import LATE_COUNTS
from participate.materials.words import Deal, LoanStatus
from participate.organisations.queries import nearest_first, shown
from participate.organisations.rules import Spot

MOST_WORDS = 5


@dataclass(frozen=True)
class Lendable:
    """A thing that could be had. `free`: how many units on those days; `lacks_part`: it is a kit, and not
    whole."""

    card: MaterialCard
    free: int
    instant: bool
    points: int
    lacks_part: bool


def list_lendable(
    first_day: date, last_day: date, here: Spot, number: int, *, words: str = "", units: int = 1
) -> Page[Lendable]:
    """What is lent and free on all of these days, so many units at least, nearest first, a page at a time.

    `words`: each must stand in its name, in what is said about it, or in the parts of the kit. Six statements.
    """
    query = joined(select(Material.id)).where(Material.deal == Deal.LEND, *shown(Material, clock.today()))
    query = query.where(Material.how_many - _held(first_day, last_day) - _gone(first_day) >= units)
    for word in words.split()[:MOST_WORDS]:
        query = query.where(_holds(word))
    page = page_of(query.order_by(*nearest_first(Material, here)), number)
    return Page(_lendable(page.items, first_day, last_day), page.number, page.size, page.total)


def _lendable(ids: Sequence[int], first_day: date, last_day: date) -> list[Lendable]:
    cards, free, lacking = cards_of(ids), free_units_of(ids, first_day, last_day), ids_with_parts_missing(ids)
    facts = db.session.execute(select(Material.id, Material.instant, Material.points).where(Material.id.in_(ids)))
    known = {each: (instant, points) for each, instant, points in facts}
    return [Lendable(cards[each], free[each], *known[each], each in lacking) for each in ids if each in cards]


def _held(first_day: date, last_day: date) -> ColumnElement[int]:
    held = select(func.coalesce(func.max(MaterialDay.held), 0)).where(
        MaterialDay.material_id == Material.id, MaterialDay.day.between(first_day, last_day)
    )
    return held.correlate(Material).scalar_subquery()


def _gone(first_day: date) -> ColumnElement[int]:
    today = clock.today()
    gone = Loan.status == LoanStatus.LOST
    if first_day <= today + LATE_COUNTS:
        gone = or_(gone, and_(Loan.status == LoanStatus.OUT, Loan.due_on < today))
    units = select(func.coalesce(func.sum(case((gone, Loan.units), else_=0)), 0)).where(Loan.material_id == Material.id)
    return units.correlate(Material).scalar_subquery()


def _holds(word: str) -> ColumnElement[bool]:
    part = select(KitPart.id).where(KitPart.material_id == Material.id, KitPart.name.icontains(word, autoescape=True))
    return or_(
        Material.name.icontains(word, autoescape=True),
        Material.about.icontains(word, autoescape=True),
        part.correlate(Material).exists(),
    )
