"""Where an offer is: a ward, and a 250 m square where somebody gave one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A ward and a square; either may be unknown."""

    ward_id: int | None = None
    square: int | None = None


def choose_spot(
    ward_id: int | None,
    *,
    typed: Spot | None = None,
    mine: Spot | None = None,
    before: Spot | None = None,
    owner: Spot | None = None,
) -> Spot:
    """Where an offer is, from the ward that was chosen and what else is known.

    `typed` comes from a postcode and decides. `mine` is given when somebody ticked that it is at her place.
    Else the square stays as it was `before`, or is that of the `owner` (an organisation or a hub), if it is
    that ward.
    """
    if typed is not None:
        return typed
    if mine is not None and mine.square is not None:
        return mine
    for known in (before, owner):
        if known is not None and known.ward_id == ward_id and known.square is not None:
            return known
    return Spot(ward_id)
