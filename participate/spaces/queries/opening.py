"""Reading when spaces are open, and on what terms they are booked."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.i18n import minutes_line
from participate.organisations import queries as organisations
from participate.organisations.words import Standing
from participate.spaces.models import OpeningHour, Space, SpecialDays
from participate.spaces.rules import Opening, Special, Stretch, Terms

MOST_SPECIAL = 200  # of one space


def list_hours(space_id: int) -> Sequence[OpeningHour]:
    """The hours of a space's usual week, in order."""
    return _hours([space_id])


def list_special(space_id: int) -> Sequence[SpecialDays]:
    """A space's days that differ and are not over, the soonest first."""
    query = select(SpecialDays).where(SpecialDays.space_id == space_id, SpecialDays.last_day >= clock.today())
    return db.session.scalars(query.order_by(SpecialDays.first_day, SpecialDays.id).limit(MOST_SPECIAL)).all()


def opening_of(space: Space) -> Opening:
    """When a space is open, past days too. Two statements.

    A part of a site that names no hours has its site's; and a day that is special for the site is so for its parts.
    """
    return openings_of([space])[space.id]


def openings_of(spaces: Iterable[Space]) -> dict[int, Opening]:
    """When each of these spaces is open, by id. Two statements."""
    sites = {each.id: each.site_id for each in spaces}
    ids = {*sites, *(site for site in sites.values() if site is not None)}
    week, special = dict[int, list[Stretch]](), dict[int, list[Special]]()
    for hour in _hours(ids):
        week.setdefault(hour.space_id, []).append(Stretch(hour.weekday, hour.opens, hour.closes))
    for days in _special(ids):
        special.setdefault(days.space_id, []).append(
            Special(days.kind, days.first_day, days.last_day, days.opens, days.closes, days.note)
        )
    return {
        space_id: Opening(
            tuple(week.get(space_id) or week.get(site_id or 0, [])),
            (*special.get(space_id, []), *special.get(site_id or 0, [])),
        )
        for space_id, site_id in sites.items()
    }


def _hours(ids: Iterable[int]) -> Sequence[OpeningHour]:
    query = select(OpeningHour).where(OpeningHour.space_id.in_(set(ids)))
    return db.session.scalars(query.order_by(OpeningHour.space_id, OpeningHour.weekday, OpeningHour.opens)).all()


def _special(ids: Iterable[int]) -> Sequence[SpecialDays]:
    query = select(SpecialDays).where(SpecialDays.space_id.in_(set(ids)))
    return db.session.scalars(query.order_by(SpecialDays.space_id, SpecialDays.first_day, SpecialDays.id)).all()


def terms_of(space: Space) -> Terms:
    """What a space says about being booked. Three statements, and who looks after it."""
    return terms_of_several([space])[space.id]


def terms_of_several(spaces: Sequence[Space]) -> dict[int, Terms]:
    """What each of these spaces says about being booked, by id. Three statements, and who looks after them."""
    part = select(Space.site_id).where(Space.site_id.in_([each.id for each in spaces])).distinct()
    sites, openings = set(db.session.scalars(part)), openings_of(spaces)
    return {
        space.id: Terms(
            capacity=space.capacity,
            mode=space.mode,
            before=space.before,
            after=space.after,
            least_minutes=space.least_minutes,
            most_minutes=space.most_minutes,
            ahead_days=space.ahead_days,
            parts=space.id in sites,
            offered=organisations.standing(space, clock.today()) is Standing.SHOWN,
            opening=openings[space.id],
            least_line=minutes_line(space.least_minutes),
            most_line=minutes_line(space.most_minutes),
        )
        for space in spaces
    }
