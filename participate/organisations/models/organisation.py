"""A partner and the people who speak for it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.organisations.words import OrganisationKind
from participate.places.models import Ward


class Organisation(Hideable, db.Model):
    """A school, mosque, church, charity, club or firm that offers something or runs projects."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[OrganisationKind] = mapped_column(enum_column(OrganisationKind))
    about: Mapped[str] = mapped_column(String(600), default="")
    offers: Mapped[str] = mapped_column(String(400), default="")
    website: Mapped[str] = mapped_column(String(200), default="")
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("ward.id"), index=True)
    square: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(Moment)
    ward: Mapped[Ward | None] = relationship(lazy="joined")


class Member(db.Model):
    """A person who speaks for an organisation."""

    __tablename__ = "organisation_member"
    __table_args__ = (UniqueConstraint("organisation_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    since: Mapped[datetime] = mapped_column(Moment)
    person: Mapped[Person] = relationship()
