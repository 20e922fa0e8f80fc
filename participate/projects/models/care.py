"""What a project must have thought of before people come: its safety tier, checklist and approval."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Moment, db, enum_column
from participate.projects.models.project import Project
from participate.projects.words import Tier


class SafetyCheck(db.Model):
    """The safety tier of one project. Green: live at once. Amber: the host's checklist first. Red: a named approver
    first, by a date.

    `risks` are what it has of food, tools, a road closure …(projects.words.Risk); `ticked` are the lines of the
    checklist that the host has said yes to. `road_closed_on`: the day for which a closure is asked.
    """

    __tablename__ = "safety_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), unique=True)
    tier: Mapped[Tier] = mapped_column(enum_column(Tier))
    risks: Mapped[list[str]] = mapped_column(JSON)
    ticked: Mapped[list[str]] = mapped_column(JSON)
    allergens: Mapped[list[str]] = mapped_column(JSON)
    checked_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the project"}
    )
    checked_at: Mapped[datetime | None] = mapped_column(Moment)
    approver_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the project"}
    )
    approve_by: Mapped[date | None]
    approved_at: Mapped[datetime | None] = mapped_column(Moment)
    refused_at: Mapped[datetime | None] = mapped_column(Moment)
    decision: Mapped[str] = mapped_column(String(400), default="")
    road_closed_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    project: Mapped[Project] = relationship()
    checker: Mapped[Person | None] = relationship(foreign_keys=[checked_by])
    approver: Mapped[Person | None] = relationship(foreign_keys=[approver_id])
