"""Tables of the introductions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.introductions.rules import MOST_OPEN
from participate.introductions.words import ClosedBecause, IntroductionStatus, MetHow, Said, Way
from participate.organisations.models import Organisation

YEARS = "2 years"


class Introduction(db.Model):
    """Two people who may meet; of each pair there is one, for nobody is asked twice.

    `words` are the words that they share ("baking, bread"), and all that the one sees of the other before both said
    yes. `meet_at`: where they are suggested to meet first ("session:12", "hub:3"). `host_id` introduces them, and
    with `accompany` comes along. `good_until` ends the asking: until then a no looks like no answer, for whoever
    asked and for the host.
    """

    __tablename__ = "introduction"
    __table_args__ = (
        UniqueConstraint("low_id", "high_id"),
        CheckConstraint("low_id < high_id", name="in_order"),
        CheckConstraint("(met_at IS NULL) = (met_how IS NULL)", name="met_has_how"),
        Index("ix_introduction_status", "status", "good_until", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    low_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": YEARS}
    )
    high_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": YEARS}
    )
    way: Mapped[Way] = mapped_column(enum_column(Way))
    host_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEARS}
    )
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"), index=True)
    accompany: Mapped[bool] = mapped_column(default=False)
    words: Mapped[str] = mapped_column(String(200), info={"personal": "words", "keep": YEARS})
    minutes: Mapped[int]
    meet_at: Mapped[str] = mapped_column(String(40), default="")
    status: Mapped[IntroductionStatus] = mapped_column(
        enum_column(IntroductionStatus), default=IntroductionStatus.ASKED
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
    good_until: Mapped[datetime] = mapped_column(Moment)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    last_word_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_because: Mapped[ClosedBecause | None] = mapped_column(enum_column(ClosedBecause))
    met_at: Mapped[datetime | None] = mapped_column(Moment)
    met_how: Mapped[MetHow | None] = mapped_column(enum_column(MetHow))
    sides: Mapped[list["IntroductionSide"]] = relationship(
        back_populates="introduction", cascade="all, delete-orphan", order_by="IntroductionSide.id"
    )
    host: Mapped[Person | None] = relationship(foreign_keys=[host_id])
    organisation: Mapped[Organisation | None] = relationship()


class IntroductionSide(db.Model):
    """One of the two. `slot` (1 to 5) is held while it waits or is open: five a person. `asks`: she asked and has no
    answer yet: one at a time.
    """

    __tablename__ = "introduction_side"
    __table_args__ = (
        UniqueConstraint("introduction_id", "person_id"),
        UniqueConstraint("person_id", "slot"),
        CheckConstraint(f"slot >= 1 AND slot <= {MOST_OPEN}", name="five_open"),
        Index(
            "uq_introduction_side_asks", "person_id", unique=True,
            sqlite_where=text("asks = 1"), postgresql_where=text("asks"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[int] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": YEARS}
    )
    asks: Mapped[bool] = mapped_column(default=False)
    slot: Mapped[int | None]
    said: Mapped[Said] = mapped_column(enum_column(Said), default=Said.NOTHING)
    said_at: Mapped[datetime | None] = mapped_column(Moment)
    said_by: Mapped[int | None] = mapped_column(  # staff who wrote down what she said
        ForeignKey("person.id", ondelete="SET NULL"), index=True, info={"personal": "id", "keep": YEARS}
    )
    muted_at: Mapped[datetime | None] = mapped_column(Moment)
    left_at: Mapped[datetime | None] = mapped_column(Moment)
    introduction: Mapped[Introduction] = relationship(back_populates="sides")
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class Note(Hideable, db.Model):
    """What one of the two wrote to the other."""

    __tablename__ = "introduction_note"
    __table_args__ = (Index("ix_introduction_note_thread", "introduction_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[int] = mapped_column(ForeignKey("introduction.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "1 year after"}
    )
    words: Mapped[str] = mapped_column(String(600), info={"personal": "words", "keep": "1 year after"})
    made_at: Mapped[datetime] = mapped_column(Moment)
    introduction: Mapped[Introduction] = relationship()
    person: Mapped[Person] = relationship()
