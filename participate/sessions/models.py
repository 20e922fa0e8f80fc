"""Tables of the sessions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.places.models import Hub, Ward
from participate.projects.models import Project
from participate.sessions.words import LONGEST_NAME, SessionStatus
from participate.spaces.models import Space


class Session(Hideable, db.Model):
    """A dated meeting of a project. Times are UTC. Where it is: a space, or a hub, or words (`place_note`).

    A cancelled one stays where it was, marked, with the reason: whoever meant to come must find it.
    """

    __tablename__ = "session"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="starts_before_end"),
        CheckConstraint("cost_pence >= 0", name="cost"),
        CheckConstraint("capacity >= 1", name="capacity"),
        CheckConstraint("(status = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_has_moment"),
        Index("ix_session_starts_at", "starts_at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    about: Mapped[str] = mapped_column(String(1000), default="")
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="SET NULL"), index=True)
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    place_note: Mapped[str] = mapped_column(String(200), default="")
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    host_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), info={"personal": "id", "keep": "with the session"}
    )
    cost_pence: Mapped[int] = mapped_column(default=0)
    bring: Mapped[str] = mapped_column(String(200), default="")
    take_home: Mapped[str] = mapped_column(String(200), default="")
    capacity: Mapped[int | None]
    step_free: Mapped[bool] = mapped_column(default=False)
    toilet: Mapped[bool] = mapped_column(default=False)
    children: Mapped[bool] = mapped_column(default=False)
    quiet: Mapped[bool] = mapped_column(default=False)
    easy: Mapped[bool] = mapped_column(default=False)  # tea-and-toast kind: an easy first step
    language: Mapped[str] = mapped_column(String(8), default="en")
    status: Mapped[SessionStatus] = mapped_column(enum_column(SessionStatus), default=SessionStatus.PLANNED)
    cancelled_at: Mapped[datetime | None] = mapped_column(Moment)
    cancelled_because: Mapped[str] = mapped_column(String(280), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    project: Mapped[Project] = relationship()
    space: Mapped[Space | None] = relationship()
    hub: Mapped[Hub | None] = relationship()
    host: Mapped[Person | None] = relationship()
    ward: Mapped[Ward | None] = relationship()
