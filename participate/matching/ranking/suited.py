"""In a shortlist what is shown and asked a lot steps back, and what is as far, or at such times, as she said no to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import KINDS, Rows, Segment
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import closeness
from participate.matching.ranking.shortlist import Shortlist
from participate.matching.rules import AS_FAR, AT_SUCH_A_TIME, BY_WORTH, EQUAL, EXPOSED, EXPOSED_THINGS
from participate.matching.words import Because, Kind

Worth = NDArray[np.float64]


def suited(shortlist: Shortlist, kind: Kind, snapshot: Snapshot, facts: Facts) -> Shortlist:
    """The shortlist with the totals of one kind made fair and fitting."""
    if not (facts.exposure or facts.no or facts.chance is not None):
        return shortlist
    places = shortlist.of(kind)
    if not len(places):
        return shortlist
    names = [snapshot.names[group] for group in shortlist.groups[places].tolist()]
    worth = shortlist.totals[places] * _as_refused(shortlist, places, kind, snapshot, facts)
    exposed = _exposed(names, facts.exposure, EXPOSED if kind is Kind.PERSON else EXPOSED_THINGS)
    if kind is not Kind.PERSON:
        exposed[np.argsort(-worth, kind="stable")[:BY_WORTH]] = 1.0
    worth *= exposed
    if facts.chance is not None:
        worth = shuffled(worth, names, facts.chance)
    totals = shortlist.totals.copy()
    totals[places] = worth
    return replace(shortlist, totals=totals)


def _exposed(names: list[str], exposure: Mapping[str, float], penalty: float) -> Worth:
    """A penalty for what was shown and asked much: as often as is usual costs what `2 ** -penalty` takes away."""
    shown = np.array([exposure.get(name, 0.0) for name in names])
    return (1.0 + shown) ** -penalty


def shuffled(worth: Worth, names: list[str], seed: int) -> Worth:
    """The same scores, but those that lie within `EQUAL` of each other in random order."""
    chance = np.random.default_rng(seed)
    turn = dict(zip(sorted(names), chance.random(len(names)), strict=True))
    steps = np.floor(np.log(np.maximum(worth, 1e-12)) / np.log1p(EQUAL))
    return np.exp((steps + np.array([turn[name] for name in names])) * np.log1p(EQUAL))


def _as_refused(shortlist: Shortlist, places: NDArray[np.int64], kind: Kind, snapshot: Snapshot, facts: Facts) -> Worth:
    """What is at least as far away as something that was too far, or only at times that were wrong, counts less."""
    worth = np.ones(len(places))
    far = [closeness(rows, at, facts).max() for rows, at in _rows_of(Because.TOO_FAR, kind, snapshot, facts)]
    times = [int(rows.free[row]) for rows, at in _rows_of(Because.WRONG_TIME, kind, snapshot, facts) for row in at]
    wrong = int(np.bitwise_or.reduce([0, *times]))
    if not far and not wrong:
        return worth
    for part, one in enumerate(shortlist.found):
        mine = np.flatnonzero(shortlist.parts[places] == part)
        rows = shortlist.rows[places[mine]]
        if far:
            worth[mine] *= np.where(closeness(one.segment.rows, rows, facts) <= max(far), AS_FAR, 1.0)
        free = one.segment.rows.free[rows]
        worth[mine] *= np.where((free != 0) & (free & ~wrong == 0), AT_SUCH_A_TIME, 1.0)
    return worth


def _rows_of(
    because: Because, kind: Kind, snapshot: Snapshot, facts: Facts
) -> Iterator[tuple[Rows, NDArray[np.int64]]]:
    """By segment the rows of this kind that she said no to, for this reason."""
    groups = snapshot.names.known(name for name, why in facts.no.items() if why is because)
    for segment in snapshot.segments if groups else ():
        rows = rows_of(segment, groups)
        rows = rows[segment.rows.kind[rows] == KINDS[kind]]
        if len(rows):
            yield segment.rows, rows


def rows_of(segment: Segment, groups: list[int]) -> NDArray[np.int64]:
    """The living rows of these groups."""
    return np.flatnonzero(segment.alive & np.isin(segment.rows.group, groups))
