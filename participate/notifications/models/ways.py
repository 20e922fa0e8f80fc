"""Addresses that do not work, and senders that are down."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.notifications.words import Way


class Bounce(db.Model):
    """A way on which a letter to somebody came back for good. Gone when she proves her contact by a code."""

    __tablename__ = "bounce"
    __table_args__ = (UniqueConstraint("person_id", "way"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": "until the contact works again"}
    )
    way: Mapped[Way] = mapped_column(enum_column(Way))
    at: Mapped[datetime] = mapped_column(Moment)


class Gate(db.Model):
    """A sender of mails or texts that is down: nothing is tried before `until`, and then the oldest letter first.

    So one letter knocks and the others wait in their order, however long it takes.
    """

    __tablename__ = "gate"

    id: Mapped[int] = mapped_column(primary_key=True)
    way: Mapped[Way] = mapped_column(enum_column(Way), unique=True)
    failures: Mapped[int] = mapped_column(default=0)
    until: Mapped[datetime] = mapped_column(Moment)
