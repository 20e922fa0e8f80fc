"""A set for a project that goes out in one press, and the asks in it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.matching.words import AskStatus, SetStatus
from participate.materials.models import GiftAsk, Loan, Material
from participate.projects.models import Need, Project
from participate.projects.words import NeedKind
from participate.spaces.models import Booking, Space

KEPT = "2 years"


class ProjectSet(db.Model):
    """People, a space, things and a time that would let a project start, asked for together; of a project one at a
    time. `heads`: how many would come. `made_by` pressed the button, and is told where nobody else is found.
    """

    __tablename__ = "project_set"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="starts_before_end"),
        CheckConstraint("heads >= 1", name="heads"),
        CheckConstraint("(status = 'asking') = (closed_at IS NULL)", name="closed_has_moment"),
        Index(
            "uq_project_set_asking", "project_id", unique=True,
            sqlite_where=text("status = 'asking'"), postgresql_where=text("status = 'asking'"),
        ),
        Index("ix_project_set_project_id", "project_id", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    heads: Mapped[int]
    status: Mapped[SetStatus] = mapped_column(enum_column(SetStatus), default=SetStatus.ASKING)
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": KEPT}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    project: Mapped[Project] = relationship()
    maker: Mapped[Person | None] = relationship(foreign_keys=[made_by])
    asks: Mapped[list["Ask"]] = relationship(
        back_populates="set", cascade="all, delete-orphan", order_by="Ask.id", passive_deletes=True
    )


class Ask(db.Model):
    """One asking of one person, or of whoever answers for a hub’s or a partner’s things, or gives something away
    (`person_id` None).

    A person is asked once at a time, whoever asks and whatever for: the index says so. It ends at `good_until`.
    """

    __tablename__ = "ask"
    __table_args__ = (
        Index(
            "uq_ask_open", "person_id", unique=True,
            sqlite_where=text("status = 'asked'"), postgresql_where=text("status = 'asked'"),
        ),
        Index("ix_ask_person_id", "person_id", "asked_at"),
        Index("ix_ask_status", "status", "good_until", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    set_id: Mapped[int] = mapped_column(ForeignKey("project_set.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": KEPT}
    )
    status: Mapped[AskStatus] = mapped_column(enum_column(AskStatus), default=AskStatus.ASKED)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    set: Mapped[ProjectSet] = relationship(back_populates="asks")
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    lines: Mapped[list["AskLine"]] = relationship(
        back_populates="ask", cascade="all, delete-orphan", order_by="AskLine.id", passive_deletes=True
    )


class AskLine(db.Model):
    """One thing that is asked for: herself, `units` of a material, or a space. `what` are the words of the need, as
    they stood. A space is asked for by its `booking`, a material by its `loan`, a gift by its `gift`, where somebody
    else answers those.
    """

    __tablename__ = "ask_line"
    __table_args__ = (
        CheckConstraint("units >= 1", name="units"),
        CheckConstraint("kind <> 'person' OR (space_id IS NULL AND material_id IS NULL)", name="person_is_no_thing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ask_id: Mapped[int] = mapped_column(ForeignKey("ask.id", ondelete="CASCADE"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id", ondelete="SET NULL"), index=True)
    kind: Mapped[NeedKind] = mapped_column(enum_column(NeedKind))
    what: Mapped[str] = mapped_column(String(200))
    units: Mapped[int] = mapped_column(default=1)
    space_id: Mapped[int | None] = mapped_column(ForeignKey("space.id", ondelete="SET NULL"), index=True)
    material_id: Mapped[int | None] = mapped_column(ForeignKey("material.id", ondelete="SET NULL"), index=True)
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id", ondelete="SET NULL"), index=True)
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loan.id", ondelete="SET NULL"), index=True)
    gift_ask_id: Mapped[int | None] = mapped_column(ForeignKey("gift_ask.id", ondelete="SET NULL"), index=True)
    ask: Mapped[Ask] = relationship(back_populates="lines")
    need: Mapped[Need | None] = relationship()
    space: Mapped[Space | None] = relationship()
    material: Mapped[Material | None] = relationship()
    booking: Mapped[Booking | None] = relationship()
    loan: Mapped[Loan | None] = relationship()
    gift: Mapped[GiftAsk | None] = relationship()
