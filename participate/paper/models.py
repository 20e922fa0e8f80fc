"""Short links that stand on paper, and how often each was followed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Moment, db, enum_column
from participate.paper.words import Channel, LinkKind


class ShortLink(db.Model):
    """A short address of one thing on one channel: a poster, a slip, the newspaper, a message, a screen."""

    __tablename__ = "short_link"
    __table_args__ = (UniqueConstraint("kind", "thing_id", "channel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    kind: Mapped[LinkKind] = mapped_column(enum_column(LinkKind))
    thing_id: Mapped[int] = mapped_column(default=0)
    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    made_at: Mapped[datetime] = mapped_column(Moment)


class LinkDay(db.Model):
    """How often a short link was followed on one London day. Nothing about who."""

    __tablename__ = "link_day"
    __table_args__ = (UniqueConstraint("link_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("short_link.id", ondelete="CASCADE"))
    day: Mapped[date]
    hits: Mapped[int] = mapped_column(default=0)
    link: Mapped[ShortLink] = relationship()
