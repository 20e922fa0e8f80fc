"""What pages say about hubs, in a line."""

from dataclasses import dataclass
from datetime import time

from flask_babel import format_decimal
from flask_babel import gettext as _

from participate.core import clock
from participate.core.i18n import hour_line
from participate.places.models import Hub
from participate.places.rules.hubs import Hours, door_at
from participate.places.words import WEEKDAYS, Opening


@dataclass(frozen=True)
class DayLine:
    """One line of a hub's week: “Monday”, “10am to 5pm” or “Closed”, and whether it is today."""

    day: str
    hours: str
    today: bool


def hundreds(value: float) -> str:
    """A number of people as people say it: “15,200”."""
    return format_decimal(round(value, -2))


def hours_of(hub: Hub) -> Hours:
    """The hours of a hub by weekday."""
    return {day.weekday: (day.opens, day.closes) for day in hub.hours}


def door_line(hub: Hub) -> str:
    """“Open today until 5pm”, “Closed now. Opens Monday at 10am”."""
    door = door_at(hours_of(hub), clock.local(clock.now()))
    if door.opening is Opening.NO_HOURS or door.at is None or door.weekday is None:
        return _("Ask before you come")
    hour = hour_word(door.at)
    if door.opening is Opening.OPEN:
        return _("Open today until %(hour)s", hour=hour)
    if door.opening is Opening.LATER_TODAY:
        return _("Opens today at %(hour)s", hour=hour)
    if door.days_ahead == 1:
        return _("Closed now. Opens tomorrow at %(hour)s", hour=hour)
    return _("Closed now. Opens %(day)s at %(hour)s", day=_(WEEKDAYS[door.weekday]), hour=hour)


def week_lines(hub: Hub) -> list[DayLine]:
    """The seven days of a hub, Monday first."""
    hours, today = hours_of(hub), clock.today().weekday()
    return [
        DayLine(_(name), _span(hours[weekday]) if weekday in hours else _("Closed"), weekday == today)
        for weekday, name in enumerate(WEEKDAYS)
    ]


def _span(day: tuple[time, time]) -> str:
    return _("%(start)s to %(end)s", start=hour_word(day[0]), end=hour_word(day[1]))


def hour_word(at: time) -> str:
    """“10am”, as people say and type it."""
    return hour_line(clock.moment_of(clock.today(), at))
