"""What lets somebody take part who is not online, and staff share one tablet."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models.person import Person
from participate.accounts.words import ConsentFor, ConsentHow, RecordKind
from participate.core.db import Moment, db, enum_column

ACCOUNT = "until the account ends"


class Consent(db.Model):
    """Somebody said yes to staff or to a partner: to what, how, to whom and when; until she takes it back."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    what: Mapped[ConsentFor] = mapped_column(enum_column(ConsentFor))
    how: Mapped[ConsentHow] = mapped_column(enum_column(ConsentHow))
    recorded_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Card(db.Model):
    """A printed card that signs somebody in, by QR or by its code, until it ends. The row holds a keyed hash."""

    __tablename__ = "card"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Tablet(db.Model):
    """A tablet that stands in a hub. Its cookie holds a secret, the row the hash."""

    __tablename__ = "tablet"

    id: Mapped[int] = mapped_column(primary_key=True)
    hub_id: Mapped[int] = mapped_column(ForeignKey("hub.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(String(60))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class StaffPin(db.Model):
    """The PIN with which one of the staff takes a hub's tablet in hand. `pin_hash` is slow and salted."""

    __tablename__ = "staff_pin"
    __table_args__ = (CheckConstraint("wrong >= 0", name="wrong"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True, info={"personal": "id", "keep": ACCOUNT}
    )
    pin_hash: Mapped[str] = mapped_column(String(200))
    wrong: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
    set_at: Mapped[datetime] = mapped_column(Moment)


class HostRecord(db.Model):
    """That staff saw something about a host: a certificate, an induction. The fact and its dates, never the paper."""

    __tablename__ = "host_record"
    __table_args__ = (UniqueConstraint("person_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": ACCOUNT}
    )
    kind: Mapped[RecordKind] = mapped_column(enum_column(RecordKind))
    seen_on: Mapped[date]
    seen_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    expires_on: Mapped[date | None] = mapped_column(index=True)
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
