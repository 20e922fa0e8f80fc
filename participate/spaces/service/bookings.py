"""A space is booked, or asked for: once, or several times together."""

from collections.abc import Mapping, Sequence

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, BookingSeries, Space
from participate.spaces.rules import Slot, What, check_times, status_of_new
from participate.spaces.service.holding import check_all, hold, one_holder
from participate.spaces.service.telling import tell_booked
from participate.spaces.words import BookingStatus

Placed = tuple[Space, Slot, bool]  # where, when, and whether as its keeper


def book(
    actor_id: int, space: Space, slot: Slot, what: What, *, as_keeper: bool = False, person_id: int | None = None
) -> Booking:
    """Book a space: agreed at once where it says so, or `as_keeper` (by somebody who looks after it); else asked.

    `person_id`: for whom, when it is not the actor. Raises a CannotBook: SpaceTaken, NotOpenThen, TooShort, TooLong,
    TooFarAhead, InThePast, TooManyPeople, RingInstead, ChooseAPart or NotOffered; nothing is written then.
    """
    held = hold(space.id)[space.id]
    made = _write(actor_id, [(held, slot, as_keeper)], what, person_id or actor_id)
    tell_booked(actor_id, made)
    return made[0]


def book_series(
    actor_id: int,
    space: Space,
    slots: Sequence[Slot],
    what: What,
    *,
    as_keeper: bool = False,
    elsewhere: Mapping[int, Space] | None = None,
    person_id: int | None = None,
) -> list[Booking]:
    """Book a space several times, all or nothing: as `book`, with one letter to each side for all of them.

    `elsewhere`: the number of a slot (from 0) → another space for it, in which one is never `as_keeper`. Raises as
    `book`, and TooManyTimes or NoTimes.
    """
    check_times(len(slots))
    others = elsewhere or {}
    held = hold(space.id, *(each.id for each in others.values()))
    placed = [
        (held[others[number].id], slot, False) if number in others else (held[space.id], slot, as_keeper)
        for number, slot in enumerate(slots)
    ]
    series = BookingSeries(times=len(slots), made_at=clock.now()) if len(slots) > 1 else None
    made = _write(actor_id, placed, what, person_id or actor_id, series)
    tell_booked(actor_id, made)
    return made


def _write(
    actor_id: int, placed: Sequence[Placed], what: What, person_id: int, series: BookingSeries | None = None
) -> list[Booking]:
    for space in {each.id: each for each, _slot, _own in placed}.values():
        there = [(slot, own) for each, slot, own in placed if each.id == space.id]
        check_all(space, [slot for slot, _own in there], what.heads, as_keeper=all(own for _slot, own in there))
    made = [_booking(space, slot, what, person_id, as_keeper=own) for space, slot, own in placed]
    with one_holder():
        for each in made:
            each.series = series
            db.session.add(each)
    for each in made:
        record(actor_id, "agreed" if each.status is BookingStatus.AGREED else "asked", "booking", each.id)
    db.session.flush()
    return made


def _booking(space: Space, slot: Slot, what: What, person_id: int, *, as_keeper: bool) -> Booking:
    now, held = clock.now(), slot.held(space.before, space.after)
    status = status_of_new(space.mode, as_keeper=as_keeper)
    return Booking(
        space=space, person_id=person_id, label=what.label, subject=what.subject, heads=what.heads, note=what.note,
        starts_at=slot.starts_at, ends_at=slot.ends_at, held_from=held.starts_at, held_until=held.ends_at,
        status=status, answered_at=now if status is BookingStatus.AGREED else None, made_at=now, changed_at=now,
    )  # fmt: skip
