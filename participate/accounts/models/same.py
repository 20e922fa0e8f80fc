"""Two rows that may be one person, and what became of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models.person import Person
from participate.accounts.words import SameStatus, SameWhy
from participate.core.db import Moment, db, enum_column

ACCOUNT = "until the account ends"


class SamePerson(db.Model):
    """A pair that looks like one person, for staff to decide; asked about once."""

    __tablename__ = "same_person"
    __table_args__ = (
        UniqueConstraint("low_id", "high_id"),
        CheckConstraint("low_id < high_id", name="in_order"),
        Index("ix_same_person_status", "status", "found_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    low_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": ACCOUNT}
    )
    high_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    why: Mapped[SameWhy] = mapped_column(enum_column(SameWhy))
    status: Mapped[SameStatus] = mapped_column(enum_column(SameStatus), default=SameStatus.WAITING)
    found_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    low: Mapped[Person] = relationship(foreign_keys=[low_id])
    high: Mapped[Person] = relationship(foreign_keys=[high_id])


class Merge(db.Model):
    """`gone_id` was `kept_id` all along. `moved` lists the rows that changed hands, so that it can be undone."""

    __tablename__ = "merge"
    __table_args__ = (CheckConstraint("kept_id <> gone_id", name="two_rows"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kept_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    gone_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    moved: Mapped[dict[str, Any]] = mapped_column(JSON, info={"personal": "id", "keep": ACCOUNT})
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    undone_at: Mapped[datetime | None] = mapped_column(Moment)
    undone_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
