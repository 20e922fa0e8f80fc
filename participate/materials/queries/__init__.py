"""Reading the materials."""

from participate.materials.queries.listing import (
    MOST_OF_ONE,
    Material,
    MaterialCard,
    cards_of,
    count_by_deal,
    find_material,
    get_material,
    list_for_matching,
    list_ids_of,
    list_materials,
    list_of_hub,
    list_of_keeper,
    list_of_organisation,
)

__all__ = [
    "MOST_OF_ONE",
    "Material",
    "MaterialCard",
    "cards_of",
    "count_by_deal",
    "find_material",
    "get_material",
    "list_for_matching",
    "list_ids_of",
    "list_materials",
    "list_of_hub",
    "list_of_keeper",
    "list_of_organisation",
]
