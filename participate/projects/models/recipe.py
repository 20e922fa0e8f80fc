"""A recipe: a project model, how others did it."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Hideable, Moment, db, enum_column
from participate.places.models import Street, Ward
from participate.profiles.words import Theme


class Recipe(Hideable, db.Model):
    """What space, materials, skills and people a kind of project takes, in plain words. `take_home` is empty where
    nobody takes a thing home.

    One that a team made of its project has a `key` of its own (a UUID, which it keeps in other boroughs), the
    `credit` that its team wished for, and `grown_from`, the recipe that the project was started from.
    """

    __tablename__ = "recipe"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    theme: Mapped[Theme] = mapped_column(enum_column(Theme))
    summary: Mapped[str] = mapped_column(String(400))
    space: Mapped[str] = mapped_column(String(200))
    materials: Mapped[str] = mapped_column(String(300))
    skills: Mapped[str] = mapped_column(String(300))
    people: Mapped[str] = mapped_column(String(60))
    rhythm: Mapped[str] = mapped_column(String(120))
    starter_time: Mapped[str] = mapped_column(String(120))
    joiner_time: Mapped[str] = mapped_column(String(120))
    take_home: Mapped[str] = mapped_column(String(120), default="")
    flags: Mapped[str] = mapped_column(String(120), default="")
    match_words: Mapped[list[str]] = mapped_column(JSON)
    seen_in: Mapped[str] = mapped_column(String(200), default="")
    steps: Mapped[list[str]] = mapped_column(JSON, default=list)
    key: Mapped[str | None] = mapped_column(String(36), unique=True)
    grown_from_id: Mapped[int | None] = mapped_column(ForeignKey("recipe.id", ondelete="SET NULL"), index=True)
    # The project that it was made of. A number without a foreign key: projects point to recipes, not both ways.
    project_id: Mapped[int | None] = mapped_column(unique=True)
    credit: Mapped[str] = mapped_column(String(200), default="")
    borough: Mapped[str] = mapped_column(String(80), default="")  # where it was planted first, if elsewhere
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    street_id: Mapped[int | None] = mapped_column(ForeignKey("street.id"), index=True)
    made_at: Mapped[datetime | None] = mapped_column(Moment)
    grown_from: Mapped["Recipe | None"] = relationship(remote_side=[id])
    ward: Mapped[Ward | None] = relationship()
    street: Mapped[Street | None] = relationship()
