"""A project, its needs, its first four weeks and its short notes."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.organisations.models import Organisation
from participate.places.models import Street, Ward
from participate.profiles.words import Theme
from participate.projects.models.idea import Idea
from participate.projects.models.recipe import Recipe
from participate.projects.words import NeedKind, NeedStatus, Stage


class Project(Hideable, db.Model):
    """An idea that has a team. `minutes` is how long one time takes. `grown_from` is the project done elsewhere
    that its starter had in mind.

    One with a `source` was done elsewhere: nobody joins it and no figure counts it. `place_text` says where, and
    `place_code` is the GSS code of its ward there, if known; `ward` is set only where that is a ward of ours.
    """

    __tablename__ = "project"
    __table_args__ = (
        UniqueConstraint("source", "source_key"),
        CheckConstraint("cost_pence >= 0", name="cost"),
        CheckConstraint("(source = '') = (source_key IS NULL)", name="source_has_key"),
        Index("ix_project_source_stage", "source", "stage"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    about: Mapped[str] = mapped_column(String(2000))
    theme: Mapped[Theme] = mapped_column(enum_column(Theme))
    stage: Mapped[Stage] = mapped_column(enum_column(Stage), default=Stage.GATHERING)
    minutes: Mapped[int | None]
    cost_pence: Mapped[int] = mapped_column(default=0)
    bring: Mapped[str] = mapped_column(String(200), default="")
    take_home: Mapped[str] = mapped_column(String(200), default="")
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    street_id: Mapped[int | None] = mapped_column(ForeignKey("street.id"), index=True)
    idea_id: Mapped[int | None] = mapped_column(ForeignKey("idea.id", ondelete="SET NULL"), index=True)
    recipe_id: Mapped[int | None] = mapped_column(ForeignKey("recipe.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"), index=True)
    source: Mapped[str] = mapped_column(String(60), default="")
    source_key: Mapped[str | None] = mapped_column(String(80))
    place_code: Mapped[str] = mapped_column(String(9), default="")
    place_text: Mapped[str] = mapped_column(String(120), default="")
    grown_from_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"), index=True)
    hub_person_id: Mapped[int | None] = mapped_column(  # the one person at the hub who rings
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the project"}
    )
    our_part: Mapped[str] = mapped_column(String(620), default="")  # a line for each thing
    council_part: Mapped[str] = mapped_column(String(620), default="")
    selling: Mapped[bool] = mapped_column(default=False)  # testing something to sell
    product: Mapped[str] = mapped_column(String(200), default="")
    test_days: Mapped[str] = mapped_column(String(200), default="")
    test_result: Mapped[str] = mapped_column(String(400), default="")
    asks_next: Mapped[str] = mapped_column(String(280), default="")  # for the season's showcase
    backed_by: Mapped[str] = mapped_column(String(280), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    ward: Mapped[Ward | None] = relationship()
    street: Mapped[Street | None] = relationship()
    idea: Mapped[Idea | None] = relationship()
    recipe: Mapped[Recipe | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    grown_from: Mapped["Project | None"] = relationship(remote_side=[id])
    hub_person: Mapped[Person | None] = relationship()
    needs: Mapped[list["Need"]] = relationship(
        order_by="Need.id", cascade="all, delete-orphan", back_populates="project"
    )


class Need(Hideable, db.Model):
    """One line of what a project lacks: a person with a skill, a space, a material."""

    __tablename__ = "need"
    __table_args__ = (CheckConstraint("(status = 'met') = (met_at IS NOT NULL)", name="met_has_moment"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    kind: Mapped[NeedKind] = mapped_column(enum_column(NeedKind))
    words: Mapped[str] = mapped_column(String(200))
    when_words: Mapped[str] = mapped_column(String(120), default="")
    minutes: Mapped[int | None]
    quick: Mapped[bool] = mapped_column(default=False)  # a 20-minute task that can be done anywhere
    status: Mapped[NeedStatus] = mapped_column(enum_column(NeedStatus), default=NeedStatus.OPEN)
    met_at: Mapped[datetime | None] = mapped_column(Moment)
    thanks: Mapped[str] = mapped_column(String(120), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    project: Mapped[Project] = relationship(back_populates="needs")


class WeekLine(db.Model):
    """One of the four weekly lines that a starter follows."""

    __tablename__ = "week_line"
    __table_args__ = (
        UniqueConstraint("project_id", "week"),
        CheckConstraint("week BETWEEN 1 AND 4", name="week"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    week: Mapped[int]
    words: Mapped[str] = mapped_column(String(280))
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    project: Mapped[Project] = relationship()


class Update(Hideable, db.Model):
    """A short note of the team on its project's page: what is new. Not a feed."""

    __tablename__ = "project_update"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "with the project"}
    )
    words: Mapped[str] = mapped_column(String(280), info={"personal": "words", "keep": "with the project"})
    made_at: Mapped[datetime] = mapped_column(Moment)
    project: Mapped[Project] = relationship()
    person: Mapped[Person | None] = relationship()
