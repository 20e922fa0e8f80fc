"""Reading the trail."""

from datetime import datetime

from sqlalchemy import Row, func, select

from participate.audit.models import AuditRow
from participate.core.db import db


def newest_id() -> int:
    """The highest id of all rows; 0 when there is none."""
    return db.session.scalar(select(func.max(AuditRow.id))) or 0


def newest_id_before(moment: datetime) -> int:
    """The highest id of the rows written at `moment` or before; 0 when there is none."""
    return db.session.scalar(select(func.max(AuditRow.id)).where(AuditRow.at <= moment)) or 0


def list_after(row_id: int, most: int = 5_000) -> list[Row[tuple[int, datetime, str, int]]]:
    """(id, at, kind, thing_id) of up to `most` rows with a higher id, oldest first."""
    rows = select(AuditRow.id, AuditRow.at, AuditRow.kind, AuditRow.thing_id)
    return list(db.session.execute(rows.where(AuditRow.id > row_id).order_by(AuditRow.id).limit(most)))


def list_of(kind: str, thing_id: int, most: int = 50) -> list[AuditRow]:
    """The newest rows about one thing, newest first."""
    rows = select(AuditRow).where(AuditRow.kind == kind, AuditRow.thing_id == thing_id)
    return list(db.session.scalars(rows.order_by(AuditRow.id.desc()).limit(most)))
