"""Several materials at once: for whoever looks among many for one that is free."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.materials.models import Material, MaterialDay
from participate.materials.queries.free import Gone, gone_of
from participate.materials.rules.lending import days_between, gone_on


def materials_of(ids: Collection[int]) -> dict[int, Material]:
    """The materials with these ids, hidden or not, with who looks after them, by id. One statement."""
    if not ids:
        return {}
    known = (Material.keeper, Material.organisation, Material.hub)
    query = select(Material).where(Material.id.in_(ids)).options(*map(joinedload, known)).order_by(Material.id)
    return {each.id: each for each in db.session.scalars(query)}


def free_by_day_of(materials: Collection[Material], first: date, last: date) -> dict[int, dict[date, int]]:
    """How many units of each of these are free on each day from `first` to `last`, by id. Two statements."""
    ids = [each.id for each in materials]
    if not ids:
        return {}
    held = select(MaterialDay.material_id, MaterialDay.day, MaterialDay.held).where(
        MaterialDay.material_id.in_(ids), MaterialDay.day.between(first, last)
    )
    taken = {(each, day): number for each, day, number in db.session.execute(held)}
    gone, today, days = gone_of(ids), clock.today(), days_between(first, last)
    found = {}
    for each in materials:
        away = gone.get(each.id, Gone())
        found[each.id] = {
            day: max(
                0,
                each.how_many
                - taken.get((each.id, day), 0)
                - gone_on(day, lost=away.lost, late=away.late, today=today),
            )
            for day in days
        }
    return found
