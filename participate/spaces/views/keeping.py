"""For whoever looks after spaces: what waits, what is coming, how much each is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import Page, asked_page, page_of_list
from participate.organisations import queries as organisations
from participate.spaces import queries

USED_OVER = timedelta(weeks=4)
MOST_SPACES = 12  # of which the use is shown at once


@dataclass(frozen=True)
class Waiting:
    """Bookings that were asked for together, the first of them, and how many."""

    booking: queries.Booking
    times: int


@dataclass(frozen=True)
class Kept:
    """A space and its use over the last four weeks; hours, rounded."""

    space: queries.Space
    used: int
    offered: int
    bookings: int


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/keeping", "keeping", keeping)


@open_to(residents)
def keeping() -> Response:
    """What waits for my yes or no, who comes, and how much my spaces are used."""
    spaces = queries.list_spaces_kept(current_user.id, organisations.ids_spoken_for(current_user.id), _hubs())
    ids = [each.id for each in spaces]
    coming = queries.list_coming(ids, asked_page())
    return show(
        "spaces/keeping.html",
        spaces=_used(page_of_list(spaces, 1, MOST_SPACES)),
        more=max(0, len(spaces) - MOST_SPACES),
        waiting=_together(queries.list_waiting(ids)),
        coming=coming,
        days=_by_day(coming),
    )


def _hubs() -> list[int]:
    """The hubs whose staff the reader is."""
    subjects = (each.subject.partition(":") for each in current_user.roles if each.role == "staff")
    return [int(number) for kind, _colon, number in subjects if kind == "hub" and number.isdecimal()]


def _together(bookings: Sequence[queries.Booking]) -> list[Waiting]:
    """A series is one line, where its first day stands."""
    found: dict[tuple[str, int, int], list[queries.Booking]] = {}
    for each in bookings:
        key = ("series", each.series_id, each.space_id) if each.series_id is not None else ("booking", each.id, 0)
        found.setdefault(key, []).append(each)
    return [Waiting(min(some, key=_start), len(some)) for some in found.values()]


def _start(booking: queries.Booking) -> datetime:
    return booking.starts_at


def _by_day(coming: Page[queries.Booking]) -> list[tuple[date, list[queries.Booking]]]:
    """What is coming, by London day."""
    days = groupby(coming.items, key=lambda each: clock.local(each.starts_at).date())
    return [(day, list(some)) for day, some in days]


def _used(spaces: Page[queries.Space]) -> list[Kept]:
    today = clock.today()
    uses = queries.uses_of(spaces.items, today - USED_OVER, today - timedelta(days=1))
    return [_kept(each, uses[each.id]) for each in spaces.items]


def _kept(space: queries.Space, use: queries.Use) -> Kept:
    return Kept(space, round(use.used_minutes / 60), round(use.offered_minutes / 60), use.bookings)
