"""Hubs and their opening hours."""

from datetime import time

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import db
from participate.places.models.area import Ward


class Hub(db.Model):
    """A neighbourhood shop or host organisation with staff. Its address is a public building's."""

    __tablename__ = "hub"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    about: Mapped[str] = mapped_column(String(400), default="")
    address: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(20), default="", info={"personal": "no: a public number", "keep": ""})
    ward_id: Mapped[int] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    step_free: Mapped[bool] = mapped_column(default=True)
    toilet: Mapped[bool] = mapped_column(default=True)
    ward: Mapped[Ward] = relationship()
    hours: Mapped[list["HubHours"]] = relationship(
        order_by="HubHours.weekday", cascade="all, delete-orphan", back_populates="hub"
    )


class HubHours(db.Model):
    """When a hub is open on one weekday (0 is Monday), London time."""

    __tablename__ = "hub_hours"
    __table_args__ = (
        UniqueConstraint("hub_id", "weekday"),
        CheckConstraint("weekday >= 0 AND weekday <= 6", name="weekday"),
        CheckConstraint("opens < closes", name="opens_before_closing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"))
    weekday: Mapped[int]
    opens: Mapped[time]
    closes: Mapped[time]
    hub: Mapped[Hub] = relationship(back_populates="hours")
