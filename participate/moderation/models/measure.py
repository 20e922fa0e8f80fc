"""What was done about a person: she was warned, or may not take part for a while."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.moderation.words import MeasureKind

YEARS = "2 years"


class Measure(db.Model):
    """A warning or a suspension, with the reason that she was told; `until` None: until somebody ends it."""

    __tablename__ = "measure"
    __table_args__ = (Index("ix_measure_person", "person_id", "made_at", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": YEARS}
    )
    kind: Mapped[MeasureKind] = mapped_column(enum_column(MeasureKind))
    reason: Mapped[str] = mapped_column(String(400), info={"personal": "words", "keep": YEARS})
    report_id: Mapped[int | None] = mapped_column(ForeignKey("report.id", ondelete="SET NULL"), index=True)
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEARS}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEARS}
    )
