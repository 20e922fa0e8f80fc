"""Laying down what a gift, a stock or a wish says beyond what every thing says."""

from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.materials.models import GiftAsk, Material
from participate.materials.rules import lending, stock
from participate.materials.rules import terms as rules
from participate.materials.rules.terms import Terms
from participate.materials.service import wishes
from participate.materials.words import Deal, GiftStatus

STANDING = (GiftStatus.ASKED, GiftStatus.CHOSEN)


def check(material: Material, deal: Deal, how_many: int) -> None:
    """Whether it may become this. Raises StockIsAHubs, DealStays or PromisedAlready."""
    stock.check_whose(deal, material.hub_id)
    if deal is not material.deal and (material.out or material.met or _asked(material)):
        raise rules.DealStays
    if deal in (Deal.GIVE, Deal.WANT) and how_many < max(material.out, material.met):
        raise lending.PromisedAlready(units=max(material.out, material.met))
    if deal is Deal.TAKE and how_many < material.out:
        raise lending.PromisedAlready(units=material.out)


def lay_down(material: Material, terms: Terms) -> None:
    """Until when to ask, by lot or not, for which days; a wish begins to be looked for."""
    give, want = material.deal is Deal.GIVE, material.deal is Deal.WANT
    asked = _asked(material) if give and material.asks_until is not None else 0
    material.asks_until = rules.asks_until(material.deal, terms, clock.now(), material.asks_until, asked)
    material.by_lot = give and terms.by_lot
    material.wanted_from, material.wanted_until = terms.days if want and terms.days else (None, None)
    if not (material.subject.startswith("session:") and not terms.subject):
        material.subject = terms.subject if want else ""
    db.session.flush()
    wishes.start(material)


def _asked(material: Material) -> int:
    query = select(func.count(GiftAsk.id)).where(GiftAsk.material_id == material.id, GiftAsk.status.in_(STANDING))
    return db.session.scalar(query) or 0
