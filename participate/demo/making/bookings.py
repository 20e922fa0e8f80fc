"""Who has which space when: for sessions, and what neighbours do there on their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from participate.core import clock
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.diary import held
from participate.demo.making.ground import DAY, Ground, Room
from participate.spaces.rules.opening import Span, hours_on
from participate.spaces.words import BookingMode, BookingStatus, SpaceKind

FIRST, LAST = -20, 28  # days from today between which neighbours book
TRIES = 4  # until somebody finds a time that is free
WISHED = (0, 1, 2, 4, 6, 9)  # bookings of a space; a street closes less often
LENGTHS = (60, 90, 120, 180)
HALF_HOUR = timedelta(minutes=30)
PAST = {
    BookingStatus.AGREED: 72, BookingStatus.CANCELLED: 10, BookingStatus.DECLINED: 10, BookingStatus.LAPSED: 8,
}  # fmt: skip
AHEAD = {
    BookingStatus.AGREED: 58, BookingStatus.ASKED: 28, BookingStatus.CANCELLED: 7, BookingStatus.DECLINED: 7,
}  # fmt: skip
AT_ONCE = {BookingStatus.AGREED: 92, BookingStatus.CANCELLED: 8}
SERIES = 10  # so many times somebody would like the kitchen


@dataclass(frozen=True)
class Booked:
    """What a booking says of itself."""

    person: int
    label: str
    subject: str = ""
    heads: int = 1
    note: str = ""
    series: int | None = None


def add_booking(
    ground: Ground, room: Room, span: Span, booked: Booked, status: BookingStatus, made: datetime, reason: str = ""
) -> int:
    """The row of a booking. What is agreed or declined was answered some hours after it was made."""
    answered = status in (BookingStatus.AGREED, BookingStatus.CANCELLED, BookingStatus.DECLINED)
    at_once = room.mode is BookingMode.INSTANT
    at = made if at_once else min(made + timedelta(hours=7), ground.now)
    off = min(span[0] - DAY, ground.now) if status is BookingStatus.CANCELLED else None
    since, until = held(room, span)
    return ground.book.add(
        "booking", space_id=room.id, person_id=booked.person, series_id=booked.series, label=booked.label,
        subject=booked.subject, heads=booked.heads, note=booked.note, starts_at=span[0], ends_at=span[1],
        held_from=since, held_until=until, status=status, reason=reason,
        answered_at=at if answered else None, answered_by=room.answerer if answered and not at_once else None,
        cancelled_at=max(off, at) if off else None, sequence=int(off is not None), made_at=made,
        changed_at=max(off, at) if off else at if answered else made,
    )  # fmt: skip


def add_series(ground: Ground, times: int, made: datetime) -> int:
    """The row of bookings that were asked for together."""
    return ground.book.add("booking_series", times=times, made_at=made)


def make_bookings(ground: Ground) -> None:
    """What neighbours book for themselves, after the sessions: each space a few times, the cast's spaces for sure."""
    _for_the_cast(ground)
    for room in ground.rooms:
        if room.kind != SpaceKind.SITE:
            dice = ground.dice(f"bookings {room.name}")
            for _each in range(dice.choice(WISHED if room.mode is not BookingMode.RING else (0, 1))):
                _book_some(ground, dice, room)


def _book_some(ground: Ground, dice: Random, room: Room) -> None:
    """One neighbour finds a time, or after some tries none."""
    for _try in range(TRIES):
        span = _draw(ground, dice, room)
        if span is None or not ground.diary.free(room, [span]):
            continue
        status = _status(ground, dice, room, span[0])
        if status in (BookingStatus.AGREED, BookingStatus.ASKED):
            ground.diary.take(room, [span])
        past = span[0] < ground.now
        made = (
            span[0] - timedelta(days=dice.randrange(3, 15))
            if past
            else ground.ago(dice, 3 if status is BookingStatus.ASKED else 9)
        )
        booked = booked_by(dice, room, ground.someone(dice, room.ward).id)
        number = add_booking(ground, room, span, booked, status, made, reason_of(dice, status))
        ground.book.note(made, booked.person, "asked", "booking", number)
        return


def _draw(ground: Ground, dice: Random, room: Room) -> Span | None:
    """Some time on a day on which the space is open; None when that day has none that is long enough."""
    day = ground.today + dice.randrange(FIRST, LAST) * DAY
    long = timedelta(minutes=min(max(dice.choice(LENGTHS), room.least), room.most))
    possible = list(begins(ground, room, day.toordinal() - ground.today.toordinal(), long))
    if not possible:
        return None
    start = dice.choice(possible)
    return start, start + long


