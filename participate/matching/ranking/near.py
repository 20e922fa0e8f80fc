"""How near each candidate is, and what that does to its place in the list."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.segment import ANYWHERE, ELSEWHERE, NO_PLACE, NOWHERE, Ints, Rows
from participate.matching.ranking.facts import Facts
from participate.matching.rules import (
    ANOTHER_LANGUAGE,
    FREE_TOGETHER,
    HALF_WAY,
    NEARNESS,
    NO_SHARED_LANGUAGE,
    STALE,
    STALE_DAYS,
)
from participate.matching.words import Nearness
from participate.places.rules.squares import DETOUR, METRES_A_MINUTE, ROW, SIDE

ENGLISH = 1  # the bit of the first of profiles.words.SPOKEN


def fitness(rows: Rows, chosen: NDArray[np.int64], facts: Facts) -> NDArray[np.float64]:
    """What the text scores of the chosen rows are multiplied with: nearness, shared free time, freshness, languages."""
    fit = closeness(rows, chosen, facts)
    if facts.free:
        fit *= np.where((rows.free[chosen] & facts.free) != 0, FREE_TOGETHER, 1.0)
    day = rows.day[chosen]
    old = day < facts.day - STALE_DAYS
    if old.any():
        fit *= np.where(old & (day > 0), STALE, 1.0)
    return fit * understood(rows.languages[chosen], facts.languages) if facts.languages else fit


def ceiling(facts: Facts) -> float:
    """What `fitness` is at most, whatever the row."""
    known = [Nearness.ANYWHERE, Nearness.ELSEWHERE]
    known += [Nearness.UNKNOWN] if facts.ward is None else [Nearness.SAME_WARD, Nearness.NEXT_WARD, Nearness.FARTHER]
    closest = max(NEARNESS[each] for each in known) if facts.square is None else max(1.0, *NEARNESS.values())
    return closest * _beside_nearness(facts)


def _beside_nearness(facts: Facts) -> float:
    """What free times and languages make of a row at most."""
    spoken = ANOTHER_LANGUAGE if facts.languages & ~ENGLISH else 1.0
    return (FREE_TOGETHER if facts.free else 1.0) * spoken


def close_wards(facts: Facts) -> Sequence[int] | None:
    """The wards whose rows may be worth more than `far_ceiling`, as may those without a place; None where they are no
    closer than others as far as anybody can tell.
    """
    return None if facts.ward is None or facts.square is not None else sorted({facts.ward, *facts.near})


def far_ceiling(facts: Facts) -> float:
    """What `fitness` is at most in rows that are not in `close_wards`."""
    if close_wards(facts) is None:
        return ceiling(facts)
    return max(NEARNESS[Nearness.FARTHER], NEARNESS[Nearness.ELSEWHERE]) * _beside_nearness(facts)


def understood(spoken: Ints, languages: int) -> NDArray[np.float64]:
    """What the languages of the asker make of rows where these are spoken; nothing where that is unknown."""
    shared = spoken & languages
    worth = np.where((shared & ~ENGLISH) != 0, ANOTHER_LANGUAGE, 1.0)
    worth[(spoken != 0) & (shared == 0)] = NO_SHARED_LANGUAGE
    return worth


def closeness(rows: Rows, chosen: NDArray[np.int64], facts: Facts) -> NDArray[np.float64]:
    """What nearness makes of these rows, from 0 to 1."""
    ward, by_ward = rows.ward[chosen], _by_ward(facts)
    known = by_ward[np.minimum(ward, len(by_ward) - 2) + 1]
    known[ward == ELSEWHERE] = NEARNESS[Nearness.ELSEWHERE]
    if facts.square is None:
        return known
    square = rows.square[chosen]
    measured = (square != NOWHERE) & (ward != ELSEWHERE)
    return np.where(measured, HALF_WAY / (HALF_WAY + _minutes(square, facts.square)), known)


def _by_ward(facts: Facts) -> NDArray[np.float64]:
    """What nearness makes of a row without a square, at the number after its ward's (ANYWHERE is the one before the
    first); the last stands for all wards above.
    """
    if facts.ward is None:
        return np.array([NEARNESS[Nearness.ANYWHERE], NEARNESS[Nearness.UNKNOWN]])
    found = np.full(max(facts.ward, *facts.near, 0) + 3, NEARNESS[Nearness.FARTHER])
    for ward in facts.near:
        found[ward + 1] = NEARNESS[Nearness.NEXT_WARD]
    found[facts.ward + 1] = NEARNESS[Nearness.SAME_WARD]
    found[ANYWHERE + 1] = NEARNESS[Nearness.ANYWHERE]
    return found


def asked_of(rows: Rows, row: int, facts: Facts) -> int:
    """What she asked of a place and this one has; nothing of what is no place."""
    has = int(rows.access[row])
    return 0 if has == NO_PLACE else has & facts.access


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
