"""What the demo remembers of itself: which rows are its own."""

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db


class DemoRange(db.Model):
    """The rows `first_id` to `last_id` of one table were made by the demo, and every one between them too."""

    __tablename__ = "demo_range"
    __table_args__ = (
        UniqueConstraint("table_name"),
        CheckConstraint("first_id <= last_id", name="first_before_last"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str] = mapped_column(String(40))
    first_id: Mapped[int]
    last_id: Mapped[int]
