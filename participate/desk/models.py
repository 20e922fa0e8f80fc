"""Tables of the desk."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.desk.words import NoteKind, WaitKind

YEAR = "1 year"


class Claim(db.Model):
    """One of the staff has one waiting thing in hand, until then: nobody handles it twice."""

    __tablename__ = "claim"
    __table_args__ = (UniqueConstraint("kind", "thing_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[WaitKind] = mapped_column(enum_column(WaitKind))
    thing_id: Mapped[int]
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "until done"}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)
    undo_id: Mapped[int | None] = mapped_column(ForeignKey("undo.id", ondelete="SET NULL"), index=True)
    person: Mapped[Person] = relationship()


class Undo(db.Model):
    """What one press did to many things, so that it can be taken back for a while. `steps`: verbs, kinds and ids.

    `later`: nothing could undo it, for somebody is told; so it is done only when `good_until` has come (`done_at`).
    Until then whoever pressed has the things in hand. It is done or taken back, never both.
    """

    __tablename__ = "undo"
    __table_args__ = (
        CheckConstraint("NOT later OR done_at IS NULL OR undone_at IS NULL", name="done_or_undone"),
        Index("ix_undo_person_id", "person_id", "good_until"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": "1 day"}
    )
    later: Mapped[bool] = mapped_column(default=False)
    steps: Mapped[list[Any]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    undone_at: Mapped[datetime | None] = mapped_column(Moment)


class DeskNote(db.Model):
    """A line in a hub's diary, for a day and for colleagues; until it is done."""

    __tablename__ = "desk_note"
    __table_args__ = (Index("ix_desk_note_hub", "hub_id", "day", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"))
    day: Mapped[date]
    kind: Mapped[NoteKind] = mapped_column(enum_column(NoteKind), default=NoteKind.NOTE)
    words: Mapped[str] = mapped_column(String(600), info={"personal": "words", "keep": YEAR})
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    maker: Mapped[Person | None] = relationship(foreign_keys=[made_by])


class Away(db.Model):
    """One of the staff is away, first and last day included, and a colleague covers."""

    __tablename__ = "away"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="in_order"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "times", "keep": YEAR}
    )
    cover_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    first_day: Mapped[date]
    last_day: Mapped[date]
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    cover: Mapped[Person | None] = relationship(foreign_keys=[cover_id])
