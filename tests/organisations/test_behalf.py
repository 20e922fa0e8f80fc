"""In whose name something is offered, as a form carries it."""

import pytest

from participate.organisations.rules import Behalf, NotANameYouOffer, behalf_of

ME = 7


@pytest.mark.parametrize(
    ("value", "behalf"),
    [
        ("", Behalf(keeper_id=ME)),
        ("me", Behalf(keeper_id=ME)),
        ("organisation:3", Behalf(organisation_id=3)),
        ("hub:1", Behalf(hub_id=1)),
    ],
)
def test_a_value_names_somebody(value: str, behalf: Behalf) -> None:
    assert behalf_of(value, ME) == behalf
    assert behalf.value == (value or "me")


@pytest.mark.parametrize(
    "value",
    ["person:3", "organisation", "organisation:", "organisation:-1", "organisation:x", "organisation:٣", "hub:1.5",
     "hub:9999999999", "hub: 1", "<script>", "ME"],
)  # fmt: skip
def test_anything_else_names_nobody(value: str) -> None:
    with pytest.raises(NotANameYouOffer):
        behalf_of(value, ME)


@pytest.mark.parametrize("names", [{}, {"keeper_id": 1, "hub_id": 1}, {"organisation_id": 1, "hub_id": 1}])
def test_exactly_one_name_is_needed(names: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        Behalf(**names)
