"""Borough, ward and street."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import db


class Borough(db.Model):
    """A local authority, by its GSS code."""

    __tablename__ = "borough"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(String(80))


class Ward(db.Model):
    """An electoral ward, by its GSS code. The middle is WGS84; `boundary`, once imported, is GeoJSON.

    `locality`: the name of the part of the borough that it belongs to, for figures of wards too small to tell apart.
    """

    __tablename__ = "ward"

    id: Mapped[int] = mapped_column(primary_key=True)
    borough_id: Mapped[int] = mapped_column(ForeignKey("borough.id"), index=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    lat: Mapped[float]
    lon: Mapped[float]
    boundary: Mapped[dict[str, Any] | None] = mapped_column(JSON, deferred=True)
    locality: Mapped[str] = mapped_column(String(40), default="", server_default="")
    borough: Mapped[Borough] = relationship()


class WardCode(db.Model):
    """An older GSS code, and the ward of today that holds most of it."""

    __tablename__ = "ward_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)


class WardFigure(db.Model):
    """A figure about a ward from outside, such as its population, with where it came from."""

    __tablename__ = "ward_figure"
    __table_args__ = (UniqueConstraint("ward_id", "measure"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"))
    measure: Mapped[str] = mapped_column(String(40))
    value: Mapped[float]
    source: Mapped[str] = mapped_column(String(200))


class Street(db.Model):
    """A named group of five homes or more, never a house."""

    __tablename__ = "street"
    __table_args__ = (UniqueConstraint("ward_id", "name"), CheckConstraint("homes >= 5", name="five_homes"))

    id: Mapped[int] = mapped_column(primary_key=True)
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    homes: Mapped[int]
    square: Mapped[int | None]
    ward: Mapped[Ward] = relationship()
