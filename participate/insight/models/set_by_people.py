"""What people type in beside the figures: commitments, budgets, tags by goal, outside figures, stories chosen."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Moment, db, enum_column
from participate.insight.words import Answer
from participate.projects.models import Project
from participate.stories.models import Story


class Commitment(db.Model):
    """What was promised in public: a measure, how much, by when, who said so and who answers for it.

    Never changed: a change is a new row that `replaces` this one, with its day and reason.
    """

    __tablename__ = "commitment"
    __table_args__ = (CheckConstraint("target > 0", name="target"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(String(40))
    period: Mapped[str] = mapped_column(String(7))  # in which the target is to be reached
    target: Mapped[int]
    source: Mapped[str] = mapped_column(String(300))
    owner: Mapped[str] = mapped_column(String(120))  # a role or a department, never a name
    reason: Mapped[str] = mapped_column(String(300), default="")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("commitment.id"), unique=True)
    made_at: Mapped[datetime] = mapped_column(Moment)


class Budget(db.Model):
    """What taking part cost in a period, as it was typed in, with what it includes and leaves out.

    Never changed: a newer row of the same period stands for it from then on.
    """

    __tablename__ = "budget"
    __table_args__ = (
        CheckConstraint("pence > 0", name="pence"),
        Index("ix_budget_period", "period", "made_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(String(7))
    pence: Mapped[int]
    includes: Mapped[str] = mapped_column(String(400))
    leaves_out: Mapped[str] = mapped_column(String(400), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)


class Framework(db.Model):
    """A set of goals that projects are tagged by, such as the 15 Purpose Goals. Frameworks are data."""

    __tablename__ = "framework"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(Moment)


class Goal(db.Model):
    """One goal of a framework. `key` is unique everywhere: "purpose-3"."""

    __tablename__ = "goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    framework_id: Mapped[int] = mapped_column(ForeignKey("framework.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(String(30), unique=True)
    place: Mapped[int]
    name: Mapped[str] = mapped_column(String(160))
    framework: Mapped[Framework] = relationship()


class ProjectGoal(db.Model):
    """A project works towards a goal."""

    __tablename__ = "project_goal"
    __table_args__ = (UniqueConstraint("project_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    since: Mapped[date]
    project: Mapped[Project] = relationship()
    goal: Mapped[Goal] = relationship()


class Outside(db.Model):
    """A series of figures that somebody else counted, with their definition. Shown beside ours, never added."""

    __tablename__ = "outside"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(160))
    definition: Mapped[str] = mapped_column(String(600))
    unit: Mapped[str] = mapped_column(String(40))
    source: Mapped[str] = mapped_column(String(300))
    beside: Mapped[str] = mapped_column(String(40), default="")  # the key of our measure it is shown beside
    made_at: Mapped[datetime] = mapped_column(Moment)


class OutsideFigure(db.Model):
    """One figure of an outside series: of a period ("2023-04-01/P3M", ISO 8601) and a group ("Adult")."""

    __tablename__ = "outside_figure"
    __table_args__ = (UniqueConstraint("outside_id", "place", "period", "group"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    outside_id: Mapped[int] = mapped_column(ForeignKey("outside.id", ondelete="CASCADE"))
    place: Mapped[str] = mapped_column(String(9))  # GSS code
    period: Mapped[str] = mapped_column(String(20))
    group: Mapped[str] = mapped_column(String(60), default="")
    value: Mapped[int]
    outside: Mapped[Outside] = relationship()


class StoryBeside(db.Model):
    """A story that an officer would like to print beside the figures of a quarter; at most three of them.

    It is shown only once its writer said yes. One who said no is not asked for this quarter again; the place is free.
    """

    __tablename__ = "story_beside"
    __table_args__ = (
        UniqueConstraint("period", "place"),
        UniqueConstraint("period", "story_id"),
        CheckConstraint("place BETWEEN 1 AND 3", name="three"),
        CheckConstraint("(place IS NULL) = (answer = 'no')", name="no_gives_its_place_back"),
        CheckConstraint("(answered_at IS NULL) = (answer = 'asked')", name="answered"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(String(7))
    place: Mapped[int | None]
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    answer: Mapped[Answer] = mapped_column(enum_column(Answer), default=Answer.ASKED)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    story: Mapped[Story] = relationship()
