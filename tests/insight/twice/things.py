"""Spaces, things and what there is to use."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from participate.core.clock import local
from participate.insight.periods import Period, of_day
from participate.insight.words import Grain
from participate.materials.models import GiftAsk, Loan, Material, StockDay
from participate.materials.words import Deal, GiftStatus
from participate.places.models import Hub
from participate.spaces.models import Booking, OpeningHour, Space
from participate.spaces.queries.opening import opening_of
from participate.spaces.rules import minutes_open
from participate.spaces.words import BookingStatus, SpaceKind
from tests.insight.twice.projects import alive
from tests.insight.twice.rows import TEN_DAYS, Cells, Part, counts, in_the_end, laid, rows


def in_public(space: Space) -> bool:
    hours = {one.space_id for one in rows(OpeningHour)}
    names_hours = space.id in hours or space.site_id in hours
    return not space.hidden_at and not space.at_home and space.kind is not SpaceKind.SITE and names_hours


def hours(period: Period) -> Mapping[str, Cells]:
    spaces = {one.id: one for one in rows(Space) if in_public(one)}
    used: dict[tuple[int, str], int] = defaultdict(int)
    behind, bookings = list[Part](), list[Part]()
    for one in rows(Booking):
        agreed = one.answered_at or one.made_at
        if one.space_id not in spaces or one.status is not BookingStatus.AGREED:
            continue
        if counts(period, one.starts_at, agreed):
            space, minutes = spaces[one.space_id], int((one.ends_at - one.starts_at).total_seconds()) // 60
            month = of_day(max(local(one.starts_at), local(agreed - TEN_DAYS)).date(), Grain.MONTH)
            used[space.id, month.code] += minutes
            who = [in_the_end(one.person_id).id] if one.person_id else []
            owners = [*(f"person:{each}" for each in who)]
            owners += [f"organisation:{space.organisation_id}"] if space.organisation_id else []
            behind.append(Part(space.ward_id, minutes, who, owners))
    for (space_id, _month), minutes in used.items():
        bookings.append(Part(spaces[space_id].ward_id, whole_hours(minutes)))
    offered = [Part(one.ward_id, open_hours(one, month)) for one in spaces.values() for month in months(period)]
    value, minutes_of = laid(period, bookings), laid(period, behind)
    return {
        "space_hours_used": {
            key: (value[key][0], people, whole_hours(most)) for key, (_minutes, people, most) in minutes_of.items()
        },
        "space_hours_offered": laid(period, offered, public=True),
    }


def months(period: Period) -> list[Period]:
    return [one for one in of_day(period.first, Grain.YEAR).parts(Grain.MONTH) if period.holds(one)]


def open_hours(space: Space, month: Period) -> int:
    days = [month.first + timedelta(days=number) for number in range((month.after - month.first).days)]
    there = [day for day in days if local(space.made_at).date() <= day <= space.expires_on]
    return whole_hours(minutes_open(opening_of(space), there[0], there[-1])) if there else 0


def whole_hours(minutes: int) -> int:
    full, more = divmod(minutes, 60)
    return full + (more >= 30)


def things(period: Period) -> Mapping[str, Cells]:
    loans = [one for one in rows(Loan) if counts(period, one.out_at)]
    gifts = [one for one in rows(GiftAsk) if one.status is GiftStatus.HANDED and counts(period, one.answered_at)]
    stock = [one for one in rows(StockDay) if counts(period, one.day)]
    by_id = {one.id: one for one in rows(Material) if not one.hidden_at}

    def handed(given: list) -> list[Part]:
        parts = []
        for one in given:
            material = by_id.get(one.material_id)
            if material is None:
                continue
            who = [in_the_end(one.person_id).id] if one.person_id else []
            owners = [f"person:{each}" for each in who]
            if material.organisation_id:
                owners.append(f"organisation:{material.organisation_id}")
            elif material.keeper_id and not material.hub_id:
                owners.append(f"keeper:{material.keeper_id}")
            parts.append(Part(material.ward_id, one.units, who, owners))
        return parts

    shelf = [Part(by_id[one.material_id].ward_id, one.taken) for one in stock if one.material_id in by_id]
    return {
        "lent": laid(period, handed(loans)), "given": laid(period, handed(gifts)),
        "taken": laid(period, shelf, public=True),
    }  # fmt: skip


def assets(period: Period) -> Mapping[str, Cells]:
    def there(one: Space | Material) -> bool:
        return not one.hidden_at and local(one.made_at).date() <= period.last <= one.expires_on

    parts = [Part(one.ward_id) for one in rows(Space) if there(one) and not one.at_home and one.kind != "site"]
    parts += [Part(one.ward_id) for one in rows(Material) if there(one) and one.deal is Deal.LEND]
    parts += [Part(one.ward_id) for one in rows(Hub)]
    parts += [Part(one.ward_id) for one, _stage in alive(period)]
    return {"civic_assets": laid(period, parts, public=True)}
