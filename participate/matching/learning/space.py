"""A space of meaning, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Space:
    """`texts` (things × width) are rows of length one; `terms` (terms × width) are where single words point."""

    texts: NDArray[np.float32]
    terms: NDArray[np.float32]
