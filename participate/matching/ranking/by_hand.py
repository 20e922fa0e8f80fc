"""What staff think of for somebody: a suggestion without a score, with their name for its reason."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np

from participate.matching.index.live import Snapshot
from participate.matching.index.segment import Segment
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import asked_of, nearness
from participate.matching.ranking.reason import Reason
from participate.matching.ranking.suggest import FACET_OF, KIND_OF
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.words import Facet, Nearness
from participate.places.rules.squares import walking_minutes


def thought_of(snapshot: Snapshot, facts: Facts, from_whom: Mapping[str, str]) -> list[Suggestion]:
    """Those of the things in `from_whom` (to the first name of who thought of it, "" where it is not told) that she
    asks for and may see, in their order. Nothing of her own or that she said no to; what she once came to may be.
    """
    held = {*facts.never_groups, *facts.no}
    found = []
    for group, name in from_whom.items():
        known = [] if group in held else snapshot.names.known([group])
        for segment in snapshot.segments if known else ():
            row = _row(segment, known[0], facts)
            if row is not None:
                kind = KIND_OF[segment.rows.kind[row]]
                if kind in facts.kinds:
                    found.append(Suggestion(group, kind, 0.0, 0.0, {}, partial(_reason, segment, row, facts, name)))
                break
    return found


def _row(segment: Segment, number: int, facts: Facts) -> int | None:
    """A row of the thing that may be shown to her; None where there is none."""
    never = facts.never_owners | ({facts.owner} if facts.owner else set())
    for row in np.flatnonzero((segment.rows.group == number) & segment.alive).tolist():
        until, owner = int(segment.rows.until[row]), int(segment.rows.owner[row])
        has = int(segment.rows.access[row]) & facts.access == facts.access
        if has and (until == 0 or until > facts.moment) and owner not in never:
            return int(row)
    return None


def _reason(segment: Segment, row: int, facts: Facts, name: str) -> Reason:
    near = nearness(int(segment.rows.ward[row]), int(segment.rows.square[row]), facts)
    minutes = walking_minutes(facts.square, int(segment.rows.square[row])) if near is Nearness.WALK else None
    return Reason((), Facet.SAID, FACET_OF[segment.rows.facet[row]], near, minutes=minutes, by_hand=name,
                  access=asked_of(segment.rows, row, facts))  # fmt: skip
