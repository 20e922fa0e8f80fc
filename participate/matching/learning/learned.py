"""All that was learned from one state of the index and of what people joined."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from participate.matching.learning.maps import Maps
from participate.matching.learning.space import Space
from participate.matching.learning.texts import Texts
from participate.matching.learning.together import Together
from participate.matching.rules import RARE


@dataclass(frozen=True)
class Learned:
    """`whole[i]` is the thing that text i belongs to: the project of a session, for everything else itself. `trust` in
    what people joined grows with how much of it there is, from 0 to 1.
    """

    texts: Texts
    space: Space
    maps: Maps | None
    together: Together | None
    whole: NDArray[np.int64]
    trust: float
    by_content: bool = True  # False: only what is joined by the same people is looked at

    @property
    def size(self) -> int:
        """How many things were learned from."""
        return len(self.texts.groups)

    @cached_property
    def rare(self) -> NDArray[np.float32]:
        """What the rarity of each term counts in what somebody joined."""
        return self.texts.rarity**RARE

    def at(self, groups: Collection[int] | NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """For these groups, by their numbers in the snapshot's names, where they are; and whether they are here."""
        asked = np.asarray(list(groups) if not isinstance(groups, np.ndarray) else groups, np.int64)
        places = np.minimum(np.searchsorted(self.texts.groups, asked), self.size - 1)
        return places, self.texts.groups[places] == asked

    def known(self, groups: Collection[int]) -> list[int]:
        """The places of those groups that are here."""
        places, here = self.at(groups)
        return [int(place) for place in places[here]]
