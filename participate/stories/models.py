"""Tables of the stories."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db
from participate.projects.models import Project
from participate.sessions.models import Session

KEPT = "with the project"


class Story(Hideable, db.Model):
    """What came of a project or one of its sessions, told by a host or somebody who came, who shows by first name.

    One a person and session. `numbers`: "40 jars, 12 neighbours", only if there are any.
    """

    __tablename__ = "story"
    __table_args__ = (UniqueConstraint("session_id", "person_id"), Index("ix_story_made_at", "made_at", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True,
        info={"personal": "id", "keep": KEPT, "apart": "thing"},
    )  # fmt: skip
    title: Mapped[str] = mapped_column(String(120))
    words: Mapped[str] = mapped_column(String(2000), info={"personal": "words", "keep": KEPT})
    learnt: Mapped[str] = mapped_column(String(400), default="", info={"personal": "words", "keep": KEPT})
    made: Mapped[str] = mapped_column(String(400), default="", info={"personal": "words", "keep": KEPT})
    numbers: Mapped[str] = mapped_column(String(200), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    project: Mapped[Project] = relationship()
    session: Mapped[Session | None] = relationship()
    person: Mapped[Person | None] = relationship()
