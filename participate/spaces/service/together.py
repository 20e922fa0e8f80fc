"""Several bookings change at once: all of them or none, and each side hears once."""

from collections.abc import Sequence
from dataclasses import dataclass

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, Space
from participate.spaces.queries import check_slots
from participate.spaces.rules import Slot, check_move, check_not_over
from participate.spaces.service.answers import note_change, write_off
from participate.spaces.service.holding import hold, one_holder
from participate.spaces.service.moving import put
from participate.spaces.service.telling import tell_cancelled, tell_moved
from participate.spaces.words import BookingStatus

STANDS = (BookingStatus.ASKED, BookingStatus.AGREED)


@dataclass(frozen=True)
class Going:
    """A booking that has not begun, and where it goes."""

    booking: Booking
    slot: Slot
    space: Space

    @property
    def before(self) -> tuple[Slot, Space]:
        return Slot(self.booking.starts_at, self.booking.ends_at), self.booking.space

    @property
    def differs(self) -> bool:
        return self.before != (self.slot, self.space)


def move_several(
    actor_id: int, wanted: Sequence[tuple[Booking, Slot]], space: Space | None = None, *, as_keeper: bool = False
) -> None:
    """Bookings that have not begun, to other times, or all of them to `space`: as `move`, and all or nothing.

    They may take each other's times. Raises as `move`.
    """
    held = hold(*{each.space_id for each, _slot in wanted}, *([space.id] if space is not None else []))
    for each, _slot in wanted:
        db.session.refresh(each)
        check_move(each.status, BookingStatus.CANCELLED)  # one that stands may change
        check_not_over(each.starts_at, clock.now())
    every = [Going(each, slot, space or held.get(each.space_id, each.space)) for each, slot in wanted]
    going = [each for each in every if each.differs]
    _check(going, as_keeper=as_keeper)
    before = [each.before for each in going]
    _write(actor_id, going, as_keeper=as_keeper)
    tell_moved(actor_id, [each.booking for each in going], before)


def _check(going: Sequence[Going], *, as_keeper: bool) -> None:
    """Whether all of them fit where they go; what they leave is free for each other."""
    but = [each.booking.id for each in going]
    for space in {each.space.id: each.space for each in going}.values():
        there = [each for each in going if each.space.id == space.id]
        heads = max(each.booking.heads for each in there)
        for broken in check_slots(space, [each.slot for each in there], heads, as_keeper=as_keeper, but=but):
            if broken is not None:
                raise broken


def _write(actor_id: int, going: Sequence[Going], *, as_keeper: bool) -> None:
    with one_holder():
        for each in going:
            each.booking.status = BookingStatus.ASKED  # it lets go of its time, which another of them may take
        db.session.flush()
        for each in going:
            put(actor_id, each.booking, each.slot, each.space, as_keeper=as_keeper)
    for each in going:
        note_change(actor_id, each.booking, "moved")


def cancel_several(actor_id: int | None, bookings: Sequence[Booking], reason: str = "") -> None:
    """All of these are off, whether they were asked for together or not. What is off or over already stays as it is."""
    hold(*{each.space_id for each in bookings})
    for each in bookings:
        db.session.refresh(each)
    off = [each for each in bookings if each.status in STANDS and each.ends_at > clock.now()]
    for each in off:
        write_off(actor_id, each, reason)
    if off:
        tell_cancelled(actor_id, off, reason)