def begins(ground: Ground, room: Room, ahead: int, long: timedelta) -> Iterator[datetime]:
    """Every half hour at which a booking of that length could begin, so many days ahead."""
    day = ground.today + ahead * DAY
    for opens, closes in hours_on(room.opening, day):
        start = clock.moment_of(day, opens)
        end = clock.moment_of(day if closes > opens else day + DAY, closes)
        while start + long <= end:
            yield start
            start += HALF_HOUR


def _status(ground: Ground, dice: Random, room: Room, start: datetime) -> BookingStatus:
    usual = PAST if start < ground.now else AHEAD
    weights = usual if room.mode is BookingMode.ASK else AT_ONCE
    return dice.choices(list(weights), list(weights.values()))[0]


def booked_by(dice: Random, room: Room, person: int) -> Booked:
    """What somebody says of what she books for herself."""
    said = reading.lines("bookings")
    return Booked(
        person, typeset(dice.choice(said["labels"][room.kind])), heads=dice.randrange(1, min(room.capacity, 12) + 1),
        note=typeset(dice.choice(said["notes"]["words"])),
    )  # fmt: skip


def reason_of(dice: Random, status: BookingStatus) -> str:
    """What the keeper says to it, where there is something to say."""
    answers = reading.lines("bookings")["answers"]
    return typeset(dice.choice(answers[status])) if status in answers else ""


def _for_the_cast(ground: Ground) -> None:
    """The keeper's garden is asked for and booked by the resident; a hub's room is asked for ten times in one go."""
    dice = ground.dice("bookings of the cast")
    keeper, resident = ground.member("keeper"), ground.member("resident")
    garden = next(room for room in ground.rooms if room.answerer == keeper.id)
    person = iter((resident.id, resident.id, *(ground.someone(dice, garden.ward).id for _each in range(3))))
    for ahead, status in (
        (-9, BookingStatus.AGREED),
        (2, BookingStatus.AGREED),
        (5, BookingStatus.ASKED),
        (9, BookingStatus.ASKED),
        (12, BookingStatus.AGREED),
    ):
        _book_near(ground, dice, garden, ahead, status, next(person))
    asked = [room for room in ground.rooms if room.hub_id and room.mode is BookingMode.ASK]
    asked.sort(key=lambda room: (room.hub_id != ground.hubs[0].id, room.kind != SpaceKind.KITCHEN))
    if asked:
        _ask_for_weeks(ground, dice, asked[0])


def _book_near(ground: Ground, dice: Random, room: Room, ahead: int, status: BookingStatus, person: int) -> None:
    """The first time from so many days ahead on that is free."""
    long = timedelta(minutes=120)
    starts = (start for day in range(ahead, ahead + 7) for start in begins(ground, room, day, long))
    span = next(((start, start + long) for start in starts if ground.diary.free(room, [(start, start + long)])), None)
    if span and span[0] < ground.now + (ahead + 7) * DAY:
        ground.diary.take(room, [span])
        made = min(span[0], ground.now) - timedelta(hours=30)
        number = add_booking(ground, room, span, booked_by(dice, room, person), status, made)
        ground.book.note(made, person, "asked", "booking", number)


def _ask_for_weeks(ground: Ground, dice: Random, room: Room) -> None:
    """Ten weeks, asked for together, at an hour at which they are free; Christmas is left out."""
    long, made = timedelta(minutes=120), ground.now - timedelta(hours=20)
    for start in (start for day in range(2, 16) for start in begins(ground, room, day, long)):
        hour, first = clock.local(start).time(), clock.local(start).date()
        starts = [clock.moment_of(first + week * 7 * DAY, hour) for week in range(SERIES)]
        spans = [(each, each + long) for each in starts]
        open_ones = [span for span in spans if ground.diary.free(room, [span])]
        if len(open_ones) < SERIES - 2:
            continue
        ground.diary.take(room, open_ones)
        person = ground.someone(dice, room.ward).id
        series = add_series(ground, SERIES, made)
        label = reading.lines("bookings")["series"]["kitchen"]
        for span in open_ones:
            number = add_booking(
                ground, room, span, Booked(person, label, heads=6, series=series), BookingStatus.ASKED, made
            )
            ground.book.note(made, person, "asked", "booking", number)
        return
