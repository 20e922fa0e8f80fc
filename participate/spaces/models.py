"""Tables of the spaces."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db, enum_column
from participate.organisations.models import Offered
from participate.spaces.rules import is_at_home
from participate.spaces.words import SpaceKind


class Space(Offered, db.Model):
    """A space and what is in it. One that is `at_home` shows its ward and about how far, never `address`."""

    __tablename__ = "space"
    __table_args__ = (
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("cost_pence >= 0", name="cost"),
    )
    noun: ClassVar[str] = "space"

    kind: Mapped[SpaceKind] = mapped_column(enum_column(SpaceKind))
    about: Mapped[str] = mapped_column(String(1000), default="")
    has: Mapped[str] = mapped_column(String(400), default="")
    capacity: Mapped[int]
    step_free: Mapped[bool] = mapped_column(default=False)
    toilet: Mapped[bool] = mapped_column(default=False)
    quiet: Mapped[bool] = mapped_column(default=False)
    children: Mapped[bool] = mapped_column(default=False)
    access_note: Mapped[str] = mapped_column(String(280), default="")
    when_free: Mapped[str] = mapped_column(String(200), default="")
    house_rules: Mapped[str] = mapped_column(String(400), default="")
    cost_pence: Mapped[int] = mapped_column(default=0)
    private: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(
        String(200), default="", info={"personal": "address", "keep": "with the space"}
    )

    @property
    def at_home(self) -> bool:
        """Whether it is, or may be, somebody's home."""
        by_person = self.organisation_id is None and self.hub_id is None
        return is_at_home(self.kind, ticked=self.private, by_person=by_person)
