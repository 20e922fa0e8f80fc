"""What was shown so far in a run, counted as the product counts it, so that fair exposure has something to be fair to.

People come one after the other, as they do; what was shown to them is counted anew every few people, as the engine
does every few minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from participate.matching.index.live import Snapshot
from participate.matching.quality.exposure import SEEN_AT, relative
from participate.matching.quality.steps import stretch_of
from participate.matching.ranking.share import due

EVERY = 20  # people


class Showing:
    """Holds the `exposure` of each group and the groups that are `due` their share, as Facts have them."""

    def __init__(self, snapshot: Snapshot, ranked: frozenset[str]) -> None:
        self._snapshot = snapshot
        self._ranked = ranked
        self._amounts: dict[str, float] = defaultdict(float)
        self._people = 0
        self.exposure: Mapping[str, float] = {}
        self.due: frozenset[str] = frozenset()

    def note(self, groups: Sequence[str]) -> None:
        """These stood in somebody's list, in this order."""
        for place, group in enumerate(groups, 1):
            self._amounts[group] += SEEN_AT[stretch_of(place)]
        self._people += 1
        if self._people % EVERY == 0:
            self.exposure = relative(self._amounts.items())
            self.due = due(self._snapshot, self.exposure, day=0) & self._ranked
