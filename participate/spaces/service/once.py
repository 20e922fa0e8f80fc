"""A form that is sent twice books once; a yes that cannot be given leaves no trace."""

from collections.abc import Mapping, Sequence

from participate.core.db import db, give_up_writing
from participate.spaces.models import Booking, Space
from participate.spaces.queries import find_own
from participate.spaces.rules import CannotBook, Slot, What
from participate.spaces.service.answers import agree
from participate.spaces.service.bookings import book_series
from participate.spaces.service.holding import hold
from participate.spaces.service.series import agree_series


def book_once(
    actor_id: int,
    space: Space,
    slots: Sequence[Slot],
    what: What,
    *,
    as_keeper: bool = False,
    elsewhere: Mapping[int, Space] | None = None,
) -> tuple[list[Booking], bool]:
    """As `book_series`, but for somebody who has booked the first of these times already: (the bookings, whether they
    are new). Two presses at once wait for each other at the space, so that the second finds what the first made.
    """
    others = elsewhere or {}
    hold(space.id, *(each.id for each in others.values()))
    own = find_own(actor_id, others.get(0, space).id, slots[0]) if slots else None
    if own is not None:
        return [own], False
    try:
        return book_series(actor_id, space, slots, what, as_keeper=as_keeper, elsewhere=others), True
    except CannotBook:
        give_up_writing()  # nobody waits while the page that says so is made
        raise


def agree_to(actor_id: int, booking: Booking, *, all_of_them: bool) -> int:
    """Yes to a booking, or to all in its space that were asked for with it; how many. Raises as `agree` and
    `agree_series`, and then everything stands as before, for the page that says why.
    """
    with db.session.begin_nested():
        if all_of_them and booking.series_id is not None:
            return len(agree_series(actor_id, booking.series_id, booking.space_id))
        agree(actor_id, booking)
        return 1
