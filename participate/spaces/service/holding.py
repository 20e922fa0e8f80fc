"""Never booked twice: the space's row is held first, always in the order of the ids, then what is taken is read; and a
constraint (on SQLite a trigger) stands behind it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participate.core.db import begin_writing, db
from participate.spaces.models import OVERLAP, Booking, Space
from participate.spaces.queries import check_slots, list_held
from participate.spaces.rules import AnsweredAlready, Slot, SpaceTaken


def hold(*space_ids: int) -> dict[int, Space]:
    """The spaces as they stand now, by id, held until the transaction ends: whoever else books them waits.

    SQLite has one writer, who began before he read. On PostgreSQL whoever changes a booking locks its space first, so
    that two can never wait for each other.
    """
    begin_writing()
    query = select(Space).where(Space.id.in_(space_ids)).order_by(Space.id)
    query = query.with_for_update(key_share=True, of=Space).execution_options(populate_existing=True)
    return {each.id: each for each in db.session.scalars(query)}


def hold_for(booking: Booking, *more_space_ids: int) -> Space:
    """The space of a booking, held, with others if given; and the booking as it stands now. Raises AnsweredAlready
    where it was moved to another space a moment ago."""
    held = hold(booking.space_id, *more_space_ids)
    db.session.refresh(booking)
    if booking.space_id not in held:
        raise AnsweredAlready
    return held[booking.space_id]


def is_free(space_id: int, held: Slot, but: Collection[int] = ()) -> bool:
    """Whether nobody else holds any of this time; the space must be held."""
    return not any(held.clashes(other) for other in list_held([space_id], held.starts_at, held.ends_at, but))


@contextmanager
def one_holder() -> Iterator[None]:
    """Write within the block what takes time. Raises SpaceTaken where the constraint says no; the transaction lives."""
    try:
        with db.session.begin_nested():
            yield
            db.session.flush()
    except IntegrityError as error:
        if OVERLAP not in str(error.orig):
            raise
        raise SpaceTaken from None


def check_all(space: Space, slots: Collection[Slot], heads: int, *, as_keeper: bool, but: Collection[int] = ()) -> None:
    """Raises the first of what stands in the way of these times."""
    for broken in check_slots(space, list(slots), heads, as_keeper=as_keeper, but=but):
        if broken is not None:
            raise broken
