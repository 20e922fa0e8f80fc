"""The guaranteed share: who and what has not been shown enough lately, so that one place of a list may be theirs.

New people, quiet projects, and everything of a ward that is shown much less than the others. It gives nobody a
suggestion that nothing speaks for: it only chooses among those that are good enough.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import ELSEWHERE, KINDS
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.rules import DUE_LEAST, DUE_PLACE
from participate.matching.words import Kind

NEW_DAYS = 28  # a person all of whose lines are younger is new
QUIET = 0.25  # of what is usual for its kind
LEAST_USUAL = 0.1  # of what is shown at all: with less shown in the borough, wards cannot be told apart
LEFT_OUT = 0.5  # of what things of all wards have on average
LOCAL = (Kind.SESSION, Kind.PROJECT, Kind.PERSON, Kind.SPACE, Kind.MATERIAL)
Numbers = NDArray[np.int64]


def due(snapshot: Snapshot, exposure: Mapping[str, float], day: int) -> frozenset[str]:
    """The groups that are owed their share; none while nothing has been shown. `day` is today as an ordinal."""
    if not exposure:
        return frozenset()
    groups, kinds, wards, days = _things(snapshot)
    names = [snapshot.names[group] for group in groups.tolist()]
    shown = np.array([exposure.get(name, 0.0) for name in names])
    quiet = shown < QUIET
    new = (kinds == KINDS[Kind.PERSON]) & (days > day - NEW_DAYS)
    project = (kinds == KINDS[Kind.PROJECT]) & (wards != ELSEWHERE)
    owed = quiet & (new | project) | _in_wards_left_out(kinds, wards, shown)
    return frozenset(names[place] for place in np.flatnonzero(owed).tolist())


def with_due(found: Sequence[Suggestion], owed: Collection[str]) -> list[Suggestion]:
    """The same suggestions; where none of the first is `owed` its share, the best that is good enough stands last among
    them.
    """
    first = found[: DUE_PLACE + 1]
    if len(first) <= DUE_PLACE or any(one.group in owed for one in first):
        return list(found)
    least = DUE_LEAST * first[DUE_PLACE].score
    lifted = next((one for one in found[DUE_PLACE:] if one.group in owed and one.score >= least), None)
    if lifted is None:
        return list(found)
    return [*first[:DUE_PLACE], lifted, *(one for one in found[DUE_PLACE:] if one is not lifted)]


def _things(snapshot: Snapshot) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Each living thing once: its group's number, kind, ward, and the day of its oldest line."""
    parts = [
        np.array([one.rows.group, one.rows.kind, one.rows.ward, one.rows.day], np.int64)[:, one.alive]
        for one in snapshot.segments
    ]
    lines = np.concatenate(parts, axis=1) if parts else np.zeros((4, 0), np.int64)
    groups, kinds, wards, days = lines[:, np.lexsort((lines[3], lines[0]))]
    first = np.flatnonzero(np.append(True, groups[1:] != groups[:-1])) if len(groups) else groups
    return groups[first], kinds[first], wards[first], days[first]


def _in_wards_left_out(kinds: Numbers, wards: Numbers, shown: NDArray[np.float64]) -> NDArray[np.bool_]:
    """What is shown less than usual, in wards whose things are shown half as much as those of all wards, or less."""
    local = np.isin(kinds, [KINDS[kind] for kind in LOCAL]) & (wards >= 0) & (wards != ELSEWHERE)
    usual = shown[local].mean() if local.any() else 0.0
    if usual < LEAST_USUAL:
        return np.zeros(len(wards), np.bool_)
    known, at = np.unique(wards[local], return_inverse=True)
    mean = np.bincount(at, shown[local]) / np.bincount(at)
    left_out = known[mean < LEFT_OUT * usual]
    return local & np.isin(wards, left_out) & (shown < usual)
