"""Warnings and suspensions."""

import hmac
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from participate.accounts.current import keyed_hash
from participate.core.db import db
from participate.core.errors import NotFound
from participate.moderation.models import Measure
from participate.moderation.words import MeasureKind

TOKEN = 20  # of 64 hex digits: eighty bits
MOST_AT_ONCE = 200


def get_measure(measure_id: int) -> Measure:
    """The measure. Raises NotFound."""
    measure = db.session.get(Measure, measure_id)
    if measure is None:
        raise NotFound
    return measure


def token_of(measure: Measure) -> str:
    """What stands in the link by which she asks somebody else, signed in or not."""
    return keyed_hash("measure", f"{measure.id}:{measure.person_id}")[:TOKEN]


def is_token_of(measure: Measure, token: str) -> bool:
    """Whether this is the one of its link."""
    return hmac.compare_digest(token_of(measure).encode(), token.encode())


def is_suspended_by_any(person_id: int) -> bool:
    """Whether a suspension of hers has not ended."""
    standing = (Measure.person_id == person_id, Measure.kind == MeasureKind.SUSPENDED, Measure.ended_at.is_(None))
    return db.session.scalar(select(Measure.id).where(*standing).limit(1)) is not None


def list_over(now: datetime) -> Sequence[Measure]:
    """The suspensions whose time is over and that have not ended."""
    over = (Measure.kind == MeasureKind.SUSPENDED, Measure.ended_at.is_(None), Measure.until <= now)
    return db.session.scalars(select(Measure).where(*over).order_by(Measure.id).limit(MOST_AT_ONCE)).all()


def list_measures(person_id: int | None, most: int = 20) -> Sequence[Measure]:
    """What was done about a person, the newest first."""
    query = select(Measure).where(Measure.person_id == person_id)
    return db.session.scalars(query.order_by(Measure.id.desc()).limit(most)).all()


def count_measures() -> dict[MeasureKind, int]:
    """How many there were of each kind."""
    query = select(Measure.kind, func.count()).group_by(Measure.kind)
    return {kind: number for kind, number in db.session.execute(query)}
