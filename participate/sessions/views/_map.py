"""The programme as a map: a tile for each ward, with how much is on."""

from collections.abc import Sequence
from typing import Any

from participate.places import queries as places
from participate.places.data.wards import WARDS
from participate.sessions import queries
from participate.sessions.views._narrowing import Narrowed

_FACTS = {ward.code: ward for ward in WARDS}


def map_facts(
    wards: Sequence[places.Ward], found: queries.Programme, asked: queries.Wanted, narrowed: Narrowed
) -> dict[str, Any]:
    """Facts for `sessions/_map.html`.

    `tiles`: name, short, column, row, number, url, chosen of each ward on the map; `rest`: the wards that have
    something on and no tile; `nowhere`: how many are in no ward, where all wards are shown. The numbers of the chosen
    tiles, `rest` and `nowhere` add up to the list's total.
    """
    every = [_place(ward, found.wards.get(ward.id, 0), asked, narrowed) for ward in wards]
    known = {ward.id for ward in wards if ward.code in _FACTS}
    return {
        "tiles": [each for each in every if each["id"] in known],
        "rest": [each for each in every if each["id"] not in known and each["number"]],
        "nowhere": 0 if asked.ward_ids else found.wards.get(None, 0),
    }


def _place(ward: places.Ward, number: int, asked: queries.Wanted, narrowed: Narrowed) -> dict[str, object]:
    facts = _FACTS.get(ward.code)
    column, row = facts.tile if facts else (0, 0)
    alone = asked.ward_ids == (ward.id,) and narrowed.chosen.get("ward") == str(ward.id)
    return {
        "id": ward.id,
        "name": ward.name,
        "short": facts.short if facts else ward.name,
        "column": column,
        "row": row,
        "number": number,
        "url": narrowed.url(ward=None if alone else str(ward.id)),
        "chosen": ward.id in asked.ward_ids,
    }
