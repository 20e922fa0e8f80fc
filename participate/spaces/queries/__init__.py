"""Reading the spaces."""

from participate.spaces.queries.listing import (
    MOST_OF_ONE,
    Space,
    SpaceCard,
    Wanted,
    cards_of,
    find_space,
    get_space,
    list_for_matching,
    list_ids_of,
    list_of_hub,
    list_of_keeper,
    list_of_organisation,
    list_spaces,
)

__all__ = [
    "MOST_OF_ONE",
    "Space",
    "SpaceCard",
    "Wanted",
    "cards_of",
    "find_space",
    "get_space",
    "list_for_matching",
    "list_ids_of",
    "list_of_hub",
    "list_of_keeper",
    "list_of_organisation",
    "list_spaces",
]
