"""Sessions as a calendar file (RFC 5545). Pure.

Each session is an event of its own, with an id that it keeps in every file and feed. A series is not one event with a
rule and exceptions: its weeks differ in place, host and fate, programs disagree on overrides and leave cancelled ones
out, and somebody who put one week into her diary must not have it twice when she adds the whole series.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event, Timezone

from participate.core.clock import LONDON
from participate.core.errors import RuleBroken
from participate.core.words import mark

PRODUCT = "-//Participate//Sessions//EN"
READ_AGAIN = "PT6H"  # how often a program should ask for a feed
_LONDON = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


class TooManyCalendars(RuleBroken):
    message = mark("You have 20 calendars. Remove one first.")


@dataclass(frozen=True)
class Entry:
    """One session as a calendar shows it. No names of people. `changed_at` is its DTSTAMP: a file that is asked twice
    is the same file. `tentative`: on the waiting list, or invited beyond the places."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    name: str
    about: str
    where: str
    url: str
    changed_at: datetime
    sequence: int = 0
    cancelled: bool = False
    tentative: bool = False


def calendar_of(entries: Iterable[Entry], name: str) -> bytes:
    """The file of these sessions; `name` is what a program calls the calendar."""
    calendar = Calendar()
    for key, value in (
        ("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
        ("x-wr-calname", name), ("x-wr-timezone", "Europe/London"), ("x-published-ttl", READ_AGAIN),
    ):  # fmt: skip
        calendar.add(key, value)
    calendar.add_component(Timezone.from_ical(_LONDON.replace("\n", "\r\n")))
    for entry in entries:
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def _event(entry: Entry) -> Event:
    event = Event()
    for key, value in (
        ("uid", entry.uid), ("dtstamp", entry.changed_at), ("last-modified", entry.changed_at),
        ("dtstart", entry.starts_at.astimezone(LONDON)), ("dtend", entry.ends_at.astimezone(LONDON)),
        ("sequence", entry.sequence), ("status", _status(entry)), ("summary", entry.name),
        ("location", entry.where), ("description", entry.about), ("url", entry.url),
    ):  # fmt: skip
        if value != "":
            event.add(key, value)
    return event


def _status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative else "CONFIRMED"
