"""Who was brought together with whom lately, and who met."""

from datetime import datetime

from sqlalchemy import ColumnElement, Row, select

from participate.core.db import db
from participate.introductions.models import Introduction

AT_MOST = 100_000
Pair = Row[int, int, datetime]  # one, the other, when


def list_begun_since(moment: datetime) -> list[Pair]:
    """(one, other, when) of each introduction that began after `moment`, whatever became of it, oldest first."""
    return _list(Introduction.made_at, moment)  # type: ignore[arg-type]


def list_met_since(moment: datetime) -> list[Pair]:
    """(one, other, when) of each two who met after `moment`, oldest first."""
    return _list(Introduction.met_at, moment)  # type: ignore[arg-type]


def _list(at: ColumnElement[datetime], moment: datetime) -> list[Pair]:
    query = select(Introduction.low_id, Introduction.high_id, at).where(at > moment)
    return list(db.session.execute(query.order_by(at, Introduction.id).limit(AT_MOST)))
