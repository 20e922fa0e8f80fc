"""Who asks for what is given away, what was taken from a stock, and which keepers were asked about a wish."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.materials.models.material import Material
from participate.materials.words import GiftStatus, WishStatus

KEPT = "1 year"


class GiftAsk(db.Model):
    """A person would like to have what is given away. `lot`: the number drawn for her, when it went by lot.

    `reply`: what the giver says to whoever gets it, such as when to collect it.
    """

    __tablename__ = "gift_ask"
    __table_args__ = (
        UniqueConstraint("material_id", "person_id"),
        CheckConstraint("units >= 1", name="units"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": KEPT}
    )
    units: Mapped[int] = mapped_column(default=1)
    words: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": KEPT})
    status: Mapped[GiftStatus] = mapped_column(enum_column(GiftStatus), default=GiftStatus.ASKED)
    lot: Mapped[int | None]
    reply: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": KEPT})
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    material: Mapped[Material] = relationship()
    person: Mapped[Person] = relationship()


class StockDay(db.Model):
    """How much was taken from a stock on one London day. Nothing about who."""

    __tablename__ = "stock_day"
    __table_args__ = (UniqueConstraint("material_id", "day"), CheckConstraint("taken >= 0", name="taken"))

    id: Mapped[int] = mapped_column(primary_key=True)
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"))
    day: Mapped[date]
    taken: Mapped[int] = mapped_column(default=0)


class WishAsk(db.Model):
    """The keeper of a material is asked whether a wish may have it. One keeper at a time has an open asking.

    `units`: how many she could lend. `loan_id`: the loan that her yes made.
    """

    __tablename__ = "wish_ask"
    __table_args__ = (
        UniqueConstraint("wish_id", "material_id"),
        CheckConstraint("units >= 1", name="units"),
        Index(
            "uq_wish_ask_open", "wish_id", unique=True, sqlite_where=text("status = 'asked'"),
            postgresql_where=text("status = 'asked'"),
        ),
        Index("ix_wish_ask_status", "status", "answer_by"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    wish_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"))
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"), index=True)
    units: Mapped[int] = mapped_column(default=1)
    status: Mapped[WishStatus] = mapped_column(enum_column(WishStatus), default=WishStatus.ASKED)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answer_by: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loan.id", ondelete="SET NULL"), index=True)
    wish: Mapped[Material] = relationship(foreign_keys=[wish_id])
    material: Mapped[Material] = relationship(foreign_keys=[material_id])
