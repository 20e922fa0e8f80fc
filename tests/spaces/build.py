"""Spaces for the tests."""

from datetime import timedelta

from participate.core import clock
from participate.spaces.models import Space
from participate.spaces.words import SpaceKind
from tests.street import SQUARE, Street, add


def build_space(street: Street, **more: object) -> Space:
    """A kitchen of Amina's on the street, unless said otherwise; not committed."""
    facts: dict[str, object] = {
        "name": "Amina’s kitchen", "kind": SpaceKind.KITCHEN, "about": "Warm and small.", "capacity": 4,
        "ward_id": street.ward.id, "square": SQUARE, "expires_on": clock.today() + timedelta(days=100),
        "made_at": clock.now(), "changed_at": clock.now(),
    }  # fmt: skip
    if not {"keeper_id", "organisation_id", "hub_id"} & set(more):
        facts["keeper_id"] = street.amina.id
    made = Space(**(facts | more))
    add(made)
    return made
