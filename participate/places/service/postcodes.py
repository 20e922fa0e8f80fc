"""From a postcode to a place, through the table in use. The postcode itself goes no further."""

from dataclasses import dataclass

from flask import current_app

from participate.core.config import Settings
from participate.places import queries
from participate.places.data.wards import BOROUGH_NAME
from participate.places.postcode_table import PostcodeTable, table
from participate.places.rules import PostcodeUnknown, canonical


@dataclass(frozen=True)
class Spot:
    """Where a postcode lies: the id of its ward and its 250 m square."""

    ward_id: int
    square: int | None


def table_in_use() -> PostcodeTable:
    """The imported table, else the shipped one."""
    settings: Settings = current_app.extensions["settings"]
    return table(settings.data)


def spot_of(typed: str) -> Spot:
    """The place of a postcode as typed.

    Raises a PostcodeProblem; a dead postcode's carries the code of the ward where it was, when that is known.
    """
    postcode = canonical(typed)
    borough = queries.find_borough()
    entry = table_in_use().look_up(postcode, borough.name if borough else BOROUGH_NAME)
    ward = queries.find_ward_by_code(entry.ward_code)
    if ward is None:
        raise PostcodeUnknown
    return Spot(ward.id, entry.square)
