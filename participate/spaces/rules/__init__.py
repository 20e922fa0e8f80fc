"""Rules of the spaces. Pure."""

from participate.spaces.rules.listing import (
    DEAREST,
    LONGEST_NAME,
    LONGEST_SAID,
    MOST_PEOPLE,
    Draft,
    HomeHasNoAddress,
    NotAPrice,
    check_address,
    draft_from,
    is_at_home,
    kind_in,
    pence_of,
    price_typed,
    things_in,
)

__all__ = [
    "DEAREST",
    "Draft",
    "HomeHasNoAddress",
    "LONGEST_NAME",
    "LONGEST_SAID",
    "MOST_PEOPLE",
    "NotAPrice",
    "check_address",
    "draft_from",
    "is_at_home",
    "kind_in",
    "pence_of",
    "price_typed",
    "things_in",
]
