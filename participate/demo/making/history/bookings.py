"""What neighbours booked for themselves in a week of the past, beside the sessions."""

from datetime import date, timedelta
from random import Random

from participate.demo.making.bookings import LENGTHS, PAST, add_booking, begins, booked_by, reason_of
from participate.demo.making.diary import Diary
from participate.demo.making.ground import DAY, Ground
from participate.spaces.words import BookingStatus, SpaceKind

A_YEAR = 5  # times that a space is booked
WEEKS = 52


def make_bookings(ground: Ground, dice: Random, monday: date, diary: Diary) -> None:
    """Some spaces, each once, where it is open and free."""
    rooms = [room for room in ground.rooms if room.kind != SpaceKind.SITE and room.since <= monday]
    for room in dice.sample(rooms, int(len(rooms) * A_YEAR / WEEKS + dice.random())):
        day = monday + dice.randrange(7) * DAY
        long = timedelta(minutes=min(max(dice.choice(LENGTHS), room.least), room.most))
        possible = list(begins(ground, room, (day - ground.today).days, long))
        if not possible:
            continue
        start = dice.choice(possible)
        status = dice.choices(list(PAST), list(PAST.values()))[0]
        if status is BookingStatus.AGREED and not diary.take(room, [(start, start + long)]):
            continue
        person = ground.someone(dice, room.ward).id
        made = start - timedelta(days=dice.randrange(3, 15))
        booked = booked_by(dice, room, person)
        number = add_booking(ground, room, (start, start + long), booked, status, made, reason_of(dice, status))
        ground.book.note(made, person, "asked", "booking", number)
