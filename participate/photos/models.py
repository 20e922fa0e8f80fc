"""Tables of the photos."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.photos.rules import fit
from participate.photos.words import LONGEST_ALT, LONGEST_ASK, DownReason, PhotoStatus

KEPT, YEAR = "with what it shows", "1 year"


class Photo(Hideable, db.Model):
    """A picture of something (`subject`: "space:3"), drawn anew by us. `name` is random: it is all that its address
    says. `alt` says in words what it shows; empty only where it is `decorative`, or a draft.

    `consent_at`: when the uploader said that everybody in it agrees; with `children` in it, she said so of their
    parents too, and only staff can let everybody see it. `bytes` are of all its versions; `sha256` is of the large one:
    the same picture drawn again has the same. Of what was taken down only that is left.
    """

    __tablename__ = "photo"
    __table_args__ = (
        CheckConstraint("width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600", name="size"),
        CheckConstraint("bytes >= 1", name="bytes"),
        CheckConstraint("decorative OR alt <> '' OR status IN ('draft', 'taken_down')", name="alt"),
        CheckConstraint("consent_at IS NOT NULL OR status = 'draft'", name="consent"),
        CheckConstraint("NOT children OR status <> 'shown' OR checked_at IS NOT NULL", name="children_are_checked"),
        Index("ix_photo_subject", "subject", "status", "id"),
        Index("ix_photo_status", "status", "made_at"),
        Index("ix_photo_sha256", "sha256"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), unique=True)
    subject: Mapped[str] = mapped_column(String(40))
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True,
        info={"personal": "id", "keep": KEPT, "apart": "thing"},
    )  # fmt: skip
    alt: Mapped[str] = mapped_column(String(LONGEST_ALT), default="", info={"personal": "words", "keep": KEPT})
    decorative: Mapped[bool] = mapped_column(default=False)
    children: Mapped[bool] = mapped_column(default=False)
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    status: Mapped[PhotoStatus] = mapped_column(enum_column(PhotoStatus), default=PhotoStatus.DRAFT)
    consent_at: Mapped[datetime | None] = mapped_column(Moment)
    checked_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    checked_at: Mapped[datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])

    @property
    def small(self) -> tuple[int, int]:
        """Width and height in px of the small version."""
        return fit(self.width, self.height)

    @property
    def is_private(self) -> bool:
        """Whether not everybody may see it."""
        return self.status is not PhotoStatus.SHOWN or self.hidden_at is not None


class PhotoAsk(db.Model):
    """Somebody asks to have a photo taken down; with an account or without. The hub answers by what it decides."""

    __tablename__ = "photo_ask"

    id: Mapped[int] = mapped_column(primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id", ondelete="CASCADE"), index=True)
    reason: Mapped[DownReason] = mapped_column(enum_column(DownReason))
    words: Mapped[str] = mapped_column(String(LONGEST_ASK), default="", info={"personal": "words", "keep": YEAR})
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEAR}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    photo: Mapped[Photo] = relationship()
