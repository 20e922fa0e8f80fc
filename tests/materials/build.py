"""Materials for the tests."""

from datetime import timedelta

from participate.core import clock
from participate.materials.models import Material
from participate.materials.words import Deal
from tests.street import SQUARE, Street, add


def build_material(street: Street, **more: object) -> Material:
    """A drill that Chidi lends, unless said otherwise; not committed."""
    facts: dict[str, object] = {
        "name": "Drill", "deal": Deal.LEND, "about": "With a case.", "how_many": 1, "how_long": "A weekend",
        "ward_id": street.ward.id, "square": SQUARE, "expires_on": clock.today() + timedelta(days=100),
        "made_at": clock.now(), "changed_at": clock.now(),
    }  # fmt: skip
    if not {"keeper_id", "organisation_id", "hub_id"} & set(more):
        facts["keeper_id"] = street.chidi.id
    made = Material(**(facts | more))
    add(made)
    return made
