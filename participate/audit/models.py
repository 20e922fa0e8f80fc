"""One row for each change. It holds no words and no names; seals make a row that was changed or lost show."""

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


class AuditSeal(db.Model):
    """The seal of the row with the same id: a hash of that row and of the seal before it."""

    __tablename__ = "audit_seal"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(64))


class AuditCheckpoint(db.Model):
    """Up to this row everything was sealed and is forgotten; the signature is made with the site's key."""

    __tablename__ = "audit_checkpoint"

    id: Mapped[int] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(unique=True)
    rows: Mapped[int]  # how many were forgotten, all checkpoints together
    digest: Mapped[str] = mapped_column(String(64))
    signature: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(Moment)
