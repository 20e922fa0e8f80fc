"""What a desk looks after: its hubs, the wards nearest to them, and since when waiting there is too long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, case, literal, or_, true

from participate.core import clock
from participate.core.db import Moment
from participate.desk.rules.waiting import late_before
from participate.places.models import Hub, Ward
from participate.places.queries import list_hubs, list_wards, nearest_hub
from participate.places.rules import square_of

Column = ColumnElement[Any]


@dataclass(frozen=True)
class Area:
    """A desk: the hubs that she works at, and the one that she looks at now, if she chose one.

    Each ward is of the hub that is nearest to its middle, so that what names no hub lies on one desk. What names
    neither hub nor ward lies on all of them.
    """

    reader_id: int
    mine: Sequence[Hub]
    hubs: Sequence[Hub]
    all_of_them: bool
    ward_ids: frozenset[int]
    now: datetime
    late_at: dict[int, datetime]
    late_else: datetime

    @property
    def hub_ids(self) -> list[int]:
        return [hub.id for hub in self.hubs]

    @property
    def subjects(self) -> list[str]:
        """The hubs as roles name them: "hub:3"."""
        return [f"hub:{hub.id}" for hub in self.hubs]

    def of_hub(self, column: Column | Any) -> Column:
        """SQL: the hub in `column` is one of these, or there is none."""
        return true() if self.all_of_them else or_(column.is_(None), column.in_(self.hub_ids))

    def of_ward(self, column: Column | Any) -> Column:
        """SQL: the ward in `column` is looked after by one of these hubs, or there is none."""
        return true() if self.all_of_them else or_(column.is_(None), column.in_(self.ward_ids))

    def of_hub_or_ward(self, hub: Column | Any, ward: Column | Any) -> Column:
        """SQL: by its hub where it has one, else by its ward."""
        if self.all_of_them:
            return true()
        return or_(hub.in_(self.hub_ids), and_(hub.is_(None), self.of_ward(ward)))

    def late_since(self, hub: Column | Any = None) -> Column:
        """SQL: the moment before which two working days of the hub in `hub` are over; of an office where none is."""
        usual = literal(self.late_else, Moment)
        if hub is None or not self.late_at:
            return usual
        return case({key: literal(at, Moment) for key, at in self.late_at.items()}, value=hub, else_=usual)

    def hub_of(self, hub_id: int | None) -> Hub | None:
        """One of her hubs by id, or None."""
        return next((hub for hub in self.mine if hub.id == hub_id), None)


def hours_of(hub: Hub | None) -> dict[int, tuple[time, time]]:
    """When a hub is open, by weekday; empty for none."""
    return {day.weekday: (day.opens, day.closes) for day in hub.hours} if hub is not None else {}


def area_of(reader_id: int, hub_ids: Sequence[int] | None, chosen: int | None = None) -> Area:
    """The desk of somebody who works at these hubs (None: at all of them); `chosen`: only at that one of hers.

    Three statements.
    """
    every = list_hubs()
    mine = [hub for hub in every if hub_ids is None or hub.id in hub_ids]
    one = [hub for hub in mine if hub.id == chosen]
    hubs = one or mine
    now = clock.local(clock.now())
    return Area(
        reader_id=reader_id,
        mine=mine,
        hubs=hubs,
        all_of_them=hub_ids is None and not one,
        ward_ids=_wards_of(every, {hub.id for hub in hubs}),
        now=clock.now(),
        late_at={hub.id: late_before(now, hours_of(hub)) for hub in hubs},
        late_else=late_before(now, {}),
    )


def _wards_of(every: Sequence[Hub], chosen: set[int]) -> frozenset[int]:
    wards = list_wards()
    return frozenset(ward.id for ward in wards if (near := _nearest(ward, every)) is not None and near.id in chosen)


def _nearest(ward: Ward, hubs: Sequence[Hub]) -> Hub | None:
    own = [hub for hub in hubs if hub.ward_id == ward.id]
    return nearest_hub(ward.id, square_of(ward.lat, ward.lon), own or hubs)
