"""A material, what a kit holds, and who was shown how to use it."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.materials.words import Condition, Deal
from participate.organisations.models import Offered


class Material(Offered, db.Model):
    """A thing that is lent, given or wanted, by a person, an organisation or a hub; or a hub's stock to take from.

    `how_many` units are there (of a wish: are wished for). `out` of them are in somebody's hands now; `loan_days` is
    how long one has it. `instant`: nobody answers an asking, what is free is agreed. `deposit` is a text: no money is
    handled. `induction`: only who was shown how may collect it. `points`: what a starter kit costs.
    To give: asked for until `asks_until`, then chosen by the giver or by lot. A wish: for the days `wanted_from` to
    `wanted_until`; `met` of its units are promised by somebody.
    """

    __tablename__ = "material"
    __table_args__ = (
        CheckConstraint("how_many >= 1", name="how_many"),
        CheckConstraint("out >= 0 AND out <= how_many", name="out"),
        CheckConstraint("met >= 0 AND met <= how_many", name="met"),
        CheckConstraint("loan_days BETWEEN 1 AND 90", name="loan_days"),
        CheckConstraint("points >= 0", name="points"),
        CheckConstraint("wanted_from <= wanted_until", name="wanted_days"),
        CheckConstraint("deal <> 'take' OR hub_id IS NOT NULL", name="stock_is_a_hubs"),
    )
    noun: ClassVar[str] = "material"

    deal: Mapped[Deal] = mapped_column(enum_column(Deal), index=True)
    about: Mapped[str] = mapped_column(String(600), default="")
    how_many: Mapped[int] = mapped_column(default=1)
    how_long: Mapped[str] = mapped_column(String(60), default="")
    condition: Mapped[Condition] = mapped_column(enum_column(Condition), default=Condition.GOOD)
    loan_days: Mapped[int] = mapped_column(default=7)
    instant: Mapped[bool] = mapped_column(default=False)
    out: Mapped[int] = mapped_column(default=0)
    deposit: Mapped[str] = mapped_column(String(80), default="")
    safety: Mapped[str] = mapped_column(String(400), default="")
    induction: Mapped[bool] = mapped_column(default=False)
    points: Mapped[int] = mapped_column(default=0)
    asks_until: Mapped[datetime | None] = mapped_column(Moment)
    by_lot: Mapped[bool] = mapped_column(default=False)
    wanted_from: Mapped[date | None]
    wanted_until: Mapped[date | None]
    met: Mapped[int] = mapped_column(default=0)
    subject: Mapped[str] = mapped_column(String(40), default="", index=True)  # a wish of "session:12" or "project:7"


class KitPart(db.Model):
    """One line of what a kit holds: `how_many` belong in it, `missing` of them are not there."""

    __tablename__ = "kit_part"
    __table_args__ = (
        CheckConstraint("how_many >= 1", name="how_many"),
        CheckConstraint("missing >= 0 AND missing <= how_many", name="missing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    how_many: Mapped[int] = mapped_column(default=1)
    missing: Mapped[int] = mapped_column(default=0)


class Induction(db.Model):
    """A person was shown how to use a material safely."""

    __tablename__ = "induction"
    __table_args__ = (UniqueConstraint("material_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "with the material"}
    )
    shown_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the material"}
    )
    shown_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
