"""Tables of the photos."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.photos.words import PhotoStatus

KEPT = "with what it shows"


class Photo(Hideable, db.Model):
    """A picture of something (`subject`: "space:3"), drawn anew by us. `name` is random: it is all that its address
    says. `alt` says in words what it shows; empty only where it is `decorative`.

    `consent_at`: when the uploader said that everybody in it agrees; with `children` in it, she said so of their
    parents too, and only staff can let everybody see it.
    """

    __tablename__ = "photo"
    __table_args__ = (
        CheckConstraint("width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600", name="size"),
        CheckConstraint("bytes >= 1", name="bytes"),
        CheckConstraint("decorative OR alt <> ''", name="alt"),
        Index("ix_photo_subject", "subject", "status", "id"),
        Index("ix_photo_status", "status", "made_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    subject: Mapped[str] = mapped_column(String(40))
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    alt: Mapped[str] = mapped_column(String(200), default="", info={"personal": "words", "keep": KEPT})
    decorative: Mapped[bool] = mapped_column(default=False)
    children: Mapped[bool] = mapped_column(default=False)
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    status: Mapped[PhotoStatus] = mapped_column(enum_column(PhotoStatus), default=PhotoStatus.HELD)
    consent_at: Mapped[datetime] = mapped_column(Moment)
    checked_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    checked_at: Mapped[datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
