"""Counting that a short link was followed."""

import structlog
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError, OperationalError

from participate.core import clock
from participate.core.db import aside
from participate.paper.models import LinkDay
from participate.paper.rules.codes import Target

log = structlog.get_logger()
TRIES = 3


def note_follow(target: Target) -> None:
    """Count one more follow of a short link today. A count that fails must not stop anybody on her way."""
    for _again in range(TRIES):
        try:
            return _add_one(target)
        except IntegrityError:
            continue  # somebody else made the row of today first: add to it
        except OperationalError:
            break
    log.warning("a follow was not counted")


def _add_one(target: Target) -> None:
    facts = {"kind": target.kind, "thing_id": target.thing_id, "channel": target.channel, "day": clock.today()}
    with aside() as kept:
        changed = kept.execute(update(LinkDay).filter_by(**facts).values(hits=LinkDay.hits + 1))
        if changed.rowcount == 0:  # type: ignore[attr-defined]
            kept.add(LinkDay(**facts, hits=1))
            kept.flush()
