"""A booking moves to another time or another space, or is made longer or shorter."""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, Space
from participate.spaces.queries import terms_of
from participate.spaces.rules import InThePast, Slot, SpaceTaken, check, check_move, check_not_over, status_of_new
from participate.spaces.service.answers import note_change
from participate.spaces.service.holding import hold_for, is_free, one_holder
from participate.spaces.service.telling import tell_moved
from participate.spaces.words import BookingStatus


def move(
    actor_id: int, booking: Booking, slot: Slot, space: Space | None = None, *, as_keeper: bool = False
) -> Booking:
    """Another time, another space, or both; also longer or shorter.

    Moved by its keeper, or in a space that is booked at once, it is agreed; else it is asked for again, and the time
    that it held is free. One that has begun keeps its beginning. Raises as `book`, AnsweredAlready or BookingOver.
    """
    return move_several(actor_id, [(booking, slot)], space, as_keeper=as_keeper)[0]


def move_several(
    actor_id: int, wanted: Sequence[tuple[Booking, Slot]], space: Space | None = None, *, as_keeper: bool = False
) -> list[Booking]:
    """Several bookings of one space to other times, to another space, or both: all or nothing, told together.

    They may take each other's times. Returns them. Raises as `move`.
    """
    of = {each.space_id for each, _slot in wanted}
    held = hold(*of, *([space.id] if space is not None else []))
    moves = [_Move(each, slot, space or held[each.space_id]) for each, slot in wanted]
    for each in moves:
        db.session.refresh(each.booking)
        check_move(each.booking.status, BookingStatus.CANCELLED)  # one that stands may change
        check_not_over(each.booking.ends_at, clock.now())
    moved = [each for each in moves if each.differs]
    before = [(each.stood, each.booking.space) for each in moved]
    _check(moved, as_keeper=as_keeper)
    _write(actor_id, moved, as_keeper=as_keeper)
    tell_moved(actor_id, [each.booking for each in moved], before)
    return [each.booking for each in moves]


@dataclass(frozen=True)
class _Move:
    """A booking, and where it goes."""

    booking: Booking
    slot: Slot
    space: Space

    @property
    def stood(self) -> Slot:
        return Slot(self.booking.starts_at, self.booking.ends_at)

    @property
    def differs(self) -> bool:
        return (self.stood, self.booking.space_id) != (self.slot, self.space.id)

    def still_to_come(self) -> Slot:
        """What is asked for. Of one that has begun, and keeps its beginning, only what is left. Raises BookingOver."""
        now, booking = clock.now(), self.booking
        begun = booking.starts_at <= now and booking.status is BookingStatus.AGREED
        if not begun or (self.slot.starts_at, self.space.id) != (booking.starts_at, booking.space_id):
            return self.slot
        check_not_over(self.slot.ends_at, now)
        return Slot(max(self.slot.starts_at, now), self.slot.ends_at)


def _check(moves: Sequence[_Move], *, as_keeper: bool) -> None:
    """Whether all of them fit where they go; what they leave is free for each other."""
    but = [each.booking.id for each in moves]
    for space in {each.space.id: each.space for each in moves}.values():
        there = [each for each in moves if each.space.id == space.id]
        heads = max(each.booking.heads for each in there)
        check_all(space, [each.still_to_come() for each in there], heads, as_keeper=as_keeper, but=but)


def _write(actor_id: int, moves: Sequence[_Move], *, as_keeper: bool) -> None:
    with one_holder():
        for each in moves:
            each.booking.status = BookingStatus.ASKED  # it lets go of its time, which another of them may take
        db.session.flush()
        for each in moves:
            _put(actor_id, each, as_keeper=as_keeper)
    for each in moves:
        note_change(actor_id, each.booking, "moved")


def _put(actor_id: int, to: _Move, *, as_keeper: bool) -> None:
    booking, space, status = to.booking, to.space, status_of_new(to.space.mode, as_keeper=as_keeper)
    held = to.slot.held(space.before, space.after)
    booking.space = space
    booking.starts_at, booking.ends_at = to.slot.starts_at, to.slot.ends_at
    booking.held_from, booking.held_until = held.starts_at, held.ends_at
    booking.status, booking.reason = status, ""
    booking.answered_at = clock.now() if status is BookingStatus.AGREED else None
    booking.answered_by = actor_id if as_keeper else None
