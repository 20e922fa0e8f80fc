"""How many units of what is lent are free, on which days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select

from participate.core import clock
from participate.core.db import db
from participate.materials.models import Loan, Material, MaterialDay
from participate.materials.rules.lending import DAY, days_between, gone_on
from participate.materials.words import LoanStatus

SEEN_AHEAD = 60  # days that a page looks ahead for the first free ones


@dataclass(frozen=True)
class Gone:
    """Units that are not where they should be: lost, or not back although they are due."""

    lost: int = 0
    late: int = 0


def gone_of(material_ids: Collection[int]) -> dict[int, Gone]:
    """What is lost or late of these materials, by id; those of which nothing is are missing. One statement."""
    if not material_ids:
        return {}
    lost = Loan.status == LoanStatus.LOST
    late = (Loan.status == LoanStatus.OUT) & (Loan.due_on < clock.today())
    query = select(Loan.material_id, units_where(lost), units_where(late)).where(
        Loan.material_id.in_(material_ids), lost | late
    )
    return {each: Gone(*found) for each, *found in db.session.execute(query.group_by(Loan.material_id))}


def units_where(which: ColumnElement[bool]) -> ColumnElement[int]:
    """The units of those loans, added up."""
    return func.coalesce(func.sum(case((which, Loan.units), else_=0)), 0)


def free_by_day(material: Material, first: date, last: date, gone: Gone | None = None) -> dict[date, int]:
    """How many units are free on each day from `first` to `last`. Two statements; one where `gone` is known."""
    held = select(MaterialDay.day, MaterialDay.held).where(
        MaterialDay.material_id == material.id, MaterialDay.day.between(first, last)
    )
    taken = {day: number for day, number in db.session.execute(held)}
    today = clock.today()
    if gone is None:
        gone = gone_of([material.id]).get(material.id, Gone())
    return {
        day: max(0, material.how_many - taken.get(day, 0) - gone_on(day, lost=gone.lost, late=gone.late, today=today))
        for day in days_between(first, last)
    }


def free_units(material_id: int, first_day: date, last_day: date) -> int:
    """How many units of what is lent are free on every day from `first_day` to `last_day`; 0 of what is not there."""
    return free_units_of([material_id], first_day, last_day).get(material_id, 0)


def free_units_of(material_ids: Iterable[int], first_day: date, last_day: date) -> dict[int, int]:
    """As `free_units`, of many at once. Three statements."""
    wanted = set(material_ids)
    if not wanted:
        return {}
    held = select(MaterialDay.material_id, func.max(MaterialDay.held)).where(
        MaterialDay.material_id.in_(wanted), MaterialDay.day.between(first_day, last_day)
    )
    taken = {each: number for each, number in db.session.execute(held.group_by(MaterialDay.material_id))}
    units = db.session.execute(select(Material.id, Material.how_many).where(Material.id.in_(wanted)))
    gone, today = gone_of(wanted), clock.today()
    found = dict[int, int]()
    for each, how_many in units:
        away = gone.get(each, Gone())
        missing = gone_on(first_day, lost=away.lost, late=away.late, today=today)
        found[each] = max(0, how_many - taken.get(each, 0) - missing)
    return found


def units_there(material: Material) -> int:
    """How many there are, less what is lost; 1 where all are, for they may turn up."""
    return max(1, material.how_many - gone_of([material.id]).get(material.id, Gone()).lost)


def days_ahead(material: Material, gone: Gone | None = None) -> dict[date, int]:
    """How many units are free on each of the next days: enough to find the first that suit."""
    today = clock.today()
    return free_by_day(material, today, today + SEEN_AHEAD * DAY, gone)
