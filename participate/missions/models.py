"""Tables of the missions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Hideable, Moment, db, enum_column
from participate.missions.words import MissionMeasure, MissionStage
from participate.organisations.models import Organisation
from participate.places.models import Hub
from participate.projects.models import Project


class Mission(Hideable, db.Model):
    """A goal with a number and an end, named by a hub, a partner, or the council (neither `hub` nor `organisation`).

    `definition` says exactly what is counted; `learnt` is kept when it is over. Days are London days, both included.
    `asked_on`: the day on which whoever named it was asked what was learnt.
    """

    __tablename__ = "mission"
    __table_args__ = (
        CheckConstraint("target >= 10 AND target % 5 = 0", name="target"),
        CheckConstraint("first_day <= last_day", name="in_order"),
        CheckConstraint("hub_id IS NULL OR organisation_id IS NULL", name="one_name"),
        Index("ix_mission_last_day", "last_day", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    about: Mapped[str] = mapped_column(String(600), default="")
    measure: Mapped[MissionMeasure] = mapped_column(enum_column(MissionMeasure))
    target: Mapped[int]
    definition: Mapped[str] = mapped_column(String(400), default="")
    learnt: Mapped[str] = mapped_column(String(2000), default="")
    first_day: Mapped[date]
    last_day: Mapped[date]
    asked_on: Mapped[date | None]
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"), index=True)
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the mission"}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    hub: Mapped[Hub | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()


class MissionProject(db.Model):
    """A project under a mission, and how far it has come."""

    __tablename__ = "mission_project"
    __table_args__ = (UniqueConstraint("mission_id", "project_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mission_id: Mapped[int] = mapped_column(ForeignKey("mission.id", ondelete="CASCADE"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    stage: Mapped[MissionStage] = mapped_column(enum_column(MissionStage), default=MissionStage.INSPIRATION)
    learnt: Mapped[str] = mapped_column(String(600), default="")
    joined_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    mission: Mapped[Mission] = relationship()
    project: Mapped[Project] = relationship()


class MissionOutcome(Hideable, db.Model):
    """What a partner reports towards a mission: a number, what exactly it counted, and for which days. It is theirs.

    No two of one partner for one mission share a day: the mission's row is locked while one comes in."""

    __tablename__ = "mission_outcome"
    __table_args__ = (
        CheckConstraint("number >= 0", name="number"),
        CheckConstraint("first_day <= last_day", name="in_order"),
        UniqueConstraint("mission_id", "organisation_id", "first_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mission_id: Mapped[int] = mapped_column(ForeignKey("mission.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    definition: Mapped[str] = mapped_column(String(400))
    first_day: Mapped[date]
    last_day: Mapped[date]
    reported_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the mission"}
    )
    reported_at: Mapped[datetime] = mapped_column(Moment)
    organisation: Mapped[Organisation] = relationship()
