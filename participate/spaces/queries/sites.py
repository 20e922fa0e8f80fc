"""Where homes are, and the parts of sites."""

from collections.abc import Collection, Sequence

from sqlalchemy import exists, func, select

from participate.core import clock
from participate.core.db import db
from participate.spaces.models import Booking, HomeAddress, Space
from participate.spaces.words import BookingStatus, SpaceKind

MOST_PARTS = 60
STANDS = (BookingStatus.ASKED, BookingStatus.AGREED)


def find_home_address(space: Space) -> str:
    """Where a home, or the site of a part, is: for those who look after it. "" when nobody said. Others ask
    `home_address`.
    """
    of = space.site_id or space.id
    return db.session.scalar(select(HomeAddress.words).where(HomeAddress.space_id == of)) or ""


def list_parts(site: Space, *, hidden: bool = True) -> Sequence[Space]:
    """The parts of a site by name, hidden ones too unless said, MOST_PARTS at most. What is no site has none, and
    nothing is asked.
    """
    if site.kind is not SpaceKind.SITE:
        return []
    query = select(Space).where(Space.site_id == site.id).order_by(Space.name, Space.id)
    if not hidden:
        query = query.where(Space.hidden_at.is_(None))
    return db.session.scalars(query.limit(MOST_PARTS)).all()


def count_parts(site_id: int) -> int:
    """How many parts a site has."""
    return db.session.scalar(select(func.count()).select_from(Space).where(Space.site_id == site_id)) or 0


def list_standing(space_ids: Collection[int]) -> Sequence[Booking]:
    """What is agreed or asked for in these spaces and is not over, the soonest first."""
    query = select(Booking).where(
        Booking.space_id.in_(space_ids), Booking.status.in_(STANDS), Booking.ends_at > clock.now()
    )
    return db.session.scalars(query.order_by(Booking.starts_at, Booking.id)).all()


def has_bookings(space_ids: Collection[int]) -> bool:
    """Whether anybody ever booked one of these spaces, or asked for it."""
    return bool(db.session.scalar(select(exists().where(Booking.space_id.in_(space_ids)))))
