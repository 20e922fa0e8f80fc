"""Tables of the moderation."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.moderation.words import ReportReason, ReportStatus


class Report(db.Model):
    """Somebody says that a thing (`kind`, `thing_id`) should not stand as it does."""

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_thing", "kind", "thing_id"), Index("ix_report_status", "status", "made_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    thing_id: Mapped[int]
    reason: Mapped[ReportReason] = mapped_column(enum_column(ReportReason))
    words: Mapped[str] = mapped_column(String(600), default="", info={"personal": "words", "keep": "1 year"})
    reporter_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), info={"personal": "id", "keep": "1 year"}
    )
    status: Mapped[ReportStatus] = mapped_column(enum_column(ReportStatus), default=ReportStatus.OPEN)
    made_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), info={"personal": "id", "keep": "1 year"}
    )
    decision: Mapped[str] = mapped_column(String(400), default="")
