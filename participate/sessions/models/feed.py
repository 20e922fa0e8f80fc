"""Secret addresses of calendars."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.sessions.words import FeedKind


class CalendarFeed(db.Model):
    """A calendar that a person has put into her phone: her own sessions, or those of a project, hub or ward.

    Its address is made of `id` and `salt`; a new salt makes the old address worthless. `subject_id`: the project,
    hub or ward; 0 for her own.
    """

    __tablename__ = "calendar_feed"
    __table_args__ = (UniqueConstraint("person_id", "kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": "until the account ends"}
    )
    kind: Mapped[FeedKind] = mapped_column(enum_column(FeedKind))
    subject_id: Mapped[int] = mapped_column(default=0)
    salt: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person] = relationship()
