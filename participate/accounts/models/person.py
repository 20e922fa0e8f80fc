"""A person and the roles she holds."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.words import PersonKind, PersonStatus, Role
from participate.core.db import Moment, db, enum_column
from participate.core.text import first_name
from participate.places.models import Ward

ACCOUNT = "until the account ends"


class Person(db.Model):
    """Somebody with an account, entered by staff, or a guest.

    An e-mail address or a number may belong to two adults, so neither is unique. A guest's contact is found by
    `contact_hash` (keyed), which is unique among guests: the same contact is the same guest.

    `ring` is a number to ring where nobody can be written to (a landline); `reach_note` how else to reach her ("at
    the mosque on Fridays"). `language` is the one in which she likes to read. `bounced_at`: when a letter to her
    came back for good. `hub_id`: the hub that wrote her down, and tells her what there is to tell. One who turned
    out to be another person is ended and points to her (`merged_into_id`).
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_email", "email"),
        Index("ix_person_phone", "phone"),
        Index(
            "uq_person_guest_contact", "contact_hash", unique=True,
            sqlite_where=text("kind = 'guest'"), postgresql_where=db.text("kind = 'guest'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PersonKind] = mapped_column(enum_column(PersonKind), default=PersonKind.ACCOUNT)
    status: Mapped[PersonStatus] = mapped_column(enum_column(PersonStatus), default=PersonStatus.ACTIVE)
    name: Mapped[str] = mapped_column(String(80), info={"personal": "name", "keep": ACCOUNT})
    email: Mapped[str | None] = mapped_column(String(254), info={"personal": "contact", "keep": ACCOUNT})
    phone: Mapped[str | None] = mapped_column(String(16), info={"personal": "contact", "keep": ACCOUNT})
    ring: Mapped[str] = mapped_column(String(20), default="", info={"personal": "contact", "keep": ACCOUNT})
    reach_note: Mapped[str] = mapped_column(String(120), default="", info={"personal": "contact", "keep": ACCOUNT})
    language: Mapped[str] = mapped_column(String(8), default="en", info={"personal": "language", "keep": ACCOUNT})
    bounced_at: Mapped[datetime | None] = mapped_column(Moment)
    hub_id: Mapped[int | None] = mapped_column(ForeignKey("hub.id", ondelete="SET NULL"), index=True)
    contact_hash: Mapped[str | None] = mapped_column(String(64), info={"personal": "contact", "keep": ACCOUNT})
    ward_id: Mapped[int | None] = mapped_column(
        ForeignKey("ward.id"), index=True, info={"personal": "place", "keep": ACCOUNT}
    )
    square: Mapped[int | None] = mapped_column(info={"personal": "place", "keep": ACCOUNT})
    adult_at: Mapped[datetime | None] = mapped_column(Moment)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    joined_at: Mapped[datetime] = mapped_column(Moment)
    ward: Mapped[Ward | None] = relationship(lazy="joined")
    roles: Mapped[list["RoleHeld"]] = relationship(lazy="selectin", cascade="all, delete-orphan")

    # What Flask-Login and the doors ask of the current person.
    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        return self.status is PersonStatus.ACTIVE

    def get_id(self) -> str:
        return str(self.id)

    @property
    def first_name(self) -> str:
        """The only part of the name that strangers see."""
        return first_name(self.name)

    def holds(self, role: str, subject: str | None = None) -> bool:
        """Whether she holds `role`, for `subject` if one is given ("hub:3")."""
        return any(held.role == role and subject in (None, held.subject) for held in self.roles)

    @property
    def is_staff(self) -> bool:
        return self.holds(Role.STAFF) or self.holds(Role.ADMIN)


class RoleHeld(db.Model):
    """A role of a person, of one subject where the role has one: "hub:3", "project:42", "space:7", or ""."""

    __tablename__ = "role_held"
    __table_args__ = (UniqueConstraint("person_id", "role", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[Role] = mapped_column(enum_column(Role))
    subject: Mapped[str] = mapped_column(String(40), default="")
    since: Mapped[datetime] = mapped_column(Moment)
