"""What every counter is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from participate.insight.disclosure.table import Area, Counted, Key
from participate.insight.periods import Period


@dataclass(frozen=True)
class Ground:
    """Where is counted: a connection that only reads, the areas, and the area of each ward id."""

    connection: Connection
    areas: Area
    area_of_ward: Mapping[int, str]  # ward id → "ward:E05014053"


# All cells that are to be told of one measure in one period, the borough's and the localities' among them.
Counter = Callable[[Ground, Period], Mapping[Key, Counted]]
