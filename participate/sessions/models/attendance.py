"""Who came, and the thanks that they left."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.sessions.models.session import Session
from participate.sessions.models.sign_up import SignUp
from participate.sessions.words import AgeBand, CameBy


class Attendance(db.Model):
    """One head that was in the room. This is what statistics count.

    `person` where we know her; a walk-in may leave a `name` for the day, or be only a number. Children are rows with
    their age band and no name. `sign_up` ties her and her children to what she said before.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint("band = 'adult' OR (person_id IS NULL AND name = '')", name="no_child_has_a_name"),
        Index(
            "uq_attendance_person", "session_id", "person_id", unique=True,
            sqlite_where=text("person_id IS NOT NULL"), postgresql_where=db.text("person_id IS NOT NULL"),
        ),
        Index("ix_attendance_session_id", "session_id", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "2 years"}
    )
    sign_up_id: Mapped[int | None] = mapped_column(ForeignKey("sign_up.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(80), default="", info={"personal": "name", "keep": "30 days"})
    band: Mapped[AgeBand] = mapped_column(enum_column(AgeBand), default=AgeBand.ADULT)
    first_time: Mapped[bool] = mapped_column(default=False)
    came_by: Mapped[CameBy] = mapped_column(enum_column(CameBy))
    recorded_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "2 years"}
    )
    came_at: Mapped[datetime] = mapped_column(Moment)
    session: Mapped[Session] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    sign_up: Mapped[SignUp | None] = relationship()


class Thanks(Hideable, db.Model):
    """ "Thank you" from somebody who came, with a line if she likes. Never counted, never ranked."""

    __tablename__ = "thanks"
    __table_args__ = (
        Index("uq_thanks_session_id_person_id", "session_id", "person_id", unique=True),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "2 years"}
    )
    words: Mapped[str] = mapped_column(String(200), default="", info={"personal": "words", "keep": "2 years"})
    made_at: Mapped[datetime] = mapped_column(Moment)
    session: Mapped[Session] = relationship()
    person: Mapped[Person] = relationship()
