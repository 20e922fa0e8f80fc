"""One row for each change. It holds no words and no names."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db


class AuditRow(db.Model):
    """Somebody (`actor_id`, empty for the house itself) did `verb` to the thing `kind` number `thing_id`."""

    __tablename__ = "audit_row"
    __table_args__ = (Index("ix_audit_row_thing", "kind", "thing_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    actor_id: Mapped[int | None] = mapped_column(info={"personal": "id", "keep": "24 months"})
    verb: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(24))
    thing_id: Mapped[int]
