"""A hub's stock is counted: how much was taken, brought in, is here. Nothing says who took anything."""

from sqlalchemy import select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.materials.models import Material, StockDay
from participate.materials.rules import stock as rules
from participate.materials.service.holding import hold, into_hands
from participate.materials.words import Deal


def count_taken(actor_id: int, material: Material, units: int) -> None:
    """So many were taken today; fewer than none corrects what was counted today by mistake.

    Raises NotSoMany or NotTakenToday.
    """
    material = _hold(material)
    day = _today(material)
    if day.taken + units < 0:
        raise rules.NotTakenToday(taken=day.taken)
    if not into_hands(material, units):
        raise rules.NotSoMany(left=material.how_many - material.out)
    day.taken += units
    _note(actor_id, material)


def bring_in(actor_id: int, material: Material, units: int) -> None:
    """So many more are here."""
    material = _hold(material)
    _set(actor_id, material, material.how_many - material.out + units)


def count_here(actor_id: int, material: Material, here: int) -> None:
    """Somebody counted: so many are here now."""
    _set(actor_id, _hold(material), here)


def _set(actor_id: int, material: Material, here: int) -> None:
    """Begin to count anew: an empty shelf is one that is gone."""
    material.how_many, material.out = max(1, here), 0 if here else 1
    _note(actor_id, material)


def _note(actor_id: int, material: Material) -> None:
    db.session.flush()
    record(actor_id, "counted", "material", material.id)


def _today(material: Material) -> StockDay:
    query = select(StockDay).where(StockDay.material_id == material.id, StockDay.day == clock.today())
    day = db.session.scalar(query.execution_options(populate_existing=True))
    if day is None:
        day = StockDay(material_id=material.id, day=clock.today(), taken=0)
        db.session.add(day)
        db.session.flush()
    return day


def _hold(material: Material) -> Material:
    held = hold(material.id)
    if held.deal is not Deal.TAKE:
        raise NotFound
    return held
