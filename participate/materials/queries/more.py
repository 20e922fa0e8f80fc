"""What the page of one material says beside what all say: by what is to happen with it."""

from participate.materials.models import Material
from participate.materials.queries.giving import Gift, gift_of
from participate.materials.queries.lent import Lent, lent_of
from participate.materials.queries.stock import Stock, stock_of
from participate.materials.queries.wishes import Wish, wish_of
from participate.materials.words import Deal

More = Gift | Lent | Stock | Wish


def more_of(material: Material, person_id: int | None) -> More | None:
    """How a gift, a stock or a wish stands, or what is lent, for the reader of its page."""
    if material.deal is Deal.LEND:
        return lent_of(material, person_id)
    if material.deal is Deal.GIVE:
        return gift_of(material, person_id)
    if material.deal is Deal.TAKE:
        return stock_of(material)
    return wish_of(material) if material.deal is Deal.WANT and material.wanted_from is not None else None
