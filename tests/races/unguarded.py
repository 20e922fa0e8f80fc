"""Bookings without their guards, for the controls: no lock, a look that comes a moment before the leap, and no
constraint behind them."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from sqlalchemy import delete, select, text

from participate.core.db import db
from participate.spaces.models import OVERLAP, Booking, Space
from participate.spaces.service import answers, bookings, holding, moving, once, series, together

GAP = 0.004  # seconds between the look and the leap
MODULES = (answers, bookings, holding, moving, once, series, together)


@contextmanager
def unguarded() -> Iterator[None]:
    """Within the block nothing keeps two from holding one space at once."""
    with without_constraint(), without_locks():
        yield


@contextmanager
def without_locks() -> Iterator[None]:
    """Whoever looks lets go before she leaps, in this process."""
    loose = {
        "hold": _loose_hold,
        "hold_for": _loose_hold_for,
        "is_free": _then_wait(holding.is_free),
        "check_all": _then_wait(holding.check_all),
        "check_slots": _then_wait(holding.check_slots),
    }
    with ExitStack() as patches:
        for module in MODULES:
            for name, function in loose.items():
                if hasattr(module, name):
                    patches.enter_context(patch.object(module, name, function))
        yield


def _loose_hold(*space_ids: int) -> dict[int, Space]:
    """Read, and hold nothing."""
    return {each.id: each for each in db.session.scalars(select(Space).where(Space.id.in_(space_ids)))}


def _loose_hold_for(booking: Booking, *_more: int) -> Space:
    return booking.space


def _then_wait(look):  # type: ignore[no-untyped-def]
    def looked(*args, **more):  # type: ignore[no-untyped-def]
        found = look(*args, **more)
        db.session.commit()
        time.sleep(GAP)
        return found

    return looked


@contextmanager
def without_constraint() -> Iterator[None]:
    """Within the block the database allows two holders of one moment. Afterwards no booking is left."""
    db.session.commit()
    take, give = _orders()
    with db.engine.begin() as connection:
        for order in take:
            connection.execute(text(order))
    try:
        yield
    finally:
        db.session.rollback()
        db.session.execute(delete(Booking))
        db.session.commit()
        with db.engine.begin() as connection:
            for order in give:
                connection.execute(text(order))


def _orders() -> tuple[list[str], list[str]]:
    """What takes the constraint away, and what puts back just what was there."""
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            there = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE :name"
            rows = connection.execute(text(there), {"name": f"{OVERLAP}%"}).all()
            found = [f"DROP TRIGGER {name}" for name, _order in rows], [order for _name, order in rows]
        else:
            there = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = :name"
            orders = connection.execute(text(there), {"name": OVERLAP}).scalars().all()
            table = "ALTER TABLE booking"
            found = (
                [f"{table} DROP CONSTRAINT {OVERLAP}"] * len(orders),
                [f"{table} ADD CONSTRAINT {OVERLAP} {each}" for each in orders],
            )
    if not found[0]:
        raise LookupError("there is no constraint to take away")
    return found
