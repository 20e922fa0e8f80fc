"""Which of the week's sessions the front page shows: those within a walk, when there are enough."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from participate.places.rules import walking_minutes

A_WALK = 25  # minutes
ENOUGH = 3


class Spot(Protocol):
    """Where a session is."""

    @property
    def ward_id(self) -> int | None: ...
    @property
    def square(self) -> int | None: ...


Each = TypeVar("Each", bound=Spot)


def within_a_walk(spots: Sequence[Each], ward_ids: Sequence[int], square: int | None) -> tuple[list[Each], bool]:
    """The spots near the reader, in their order, and whether they are narrowed to those.

    With her square: within A_WALK minutes on foot. With only her ward: in it and the wards beside it. Where fewer than
    ENOUGH are near, or nobody knows where she is: all of them.
    """
    near = [spot for spot in spots if _is_near(spot, ward_ids, square)]
    return (near, True) if len(near) >= ENOUGH else (list(spots), False)


def _is_near(spot: Spot, ward_ids: Sequence[int], square: int | None) -> bool:
    minutes = walking_minutes(square, spot.square)
    return minutes <= A_WALK if minutes is not None else spot.ward_id in ward_ids
