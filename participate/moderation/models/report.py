"""Something that waits for a look: reported by a neighbour, held by the house, asked about again by its author."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.moderation.words import (
    CHANGED_LINE,
    FIRST_LINE,
    FOUND_LINE,
    Choice,
    Origin,
    ReportReason,
    ReportStatus,
    Urgency,
)

YEAR = "1 year"


class Report(db.Model):
    """Somebody says that a thing (`kind`, `thing_id`) should not stand as it does.

    `title` and `seen` are what it was called and what it said then: its author may have changed it since. `origin`:
    a neighbour, the house (which hid it until somebody has looked), or its author who asks again. `found` names what
    the house saw in it ("phone link"). `author_id`: who wrote it, where that is one person. One of the staff at a time
    has it in hand (`claimed_by`, until).
    """

    __tablename__ = "report"
    __table_args__ = (
        Index("ix_report_thing", "kind", "thing_id"),
        Index("ix_report_status", "status", "made_at"),
        CheckConstraint("(status = 'open') = (decided_at IS NULL)", name="decided_has_moment"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    thing_id: Mapped[int]
    title: Mapped[str] = mapped_column(String(80), default="", info={"personal": "words", "keep": YEAR})
    seen: Mapped[str] = mapped_column(String(2000), default="", info={"personal": "words", "keep": YEAR})
    reason: Mapped[ReportReason] = mapped_column(enum_column(ReportReason))
    words: Mapped[str] = mapped_column(String(600), default="", info={"personal": "words", "keep": YEAR})
    reporter_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    status: Mapped[ReportStatus] = mapped_column(enum_column(ReportStatus), default=ReportStatus.OPEN)
    made_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    decision: Mapped[str] = mapped_column(String(400), default="")
    origin: Mapped[Origin] = mapped_column(enum_column(Origin), default=Origin.NEIGHBOUR)
    urgency: Mapped[Urgency] = mapped_column(enum_column(Urgency), default=Urgency.USUAL)
    found: Mapped[str] = mapped_column(String(80), default="")
    choice: Mapped[Choice | None] = mapped_column(enum_column(Choice))
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    claimed_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)

    @property
    def line(self) -> str:
        """Why it is here, in words that staff read."""
        if self.origin is Origin.HELD:
            return FOUND_LINE if self.found else FIRST_LINE
        changed = self.origin is Origin.AUTHOR and self.reason is not ReportReason.ASK_AGAIN
        return CHANGED_LINE if changed else self.reason.label
