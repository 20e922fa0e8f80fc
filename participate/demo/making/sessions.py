"""Sessions in the three weeks around today, each where its project can meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, pairwise
from random import Random

from participate.core import clock
from participate.demo.content import reading
from participate.demo.making import counts, sign_ups
from participate.demo.making.bookings import Booked, add_booking, add_series
from participate.demo.making.diary import Diary
from participate.demo.making.ground import DAY, Ground, Room
from participate.demo.making.projects import Made, is_open
from participate.demo.rules import meeting_days
from participate.profiles.words import Theme
from participate.projects.words import Stage
from participate.sessions.words import SessionStatus
from participate.spaces.rules.opening import Span
from participate.spaces.words import BookingStatus

EASY = ("coffee-welcome", "craft-circle", "board-games")  # nothing to bring, nothing to know
CANCELLED = 45  # every so many of the sessions to come does not take place
# The kinds of space that will do, for what a project likes best.
INSTEAD = {
    "hub": ("hall", "room", "shop"), "kitchen": ("kitchen",), "hall": ("hall",), "room": ("room", "hall"),
    "workshop": ("workshop",), "garden": ("garden",),
}  # fmt: skip


Rooms = dict[tuple[int, str], list[Room]]


@dataclass(frozen=True)
class Venue:
    """Where sessions of a project are: a space that is theirs for the time, a hub, or words."""

    room: Room | None
    hub_id: int | None
    note: str
    square: int | None
    step_free: bool
    toilet: bool


@dataclass(frozen=True)
class Met:
    """A session with its row. `project`: its project's id."""

    id: int
    project: int
    ends_at: datetime


def make_sessions(ground: Ground, projects: list[Made]) -> list[Met]:
    """The sessions of every project that meets, those of each in order."""
    met: list[Met] = []
    dice, coming = ground.dice("sessions"), count()
    signing = ground.dice("sign-ups")
    rooms = rooms_by_kind(ground, ground.today)
    for project in projects:
        days = list(_days(ground, project))
        if days:
            venue = find_venue(ground, project, rooms, [span_of(project, day) for day in days], ground.diary)
            series = _series(ground, project, days)
            together = add_series(ground, len(days), project.began) if series and venue.room else None
            for day in days:
                cancelled = day > ground.today and next(coming) % CANCELLED == CANCELLED // 2
                met.append(
                    _make_session(ground, dice, signing, project, venue, day, series, together, cancelled=cancelled)
                )
    return met


def _days(ground: Ground, project: Made) -> Iterator[date]:
    """The days of a project by its stage: all, the next two and the last one, only past ones, or none."""
    when, today = project.variant.when, ground.today
    every = 1 if project.stage is Stage.TRYING_OUT else when.every
    days = list(meeting_days(when.days, every, project.phase, today, when.school_days))
    past, ahead = [day for day in days if day < today], [day for day in days if day >= today]
    if project.stage is Stage.RUNNING:
        yield from days
    elif project.stage is Stage.TRYING_OUT:
        yield from past[-1:] + ahead[:2]
    elif project.stage is Stage.RESTING:
        yield from past[:1]


def _series(ground: Ground, project: Made, days: list[date]) -> int | None:
    """The series of a project that meets every week on one day."""
    if len(days) < 3 or {later - day for day, later in pairwise(days)} != {7 * DAY}:
        return None
    when = project.variant.when
    return ground.book.add(
        "series", project_id=project.id, rule=f"FREQ=WEEKLY;COUNT={len(days)}", first_day=days[0], hour=when.start,
        minutes=when.minutes, made_at=project.began,
    )  # fmt: skip


def turn_of(project: Made) -> int:
    """A number that is the project's own, wherever its row stands."""
    return sum(map(ord, project.name))


def _places(project: Made) -> int | None:
    """Some large sessions keep two places for whoever just turns up."""
    seats = project.variant.seats
    return seats - 2 if seats and seats >= 8 and turn_of(project) % 4 == 0 else None


def _extras(project: Made, venue: Venue) -> dict[str, object]:
    """What only some sessions have: a door to know of, somebody beside the host, women only, all ages swap skills."""
    beside = project.hosts[1:2] if turn_of(project) % 3 == 0 else ()
    return {
        "door": "The green door at the side" if venue.room and turn_of(project) % 2 else "",
        "buddy_id": beside[0].id if beside else None,
        "women_only": turn_of(project) % 23 == 0,
        "swap": project.variant.theme is Theme.LEARN and turn_of(project) % 2 == 0,
    }


def span_of(project: Made, day: date) -> Span:
    """When it meets on that day."""
    starts = clock.moment_of(day, project.variant.when.start)
    return starts, starts + timedelta(minutes=project.variant.when.minutes)


