"""Tables of the materials."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db, enum_column
from participate.materials.words import Deal
from participate.organisations.models import Offered


class Material(Offered, db.Model):
    """A thing that is lent, given or wanted, by a person, an organisation or a hub."""

    __tablename__ = "material"
    __table_args__ = (CheckConstraint("how_many >= 1", name="how_many"),)
    noun: ClassVar[str] = "material"

    deal: Mapped[Deal] = mapped_column(enum_column(Deal), index=True)
    about: Mapped[str] = mapped_column(String(600), default="")
    how_many: Mapped[int] = mapped_column(default=1)
    how_long: Mapped[str] = mapped_column(String(60), default="")
