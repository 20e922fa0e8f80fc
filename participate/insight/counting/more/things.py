"""Counting things lent, given and taken."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Select, String, case, cast, func, literal, select, union_all

from participate.insight.counting.given import Ground
from participate.insight.counting.more.areas import cells, largest, people, summed
from participate.insight.counting.more.persons import whole
from participate.insight.counting.more.when import at, on
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.materials.models import GiftAsk, Loan, Material, StockDay
from participate.materials.words import GiftStatus


def lent(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Units of things that went out."""
    return _between_people(ground, period, Loan, Loan.out_at.is_not(None), at(period, Loan.out_at))


def given(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Units of gifts that were handed over."""
    handed = (GiftAsk.status == GiftStatus.HANDED, GiftAsk.answered_at.is_not(None), at(period, GiftAsk.answered_at))
    return _between_people(ground, period, GiftAsk, *handed)


def taken(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """What was taken from shelves. Nobody knows by whom."""
    rows = select(Material.ward_id, func.sum(StockDay.taken)).join(StockDay, StockDay.material_id == Material.id)
    rows = rows.where(Material.hidden_at.is_(None), on(period, StockDay.day))
    return cells(ground, period, summed(ground, rows.group_by(Material.ward_id)))


def _between_people(
    ground: Ground, period: Period, table: type[Loan] | type[GiftAsk], *which: ColumnElement[bool]
) -> Mapping[Key, Counted]:
    """From somebody, an organisation or a hub to somebody. A hub's own things are nobody's business."""
    rows = select(
        Material.ward_id.label("ward"), table.units.label("units"), Material.organisation_id,
        case((Material.hub_id.is_(None), Material.keeper_id), else_=None).label("keeper_id"),
    ).join(table, table.material_id == Material.id)  # fmt: skip
    rows = whole(table.person_id, rows.where(Material.hidden_at.is_(None), *which))
    found = rows.subquery()
    value = summed(ground, select(found.c.ward, func.sum(found.c.units)).group_by(found.c.ward))
    behind, most = people(ground, period, rows), largest(ground, period, _brought(rows))
    return cells(ground, period, value, behind=behind, most=most)


def _brought(rows: Select) -> Select:
    """Units by who has them now, and by whose they were: an organisation's, else its keeper's."""
    found = rows.subquery()
    giver = case(
        (found.c.organisation_id.is_not(None), literal("organisation:") + cast(found.c.organisation_id, String)),
        (found.c.keeper_id.is_not(None), literal("keeper:") + cast(found.c.keeper_id, String)),
        else_=None,
    )
    taker = case((found.c.person.is_not(None), literal("person:") + cast(found.c.person, String)), else_=None)
    both = [select(found.c.ward, owner.label("owner"), found.c.units) for owner in (giver, taker)]
    return select(union_all(*both).subquery())
