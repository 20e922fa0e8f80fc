"""How often short links were followed."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import db, enum_column
from participate.paper.words import Channel, LinkKind


class LinkDay(db.Model):
    """How often the short link of a thing on a channel was followed on one London day. Nothing about who.

    The link itself is no row: its code is made of kind, thing and channel (see `rules.codes`). `thing_id` 0: the
    programme, of which there is one.
    """

    __tablename__ = "link_day"
    __table_args__ = (
        UniqueConstraint("kind", "thing_id", "channel", "day"),
        CheckConstraint("hits >= 1", name="hits"),
        Index("ix_link_day_day", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[LinkKind] = mapped_column(enum_column(LinkKind))
    thing_id: Mapped[int]
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    day: Mapped[date]
    hits: Mapped[int]
