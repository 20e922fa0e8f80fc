"""The order of a list: nearest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func

from participate.places.rules.squares import ROW
from participate.projects.models import Project

# Squared distances in squares of 250 m, where only the ward is known: one's own counts as a kilometre away, a ward
# beside it as two and a half, any other as further than any square of the borough.
OWN_WARD, NEXT_WARD, ELSEWHERE = 16, 100, 1_000_000


@dataclass(frozen=True)
class Near:
    """Where the reader is: the ids of her own ward, first, and of those beside it; and her square if known."""

    ward_ids: Sequence[int] = ()
    square: int | None = None


def farness(near: Near) -> ColumnElement[int]:
    """How far a project is from the reader: squared, in squares. Needs `near.ward_ids`."""
    own, *beside = near.ward_ids
    by_ward: ColumnElement[int] = case(
        (Project.ward_id == own, OWN_WARD), (Project.ward_id.in_(beside), NEXT_WARD), else_=ELSEWHERE
    )
    if near.square is None:
        return by_ward
    east, north = divmod(near.square, ROW)
    aside, ahead = Project.square // ROW - east, Project.square % ROW - north
    return func.coalesce(aside * aside + ahead * ahead, by_ward)


def nearest_first(near: Near, *then: ColumnElement[Any]) -> tuple[ColumnElement[Any], ...]:
    """The order of a list of projects, or of what belongs to them: nearest first where the place is known."""
    return (farness(near), *then) if near.ward_ids else then
