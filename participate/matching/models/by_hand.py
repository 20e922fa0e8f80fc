"""What the staff of a hub do with their hands: words that mean the same, what stands first or is left out, and what
one of them thinks of for somebody. Each ends by itself after its last day (London).
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.matching.words import Placed

YEAR = "1 year after"


class _ByStaff:
    """Who made it, until when it holds, and who took it back before that."""

    last_day: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)

    @declared_attr
    def made_by(cls) -> Mapped[int | None]:
        return _staff()

    @declared_attr
    def ended_by(cls) -> Mapped[int | None]:
        return _staff()


def _staff() -> Mapped[int | None]:
    key = ForeignKey("person.id", ondelete="SET NULL")
    return mapped_column(key, index=True, info={"personal": "id", "keep": YEAR})


class Synonym(_ByStaff, db.Model):
    """Words that mean the same to the neighbours of a hub, as staff wrote them ("allotment, veg patch")."""

    __tablename__ = "synonym"
    __table_args__ = (Index("ix_synonym_hub_id", "hub_id", "last_day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"))
    words: Mapped[str] = mapped_column(String(400), info={"personal": "words", "keep": YEAR})


class Placing(_ByStaff, db.Model):
    """A thing ("project:12") that stands first, or is left out, in the suggestions to a hub's neighbours, and why:
    a line for colleagues.
    """

    __tablename__ = "placing"
    __table_args__ = (UniqueConstraint("hub_id", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"))
    subject: Mapped[str] = mapped_column(String(40))
    placed: Mapped[Placed] = mapped_column(enum_column(Placed))
    why: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": YEAR})


class ByHand(_ByStaff, db.Model):
    """A thing ("session:12") that staff think of for somebody."""

    __tablename__ = "by_hand"
    __table_args__ = (UniqueConstraint("person_id", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": YEAR}
    )
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    subject: Mapped[str] = mapped_column(String(40), info={"personal": "tastes", "keep": YEAR})
