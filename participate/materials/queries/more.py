"""What the page of one material says beside what all say: by what is to happen with it."""

from participate.materials.models import Material
from participate.materials.queries.giving import Gift, gift_of
from participate.materials.words import Deal

More = Gift


def more_of(material: Material, person_id: int | None) -> More | None:
    """How a gift, a stock or a wish stands, for the reader of its page; None of what is lent."""
    if material.deal is Deal.GIVE:
        return gift_of(material, person_id)
    return None
