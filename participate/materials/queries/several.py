"""Several materials at once: for whoever looks among many for one that is free."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk, Material, MaterialDay
from participate.materials.queries.free import Gone, gone_of
from participate.materials.rules.giving import decided_by
from participate.materials.rules.lending import days_between, gone_on
from participate.materials.words import Deal, GiftStatus


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


def decided_of(materials: Collection[Material], person_ids: Collection[int]) -> dict[int, datetime]:
    """Of these materials those to give for which somebody of a few people may ask now, by id, with the moment at which
    it is known at the latest who gets it. What one of them gives, or has asked for already, is left out. One statement.
    """
    now, people = clock.now(), set(person_ids)
    gifts = [each for each in materials if each.deal is Deal.GIVE and each.out < each.how_many]
    if not gifts:
        return {}
    waits = func.max(case((GiftAsk.status == GiftStatus.ASKED, 1), else_=0))
    theirs = func.max(case((GiftAsk.person_id.in_(people) & (GiftAsk.status != GiftStatus.CANCELLED), 1), else_=0))
    query = select(GiftAsk.material_id, waits, theirs).where(GiftAsk.material_id.in_([each.id for each in gifts]))
    asked = {each: (waits, theirs) for each, waits, theirs in db.session.execute(query.group_by(GiftAsk.material_id))}
    found = {}
    for each in gifts:
        somebody_waits, asked_already = asked.get(each.id, (0, 0))
        moment = decided_by(each.asks_until, now, waits=bool(somebody_waits), by_lot=each.by_lot)
        if moment is not None and not asked_already and each.keeper_id not in people:
            found[each.id] = moment
    return found