def rooms_by_kind(ground: Ground, day: date) -> Rooms:
    """The spaces that were open to all on a day, by ward and kind."""
    rooms: Rooms = {}
    for room in ground.rooms:
        if room.open_to_all and room.since <= day:
            rooms.setdefault((room.ward, room.kind), []).append(room)
    return rooms


def find_venue(ground: Ground, project: Made, rooms: Rooms, spans: list[Span], diary: Diary) -> Venue:
    """Where a project can meet at these times; a space is then its own in the diary."""
    at, street = project.variant.at, project.street
    if at in ("street", "green"):
        note = street.name if at == "street" else _capital(project.green)
        return Venue(None, None, note, project.square, step_free=True, toilet=False)
    hub = project.hub or next((hub for hub in ground.hubs if hub.ward == project.ward and at == "hub"), None)
    if hub and is_open(hub, project.variant):
        return Venue(None, hub.id, "", hub.square, hub.step_free, toilet=True)
    for kind in INSTEAD[at]:
        for room in rooms.get((project.ward, kind), ()):
            if room.capacity >= (project.variant.seats or 1) and diary.take(room, spans):
                return Venue(room, room.hub_id, "", room.square, room.step_free, room.toilet)
    note = f"{_capital('hall' if at == 'hub' else at)} on {street.name}"
    return Venue(None, None, note, project.square, step_free=True, toilet=at != "garden")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _make_session(
    ground: Ground,
    dice: Random,
    signing: Random,
    project: Made,
    venue: Venue,
    day: date,
    series: int | None,
    together: int | None,
    *,
    cancelled: bool,
) -> Met:
    variant = project.variant
    starts, ends = span_of(project, day)
    made = max(project.began, ground.now - dice.randrange(20, 60) * DAY)
    because = dice.choice(reading.lines("notes")["session"]["cancelled"])
    rows = [] if cancelled or variant.recipe in EASY else sign_ups.draw(
        ground, signing, project.ward, starts, _places(project) or variant.seats, children=variant.children
    )  # fmt: skip
    host = dice.choice(project.hosts).id
    number = ground.book.add(
        "session", **standing(ground, project, venue, (starts, ends), host),
        booking_id=_book(ground, project, venue.room, (starts, ends), host, together, made, cancelled=cancelled),
        apart=cancelled and series is not None, sequence=int(cancelled),
        status=SessionStatus.CANCELLED if cancelled else SessionStatus.PLANNED, made_at=made,
        cancelled_at=ground.now if cancelled else None, cancelled_because=because if cancelled else "",
        changed_at=ground.now if cancelled else made, taken=sign_ups.taken_by(rows),
        series_id=series, series_day=day if series else None,
        **counts.closing(ground, ends, variant.when.minutes),
    )  # fmt: skip
    sign_ups.write(ground, number, rows, outside=variant.at == "garden")
    ground.book.note(made, project.hosts[0].id, "made", "session", number)
    if cancelled:
        ground.book.note(ground.now, project.hosts[0].id, "cancelled", "session", number)
    return Met(number, project.id, ends)


def standing(ground: Ground, project: Made, venue: Venue, span: Span, host: int) -> dict[str, object]:
    """The columns of a session that its project and its place decide."""
    variant, easy = project.variant, project.variant.recipe in EASY
    return {
        "project_id": project.id, "name": project.name[:120], "about": project.about, "starts_at": span[0],
        "ends_at": span[1], "space_id": venue.room.id if venue.room else None, "hub_id": venue.hub_id,
        "place_note": venue.note, "ward_id": ground.wards[project.ward].id, "square": venue.square, "host_id": host,
        "cost_pence": variant.cost_pence, "bring": variant.bring, "take_home": variant.home,
        "capacity": variant.seats, "places": _places(project), "step_free": venue.step_free,
        "toilet": venue.toilet, "children": variant.children, "quiet": variant.quiet, "easy": easy, "language": "en",
        "drop_in": easy, **_extras(project, venue),
    }  # fmt: skip


def _book(
    ground: Ground, project: Made, room: Room | None, span: Span, host: int, together: int | None, made: datetime,
    *, cancelled: bool,
) -> int | None:  # fmt: skip
    """The booking of the session that comes next, where it has a space; cancelled with it."""
    if room is None:
        return None
    subject = f"session:{ground.book.next('session')}"
    booked = Booked(host, project.name[:120], subject, project.variant.seats or 1, series=together)
    return add_booking(ground, room, span, booked, BookingStatus.CANCELLED if cancelled else BookingStatus.AGREED, made)
