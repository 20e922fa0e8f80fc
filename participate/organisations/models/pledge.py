"""What a partner said it would do, and invitations to speak for it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.core.db import Hideable, Moment, db, enum_column
from participate.organisations.models.organisation import Organisation
from participate.organisations.words import PledgeKind, PledgeStatus


class Pledge(Hideable, db.Model):
    """`amount` of something (`words`: "hours of a carpenter"), for `subject` ("project:7", "mission:3", "need:9" or
    ""); `came` says what came of it. `met`: how much of it has been given, the sum of its `PledgeGiven`.
    """

    __tablename__ = "pledge"
    __table_args__ = (
        CheckConstraint("amount >= 1", name="amount"),
        CheckConstraint("met >= 0", name="met"),
        Index("ix_pledge_subject", "subject", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    kind: Mapped[PledgeKind] = mapped_column(enum_column(PledgeKind))
    words: Mapped[str] = mapped_column(String(200), info={"personal": "words", "keep": "with the organisation"})
    amount: Mapped[int] = mapped_column(default=1)
    met: Mapped[int] = mapped_column(default=0)
    subject: Mapped[str] = mapped_column(String(40), default="")
    status: Mapped[PledgeStatus] = mapped_column(enum_column(PledgeStatus), default=PledgeStatus.PLEDGED)
    came: Mapped[str] = mapped_column(String(400), default="")
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "2 years"}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    organisation: Mapped[Organisation] = relationship()


class PledgeGiven(db.Model):
    """So many of a pledge were given on one London day."""

    __tablename__ = "pledge_given"
    __table_args__ = (CheckConstraint("units >= 1", name="units"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id", ondelete="CASCADE"), index=True)
    units: Mapped[int]
    day: Mapped[date]
    noted_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "2 years"}
    )
    noted_at: Mapped[datetime] = mapped_column(Moment)


class MemberInvite(db.Model):
    """Somebody is asked to speak for an organisation. The link's secret lies here as a keyed hash."""

    __tablename__ = "member_invite"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "1 year"}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    used_by: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": "1 year"}
    )
    organisation: Mapped[Organisation] = relationship()
