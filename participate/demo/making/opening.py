"""When the spaces of the neighbourhood are open, and how each is booked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from participate.demo.content import reading
from participate.demo.making.ground import DAY, Ground, HubGround
from participate.demo.rules import terms_around
from participate.spaces.rules.opening import Opening, Special, Stretch
from participate.spaces.words import BookingMode, DayKind

LATE = 17  # so many days ahead hubs open late, once
LATE_HOURS = (time(13), time(18))
LEAST, MOST = 30, 480  # minutes of a booking, where nothing else is written


@dataclass(frozen=True)
class Manner:
    """How a space is booked: its opening, its mode, minutes before, after, least and most."""

    opening: Opening
    mode: BookingMode
    before: int
    after: int
    least: int
    most: int

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of the space that say so."""
        return {
            "mode": self.mode, "before": self.before, "after": self.after, "least_minutes": self.least,
            "most_minutes": self.most, "ahead_days": 183,
        }  # fmt: skip


@cache
def _written(name: str, kind: str) -> Mapping[str, Any]:
    said = reading.lines("opening")
    own = [facts for beginning, facts in said["name"].items() if name.startswith(beginning)]
    return own[0] if own else said["kind"][kind]


def manner_of(ground: Ground, one: Mapping[str, Any], name: str, hub: HubGround | None, *, public: bool) -> Manner:
    """How the space `name` of the content `one` is booked. `public`: not a neighbour's own; it keeps Christmas."""
    written = one if "open" in one else _written(name, one["kind"])
    special = [*_terms(ground.today)] if written.get("term") else []
    if public:
        special.append(_christmas(ground.today))
    if hub:
        special.append(_late(ground.today))
    return Manner(
        Opening(_week(written["open"], hub), tuple(special)), BookingMode(written.get("mode", "ask")),
        written.get("before", 0), written.get("after", 0), written.get("least", LEAST), written.get("most", MOST),
    )  # fmt: skip


def add_opening(ground: Ground, space: int, opening: Opening) -> None:
    """The rows of an opening."""
    for stretch in opening.week:
        ground.book.add(
            "opening_hour", space_id=space, weekday=stretch.weekday, opens=stretch.opens, closes=stretch.closes
        )
    for days in opening.special:
        ground.book.add(
            "special_days", space_id=space, kind=days.kind, first_day=days.first_day, last_day=days.last_day,
            opens=days.opens, closes=days.closes, note=days.note,
        )  # fmt: skip


def _week(text: str, hub: HubGround | None) -> tuple[Stretch, ...]:
    """ "mon,tue 08:00-12:00 14:00-18:00; sat 10:00-13:00"; "hub" is when the hub is open."""
    if text == "hub":
        hours = hub.hours if hub else {}
        return tuple(Stretch(day, opens, closes) for day, (opens, closes) in sorted(hours.items()))
    found = []
    for part in filter(None, text.split(";")):
        days, *hours_of = part.split()
        for day in days.split(","):
            for span in hours_of:
                opens, closes = (time.fromisoformat(hour.replace("24:", "00:")) for hour in span.split("-"))
                found.append(Stretch(reading.DAYS.index(day), opens, closes))
    return tuple(sorted(found))


def _terms(today: date) -> list[Special]:
    return [Special(DayKind.TERM, first, last) for first, last in terms_around(today)]


def _christmas(today: date) -> Special:
    """The one to come, or the one that is on."""
    year = today.year - 1 if today <= date(today.year, 1, 1) else today.year
    note = reading.typeset(reading.lines("bookings")["closed"]["note"])
    return Special(DayKind.CLOSED, date(year, 12, 24), date(year + 1, 1, 1), note=note)


def _late(today: date) -> Special:
    day = today + LATE * DAY
    return Special(DayKind.HOURS, day, day, *LATE_HOURS, note=reading.lines("bookings")["closed"]["special"])


def lengths(manner: Manner) -> list[timedelta]:
    """How long a booking may be, of the usual lengths."""
    return [timedelta(minutes=each) for each in (60, 90, 120, 180) if manner.least <= each <= manner.most]
