"""Who asked for which space lately, and who used it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Row, exists, select

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.organisations.models import Organisation
from participate.organisations.queries import shown
from participate.spaces.models import Booking, Space
from participate.spaces.words import BookingStatus

AT_MOST = 100_000
Step = Row[int, int, str, datetime]  # person, space, what for ("session:12" or ""), when


def list_asked_since(moment: datetime) -> list[Step]:
    """Each asking for a space after `moment`, whatever became of it, oldest first."""
    query = select(Booking.person_id, Booking.space_id, Booking.subject, Booking.made_at)
    late = query.where(Booking.made_at > moment, Booking.person_id.is_not(None))
    return list(db.session.execute(late.order_by(Booking.made_at, Booking.id).limit(AT_MOST)))


def list_used_between(moment: datetime, now: datetime) -> list[Step]:
    """Each agreed booking that was over between `moment` and `now`, oldest first."""
    query = select(Booking.person_id, Booking.space_id, Booking.subject, Booking.ends_at)
    over = query.where(Booking.status == BookingStatus.AGREED, Booking.ends_at > moment, Booking.ends_at <= now)
    used = over.where(Booking.person_id.is_not(None)).order_by(Booking.ends_at, Booking.id)
    return list(db.session.execute(used.limit(AT_MOST)))


def list_never_asked(ward_ids: Collection[int] | None, before: datetime, most: int) -> list[Row[int, str, datetime]]:
    """(id, name, since when) of spaces of these wards (None: of all) that have been offered since before a moment and
    nobody ever asked for, the longest first.
    """
    query = (
        select(Space.id, Space.name, Space.made_at)
        .outerjoin(Person, Person.id == Space.keeper_id)
        .outerjoin(Organisation, Organisation.id == Space.organisation_id)
        .where(*shown(Space, clock.today()), Space.made_at <= before, ~exists().where(Booking.space_id == Space.id))
    )
    here = query if ward_ids is None else query.where(Space.ward_id.in_(ward_ids))
    return list(db.session.execute(here.order_by(Space.made_at, Space.id).limit(most)))
