"""Where an offer is: the truth table."""

import pytest

from participate.organisations.rules import Spot, choose_spot

WARD, OTHER = 1, 2
TYPED, MINE, BEFORE, OWNER = Spot(OTHER, 10), Spot(WARD, 20), Spot(WARD, 30), Spot(WARD, 40)


@pytest.mark.parametrize(
    ("known", "spot"),
    [
        ({}, Spot(WARD)),
        ({"typed": TYPED, "mine": MINE, "before": BEFORE, "owner": OWNER}, TYPED),
        ({"mine": MINE, "before": BEFORE, "owner": OWNER}, MINE),
        ({"before": BEFORE, "owner": OWNER}, BEFORE),
        ({"owner": OWNER}, OWNER),
        ({"mine": Spot(OTHER, None), "owner": OWNER}, OWNER),  # she never agreed to a square
        ({"before": Spot(OTHER, 30), "owner": OWNER}, OWNER),  # it moved to another ward
        ({"before": Spot(WARD, None)}, Spot(WARD)),
        ({"owner": Spot(OTHER, 40)}, Spot(WARD)),
    ],
)
def test_what_is_known_decides_in_this_order(known: dict[str, Spot], spot: Spot) -> None:
    assert choose_spot(WARD, **known) == spot
