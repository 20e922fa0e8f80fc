"""Who said they would come, who waits, and what there is to do."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.sessions.models.session import Session
from participate.sessions.words import MadeBy, SignUpStatus

KEPT = "2 years"
_ACTIVE = "status IN ('going', 'likely', 'offered', 'waiting')"


class Task(db.Model):
    """One job of a volunteer day: how many can do it, how long, with what skill and kit."""

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("places >= 1", name="places"),
        CheckConstraint("taken >= 0 AND taken <= places", name="taken"),
        CheckConstraint("minutes > 0", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    places: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int]
    skill: Mapped[str] = mapped_column(String(120), default="")
    kit: Mapped[str] = mapped_column(String(160), default="")
    session: Mapped[Session] = relationship()


class SignUp(db.Model):
    """A person, account or guest, who means to come to a session, with the children she brings.

    Children are a number for each age band and nothing else; `heads` is she and they. One active sign-up a person
    and session. Her secret link and code are made of `id` and `salt` (see sessions.rules.links); a new salt makes
    the old ones worthless. `queued_at` orders the waiting list; `offered_until` ends a place that was offered.
    `any_time`: she would take a place at the last minute. `note` is for the host alone.
    """

    __tablename__ = "sign_up"
    __table_args__ = (
        CheckConstraint("heads = 1 + babies + toddlers + children + teenagers", name="heads"),
        CheckConstraint("babies >= 0 AND toddlers >= 0 AND children >= 0 AND teenagers >= 0", name="bands"),
        CheckConstraint("(status = 'offered') = (offered_until IS NOT NULL)", name="offer_has_end"),
        Index(
            "uq_sign_up_active", "session_id", "person_id", unique=True,
            sqlite_where=text(_ACTIVE), postgresql_where=db.text(_ACTIVE),
        ),
        Index("ix_sign_up_queue", "session_id", "status", "queued_at", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": KEPT}
    )
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id", ondelete="SET NULL"), index=True)
    status: Mapped[SignUpStatus] = mapped_column(enum_column(SignUpStatus))
    heads: Mapped[int] = mapped_column(default=1)
    babies: Mapped[int] = mapped_column(default=0)
    toddlers: Mapped[int] = mapped_column(default=0)
    children: Mapped[int] = mapped_column(default=0)
    teenagers: Mapped[int] = mapped_column(default=0)
    any_time: Mapped[bool] = mapped_column(default=False)
    meet_me: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(200), default="", info={"personal": "words", "keep": "7 days after"})
    late_minutes: Mapped[int | None]
    made_by: Mapped[MadeBy] = mapped_column(enum_column(MadeBy), default=MadeBy.HERSELF)
    salt: Mapped[str] = mapped_column(String(32))
    queued_at: Mapped[datetime | None] = mapped_column(Moment)
    offered_until: Mapped[datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    session: Mapped[Session] = relationship()
    person: Mapped[Person] = relationship()
    task: Mapped[Task | None] = relationship()
