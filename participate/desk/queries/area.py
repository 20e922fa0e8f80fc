"""What a desk looks after: its hubs, the wards nearest to them, and since when waiting there is too long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, and_, bindparam, case, or_, true

from participate.core import clock
from participate.core.db import Moment
from participate.desk.rules.waiting import late_before
from participate.places.models import Hub, Ward
from participate.places.queries import list_hubs, list_wards, nearest_hub
from participate.places.rules import square_of

Column = ColumnElement[Any]
_HUBS = bindparam("hubs", type_=Integer(), expanding=True)
_WARDS = bindparam("wards", type_=Integer(), expanding=True)


@dataclass(frozen=True)
class Shape:
    """What the statements of a desk are made of: they are built once for each shape, and a desk fills them in.

    `all_of_them`: every hub's; else of `many` hubs. Moments and hubs are named parameters (see `Area.facts`).
    """

    all_of_them: bool
    many: int

    def at(self, ahead: timedelta = timedelta()) -> Column:
        """The present moment, or so much later (earlier)."""
        return bindparam(_named(ahead), type_=Moment())

    def today(self, ahead: timedelta = timedelta()) -> Column:
        """Today in London, or so many days later."""
        return bindparam(f"day_{ahead.days}", type_=Date())

    @property
    def reader(self) -> Column:
        return bindparam("reader", type_=Integer())

    def of_hub(self, column: Column | Any) -> Column:
        """The hub in `column` is one of these, or there is none."""
        return true() if self.all_of_them else or_(column.is_(None), column.in_(_HUBS))

    def of_ward(self, column: Column | Any) -> Column:
        """The ward in `column` is looked after by one of these hubs, or there is none."""
        return true() if self.all_of_them else or_(column.is_(None), column.in_(_WARDS))

    def of_hub_or_ward(self, hub: Column | Any, ward: Column | Any) -> Column:
        """By its hub where it has one, else by its ward."""
        if self.all_of_them:
            return true()
        return or_(hub.in_(_HUBS), and_(hub.is_(None), self.of_ward(ward)))

    def late_since(self, hub: Column | Any = None) -> Column:
        """The moment before which two working days of the hub in `hub` are over; of an office where none is."""
        usual = bindparam("late", type_=Moment())
        if hub is None or not self.many:
            return usual
        cases = [
            (hub == bindparam(f"hub_{number}", type_=Integer()), bindparam(f"late_{number}", type_=Moment()))
            for number in range(self.many)
        ]
        return case(*cases, else_=usual)


def _named(ahead: timedelta) -> str:
    seconds = int(ahead.total_seconds())
    return f"at_{seconds}" if seconds >= 0 else f"at_m{-seconds}"


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
    def shape(self) -> Shape:
        return Shape(self.all_of_them, len(self.late_at))

    def facts(self, *ahead: timedelta) -> dict[str, object]:
        """The parameters of its statements: the moments and days so much ahead among them."""
        found: dict[str, object] = {_named(each): self.now + each for each in (timedelta(), *ahead)}
        today = clock.local(self.now).date()
        found |= {f"day_{each.days}": today + each for each in (timedelta(), *ahead) if not each.seconds}
        for number, (hub_id, late) in enumerate(self.late_at.items()):
            found |= {f"hub_{number}": hub_id, f"late_{number}": late}
        wards = sorted(self.ward_ids)
        return found | {"hubs": self.hub_ids, "wards": wards, "late": self.late_else, "reader": self.reader_id}

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
