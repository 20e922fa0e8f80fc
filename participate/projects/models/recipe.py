"""A recipe: a project model, how others did it."""

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db, enum_column
from participate.profiles.words import Theme


class Recipe(db.Model):
    """What space, materials, skills and people a kind of project takes, in plain words. `take_home` is empty where
    nobody takes a thing home.
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
