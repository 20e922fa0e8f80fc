"""Rules of the materials. Pure."""

from participate.materials.rules.listing import (
    LONGEST_NAME,
    LONGEST_SAID,
    MOST,
    Draft,
    deal_in,
    draft_from,
)

__all__ = [
    "Draft",
    "LONGEST_NAME",
    "LONGEST_SAID",
    "MOST",
    "deal_in",
    "draft_from",
]
