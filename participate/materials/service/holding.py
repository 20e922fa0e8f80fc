"""Units are promised by the day and handed from shelf to hand: under the material's lock, by one conditional UPDATE,
with a CHECK behind each.
"""

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import aliased

from participate.core import clock
from participate.core.db import db
from participate.materials.models import Loan, Material, MaterialDay
from participate.materials.queries import free
from participate.materials.rules import lending


def hold(material_id: int) -> Material:
    """The material as it stands now, held until the transaction ends: whoever else lends it waits.

    SQLite has one writer, who began before he read. On PostgreSQL the row is locked first of all, always; whoever
    holds several takes them in the order of their ids.
    """
    query = select(Material).where(Material.id == material_id).with_for_update(key_share=True, of=Material)
    return db.session.scalars(query.execution_options(populate_existing=True)).one()


def hold_for(loan: Loan) -> Material:
    """The material of a loan, held; the loan as it stands now."""
    material = hold(loan.material_id)
    db.session.refresh(loan)
    return material


def promise_days(material: Material, units: int, first: date, last: date, *, spare: int = 0) -> bool:
    """Promise units on every day from `first` to `last`, if that many are free on each. False: nothing is promised.

    `spare`: late units that need not be reckoned with, for they are the very ones.
    """
    gone = free.gone_of([material.id]).get(material.id, free.Gone())
    missing = lending.gone_on(first, lost=gone.lost, late=gone.late - spare, today=clock.today())
    if units + missing > material.how_many:
        return False
    _lay_out(material, first, last)
    full = aliased(MaterialDay)
    too_full = select(full.id).where(
        full.material_id == material.id, full.day.between(first, last), full.held + units + missing > full.units
    )
    return _move(material.id, first, last, units, ~too_full.exists())


def free_days(loan: Loan) -> None:
    """What is left of the days of a loan is free again; days that are over stay as they were.

    Raises RuntimeError when fewer units were promised.
    """
    if loan.from_day is None or loan.due_on is None:
        raise RuntimeError(f"loan {loan.id} holds no days")
    first = max(loan.from_day, clock.today())
    if first > loan.due_on:
        return
    if not _move(loan.material_id, first, loan.due_on, -loan.units, MaterialDay.held >= loan.units):
        raise RuntimeError(f"loan {loan.id} gives more days back than were promised")


def _lay_out(material: Material, first: date, last: date) -> None:
    """A row for each day."""
    known = select(MaterialDay.day).where(MaterialDay.material_id == material.id, MaterialDay.day.between(first, last))
    there = set(db.session.scalars(known))
    db.session.add_all(
        MaterialDay(material_id=material.id, day=day, units=material.how_many, held=0)
        for day in lending.days_between(first, last)
        if day not in there
    )
    db.session.flush()


def _move(material_id: int, first: date, last: date, units: int, room: object) -> bool:
    rows = (MaterialDay.material_id == material_id, MaterialDay.day.between(first, last))
    changed = db.session.execute(
        update(MaterialDay).where(*rows, room).values(held=MaterialDay.held + units)  # type: ignore[arg-type]
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    return changed.rowcount == (last - first).days + 1  # type: ignore[attr-defined]


def into_hands(material: Material, units: int) -> bool:
    """Units leave the shelf, if so many are on it. Negative ones come back. False: nothing is done."""
    after = Material.out + units
    room = after >= 0 if units < 0 else after <= Material.how_many
    changed = db.session.execute(
        update(Material).where(Material.id == material.id, room).values(out=after)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(material, ["out"])
    return changed.rowcount == 1  # type: ignore[attr-defined]


def set_units(material: Material, how_many: int) -> None:
    """There are more or fewer of them now. Raises PromisedAlready when more are promised or out."""
    if how_many == material.how_many:
        return
    coming = (MaterialDay.material_id == material.id, MaterialDay.day >= clock.today())
    held = db.session.scalar(select(func.max(MaterialDay.held)).where(*coming)) or 0
    if max(held, material.out) > how_many:
        raise lending.PromisedAlready(units=max(held, material.out))
    db.session.execute(
        update(MaterialDay).where(*coming).values(units=how_many).execution_options(synchronize_session=False)
    )
    material.how_many = how_many
    db.session.flush()
