"""The tile map of the wards: what `components/tilemap.html` asks for."""

from collections.abc import Sequence

from flask import url_for

from participate.places import queries
from participate.places.data.wards import WARDS

_FACTS = {ward.code: ward for ward in WARDS}
Tile = dict[str, object]


def tiles(wards: Sequence[queries.Ward], current_id: int | None = None) -> list[Tile]:
    """A tile for each ward whose place on the map is known: name, short, column, row, url, current."""
    return [_tile(ward, current_id) for ward in wards if ward.code in _FACTS]


def _tile(ward: queries.Ward, current_id: int | None) -> Tile:
    facts = _FACTS[ward.code]
    column, row = facts.tile
    return {
        "name": ward.name,
        "short": facts.in_two_lines,
        "column": column,
        "row": row,
        "url": url_for("places.ward", slug=ward.slug),
        "current": ward.id == current_id,
    }
