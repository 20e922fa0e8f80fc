"""Reading a hub's stock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.materials.models import Material, StockDay
from participate.materials.rules.stock import Level, level_of

WEEKS_SHOWN = 4


@dataclass(frozen=True)
class Stock:
    """How much of a stock is there: in words for everybody; `left` is for the hub's staff."""

    level: Level
    left: int


@dataclass(frozen=True)
class Taken:
    """How much was taken: by day, the latest first, of the last four weeks; and of all time."""

    days: Sequence[StockDay]
    ever: int


def stock_of(material: Material) -> Stock:
    """How much is there."""
    left = material.how_many - material.out
    return Stock(level_of(left), left)


def taken_of(material_id: int) -> Taken:
    """How much was taken, and when. Two statements."""
    since = clock.today() - timedelta(weeks=WEEKS_SHOWN)
    mine = StockDay.material_id == material_id
    days = select(StockDay).where(mine, StockDay.day > since, StockDay.taken > 0).order_by(StockDay.day.desc())
    ever = db.session.scalar(select(func.sum(StockDay.taken)).where(mine)) or 0
    return Taken(db.session.scalars(days).all(), ever)
