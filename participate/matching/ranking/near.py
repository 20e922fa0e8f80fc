"""How near each candidate is, and what that does to its place in the list."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.segment import ANYWHERE, ELSEWHERE, NOWHERE, Ints, Rows
from participate.matching.ranking.facts import Facts
from participate.matching.rules import FREE_TOGETHER, HALF_WAY, NEARNESS, STALE, STALE_DAYS
from participate.matching.words import Nearness
from participate.places.rules.squares import DETOUR, METRES_A_MINUTE, ROW, SIDE


def fitness(rows: Rows, chosen: NDArray[np.int64], facts: Facts) -> NDArray[np.float64]:
    """What the text scores of the chosen rows are multiplied with: nearness, shared free time, freshness."""
    day = rows.day[chosen]
    stale = (day > 0) & (facts.day - day > STALE_DAYS)
    shared = (rows.free[chosen] & facts.free) != 0
    closeness = _closeness(rows.ward[chosen], rows.square[chosen], facts)
    return closeness * np.where(shared, FREE_TOGETHER, 1.0) * np.where(stale, STALE, 1.0)


def _closeness(ward: Ints, square: Ints, facts: Facts) -> NDArray[np.float64]:
    if facts.ward is None:
        known = np.full(len(ward), NEARNESS[Nearness.UNKNOWN])
    else:
        known = np.where(np.isin(ward, facts.near), NEARNESS[Nearness.NEXT_WARD], NEARNESS[Nearness.FARTHER])
        known[ward == facts.ward] = NEARNESS[Nearness.SAME_WARD]
    known[ward == ANYWHERE] = NEARNESS[Nearness.ANYWHERE]
    known[ward == ELSEWHERE] = NEARNESS[Nearness.ELSEWHERE]
    if facts.square is None:
        return known
    measured = (square != NOWHERE) & (ward != ELSEWHERE)
    return np.where(measured, HALF_WAY / (HALF_WAY + _minutes(square, facts.square)), known)


def _minutes(squares: Ints, square: int) -> NDArray[np.float64]:
    east, north = np.divmod(squares, ROW)
    own_east, own_north = divmod(square, ROW)
    return np.hypot(east - own_east, north - own_north) * (SIDE * DETOUR / METRES_A_MINUTE)


def nearness(ward: int, square: int, facts: Facts) -> Nearness:
    """In what words the nearness of one row may be told."""
    if ward == ELSEWHERE:
        return Nearness.ELSEWHERE
    if square != NOWHERE and facts.square is not None:
        return Nearness.WALK
    if ward == ANYWHERE:
        return Nearness.ANYWHERE
    if facts.ward is None:
        return Nearness.UNKNOWN
    if ward == facts.ward:
        return Nearness.SAME_WARD
    return Nearness.NEXT_WARD if ward in facts.near else Nearness.FARTHER
