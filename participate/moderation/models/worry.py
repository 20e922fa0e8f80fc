""" "I'm worried about someone": sealed cases that only safeguarding leads open, each look written down."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Moment, db, enum_column
from participate.moderation.words import WorryKind, WorryOutcome, WorryStatus

SEALED = "6 years, sealed"


class Worry(db.Model):
    """What somebody told us, signed in or not. `about_id` and `teller_id` are people we know, where that is known:
    neither of them ever handles the case. `contact` is how to come back to the teller, if she left one.
    """

    __tablename__ = "worry"
    __table_args__ = (
        Index("ix_worry_status", "status", "made_at", "id"),
        CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name="closed_has_moment"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[WorryKind] = mapped_column(enum_column(WorryKind))
    words: Mapped[str] = mapped_column(String(2000), info={"personal": "safeguarding", "keep": SEALED})
    who: Mapped[str] = mapped_column(String(200), default="", info={"personal": "safeguarding", "keep": SEALED})
    contact: Mapped[str] = mapped_column(String(254), default="", info={"personal": "safeguarding", "keep": SEALED})
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    teller_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "safeguarding", "keep": SEALED}
    )
    about_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "safeguarding", "keep": SEALED}
    )
    status: Mapped[WorryStatus] = mapped_column(enum_column(WorryStatus), default=WorryStatus.NEW)
    taken_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": SEALED}
    )
    outcome: Mapped[WorryOutcome | None] = mapped_column(enum_column(WorryOutcome))
    made_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    notes: Mapped[list["WorryNote"]] = relationship(cascade="all, delete-orphan", order_by="WorryNote.id")


class WorryNote(db.Model):
    """What was done or heard, in order."""

    __tablename__ = "worry_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    worry_id: Mapped[int] = mapped_column(ForeignKey("worry.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(String(2000), info={"personal": "safeguarding", "keep": SEALED})
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": SEALED}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)


class WorryKept(db.Model):
    """A safeguarding lead who never opens a case: she is named in it, or stepped aside."""

    __tablename__ = "worry_kept"
    __table_args__ = (UniqueConstraint("worry_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    worry_id: Mapped[int] = mapped_column(ForeignKey("worry.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "safeguarding", "keep": SEALED}
    )
