"""Counting the hours of spaces.

The hours of each space are rounded once for each month. So wards add up to the borough and months to the year.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)

from participate.core.clock import local
from participate.insight.counting.given import Ground
from participate.insight.counting.held import Seconds
from participate.insight.counting.more.areas import cells, holding, largest, people, summed
from participate.insight.counting.more.persons import whole
from participate.insight.counting.more.when import at
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import Grain
from participate.spaces.models import Booking, OpeningHour, Space, SpecialDays
from participate.spaces.rules.opening import Opening, Special, Stretch, minutes_open
from participate.spaces.words import BookingStatus, SpaceKind

_BY_PERSON = and_(Space.organisation_id.is_(None), Space.hub_id.is_(None))
# As `Space.at_home` has it: a part of a site is as private as its site.
AT_HOME = or_(
    Space.private,
    and_(Space.site_id.is_(None), Space.kind == SpaceKind.HOME),
    and_(Space.site_id.is_(None), Space.kind == SpaceKind.GARDEN, _BY_PERSON),
)
NAMES_HOURS = exists().where(or_(OpeningHour.space_id == Space.id, OpeningHour.space_id == Space.site_id))
PUBLIC = (Space.hidden_at.is_(None), ~AT_HOME, Space.kind != SpaceKind.SITE, NAMES_HOURS)
_MINUTES = (Seconds(Booking.ends_at) - Seconds(Booking.starts_at)) // 60


def space_hours_used(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Hours for which a booking was agreed."""
    by_space = [row for month in _months(period) for row in ground.connection.execute(_by_space(month))]
    value = summed(ground, [(ward_id, hours_of(minutes)) for _space, ward_id, minutes in by_space])
    behind = people(ground, period, whole(Booking.person_id, _booked(period, Space.ward_id.label("ward"))))
    most = {area: hours_of(minutes) for area, minutes in largest(ground, period, _brought(period)).items()}
    return cells(ground, period, value, behind=behind, most=most, possible=_where(ground, period))


def space_hours_offered(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Hours for which spaces were open: no secret, they stand on their pages."""
    spaces = ground.connection.execute(_listed(period)).all()
    openings = _openings(ground, {space.id: space.site_id for space in spaces})
    hours = []
    for month in _months(period):
        for space in spaces:
            first, last = max(local(space.made_at).date(), month.first), min(space.expires_on, month.last)
            hours.append((space.ward_id, hours_of(_minutes_open(openings[space.id], first, last))))
    return cells(ground, period, summed(ground, hours), possible=_where(ground, period))


def hours_of(minutes: int) -> int:
    """Whole hours, the half one up."""
    return (int(minutes) + 30) // 60


@lru_cache(maxsize=4096)
def _minutes_open(opening: Opening, first: date, last: date) -> int:
    return minutes_open(opening, first, last) if first <= last else 0


def _months(period: Period) -> list[Period]:
    return period.parts(Grain.MONTH)


def _booked(period: Period, *columns: Any) -> Select:
    """Agreed bookings, by the moment at which they begin, or at which they were agreed if that came later."""
    agreed = func.coalesce(Booking.answered_at, Booking.made_at)
    query = select(*columns).select_from(Booking).join(Space, Space.id == Booking.space_id)
    return query.where(Booking.status == BookingStatus.AGREED, at(period, Booking.starts_at, agreed), *PUBLIC)


def _by_space(month: Period) -> Select:
    query = _booked(month, Space.id, Space.ward_id, cast(func.sum(_MINUTES), Integer))
    return query.group_by(Space.id, Space.ward_id)


def _brought(period: Period) -> Select:
    """Minutes by who booked, and by which organisation's space it is. A hub's own spaces are nobody's business."""
    ward, units = Space.ward_id.label("ward"), _MINUTES.label("units")
    bookers = whole(Booking.person_id, _booked(period, ward, units)).subquery()
    by_booker = select(bookers.c.ward, _named("person", bookers.c.person).label("owner"), bookers.c.units)
    by_partner = _booked(period, ward, _named("organisation", Space.organisation_id).label("owner"), units)
    return select(union_all(by_booker, by_partner).subquery())


def _named(kind: str, number: Any) -> ColumnElement[Any]:
    """ "person:7"; nothing where there is nobody."""
    return case((number.is_not(None), literal(f"{kind}:") + cast(number, String)), else_=None)


def _listed(period: Period) -> Select:
    there = (Space.made_at < period.bounds[1], Space.expires_on >= period.first)
    columns = (Space.id, Space.site_id, Space.ward_id, Space.made_at, Space.expires_on)
    return select(*columns).where(*PUBLIC, *there).order_by(Space.id)


def _where(ground: Ground, period: Period) -> set[str]:
    """The areas in which a space could be used."""
    spaces = ground.connection.execute(_listed(period))
    return {area for space in spaces for area in holding(ground, space.ward_id)}


def _openings(ground: Ground, sites: Mapping[int, int | None]) -> dict[int, Opening]:
    """When each space is open. A part of a site that names no hours has its site's, and its special days too."""
    week, special = dict(_week(ground)), dict(_special(ground))
    return {
        space: Opening(
            week.get(space) or week.get(site or 0, ()), (*special.get(space, ()), *special.get(site or 0, ()))
        )
        for space, site in sites.items()
    }


def _week(ground: Ground) -> Iterator[tuple[int, tuple[Stretch, ...]]]:
    hour = OpeningHour
    query = select(hour.space_id, hour.weekday, hour.opens, hour.closes)
    found: dict[int, list[Stretch]] = {}
    for row in ground.connection.execute(query.order_by(hour.space_id, hour.weekday, hour.opens)):
        found.setdefault(row.space_id, []).append(Stretch(row.weekday, row.opens, row.closes))
    yield from ((space, tuple(stretches)) for space, stretches in found.items())


def _special(ground: Ground) -> Iterator[tuple[int, tuple[Special, ...]]]:
    days = SpecialDays
    query = select(days.space_id, days.kind, days.first_day, days.last_day, days.opens, days.closes)
    found: dict[int, list[Special]] = {}
    for row in ground.connection.execute(query.order_by(days.space_id, days.first_day, days.id)):
        found.setdefault(row.space_id, []).append(Special(row.kind, row.first_day, row.last_day, row.opens, row.closes))
    yield from ((space, tuple(differing)) for space, differing in found.items())
