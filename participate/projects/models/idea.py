"""An idea: "wouldn't it be good if …"."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.places.models import Hub, Ward
from participate.projects.words import IdeaStatus, ReplyKind


class Idea(Hideable, db.Model):
    """A sentence or two, with the hub that looks after it and what the hub answered. Its author shows by first
    name; `square` is where the idea is meant to happen, never somebody's home.
    """

    __tablename__ = "idea"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(String(600), info={"personal": "words", "keep": "5 years"})
    status: Mapped[IdeaStatus] = mapped_column(enum_column(IdeaStatus), default=IdeaStatus.NEW)
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True,
        info={"personal": "id", "keep": "5 years", "apart": "thing"},
    )  # fmt: skip
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None] = mapped_column(info={"personal": "place", "keep": "5 years"})
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id"), index=True)
    answer_by: Mapped[datetime | None] = mapped_column(Moment)
    answer: Mapped[str] = mapped_column(String(600), default="", info={"personal": "words", "keep": "5 years"})
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "5 years"}
    )
    next_step: Mapped[str] = mapped_column(String(280), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    author: Mapped[Person | None] = relationship(foreign_keys=[author_id])
    answerer: Mapped[Person | None] = relationship(foreign_keys=[answered_by])
    ward: Mapped[Ward | None] = relationship()
    hub: Mapped[Hub | None] = relationship()


class IdeaReply(Hideable, db.Model):
    """What a neighbour says to an idea, with her first name: "I'd join", "I'd do it differently", "this worries me".

    Answered by the owner of the idea or the hub. No votes, no threads. One "I'd join" a person.
    """

    __tablename__ = "idea_reply"
    __table_args__ = (
        Index(
            "uq_idea_reply_join", "idea_id", "person_id", unique=True,
            sqlite_where=text("kind = 'join'"), postgresql_where=db.text("kind = 'join'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True,
        info={"personal": "id", "keep": "5 years", "apart": "thing"},
    )  # fmt: skip
    kind: Mapped[ReplyKind] = mapped_column(enum_column(ReplyKind))
    words: Mapped[str] = mapped_column(String(400), default="", info={"personal": "words", "keep": "5 years"})
    answer: Mapped[str] = mapped_column(String(400), default="", info={"personal": "words", "keep": "5 years"})
    answered_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "5 years"}
    )
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    made_at: Mapped[datetime] = mapped_column(Moment)
    idea: Mapped[Idea] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    answerer: Mapped[Person | None] = relationship(foreign_keys=[answered_by])
