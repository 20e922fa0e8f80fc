"""When something goes wrong at a session: a note of it, and who stands in for a host."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.sessions.models.session import Session
from participate.sessions.words import StandInStatus

YEARS = "3 years"


class Incident(db.Model):
    """What happened, who was told, and what follows. Staff and whoever wrote it read it; nobody else."""

    __tablename__ = "incident"
    __table_args__ = (Index("ix_incident_open", "done_at", "follow_by", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(String(1000), info={"personal": "words", "keep": YEARS})
    told: Mapped[str] = mapped_column(String(200), default="", info={"personal": "words", "keep": YEARS})
    follow_up: Mapped[str] = mapped_column(String(400), default="", info={"personal": "words", "keep": YEARS})
    follow_by: Mapped[date | None]
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEARS}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEARS}
    )
    session: Mapped[Session] = relationship()


class StandIn(db.Model):
    """Somebody who might host a session whose host cannot: asked one by one, in order of `place`, one at a time.

    One at most has said yes: she is the host now.
    """

    __tablename__ = "stand_in"
    __table_args__ = (
        UniqueConstraint("session_id", "person_id"),
        UniqueConstraint("session_id", "place"),
        CheckConstraint("(status = 'asked') = (answer_by IS NOT NULL)", name="asked_has_end"),
        Index(
            "uq_stand_in_asked", "session_id", unique=True,
            sqlite_where=text("status = 'asked'"), postgresql_where=text("status = 'asked'"),
        ),
        Index(
            "uq_stand_in_yes", "session_id", unique=True,
            sqlite_where=text("status = 'yes'"), postgresql_where=text("status = 'yes'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "1 year"}
    )
    place: Mapped[int]
    status: Mapped[StandInStatus] = mapped_column(enum_column(StandInStatus), default=StandInStatus.WAITING)
    asked_at: Mapped[datetime | None] = mapped_column(Moment)
    answer_by: Mapped[datetime | None] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    session: Mapped[Session] = relationship()
    person: Mapped[Person] = relationship()
