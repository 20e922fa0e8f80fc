"""Who is in a team, and who would like to be."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participate.accounts.models import Person
from participate.core.db import Hideable, Moment, db, enum_column
from participate.organisations.models import Organisation
from participate.projects.models.project import Need, Project
from participate.projects.words import RequestStatus, TeamPart


class TeamMember(db.Model):
    """A person's part in a project, which has one owner and no more."""

    __tablename__ = "team_member"
    __table_args__ = (
        UniqueConstraint("project_id", "person_id"),
        Index(
            "uq_team_member_owner", "project_id", unique=True,
            sqlite_where=text("part = 'owner'"), postgresql_where=db.text("part = 'owner'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    part: Mapped[TeamPart] = mapped_column(enum_column(TeamPart))
    since: Mapped[datetime] = mapped_column(Moment)
    organisation_id: Mapped[int | None] = mapped_column(  # for whom she is there, if not for herself
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    meets_hosts: Mapped[bool] = mapped_column(default=False)  # other hosts of the same recipe may meet her
    pack_contact: Mapped[bool] = mapped_column(default=False)  # her contact may go into the hand-over pack
    person: Mapped[Person] = relationship()
    project: Mapped[Project] = relationship()
    organisation: Mapped[Organisation | None] = relationship()


class TeamRequest(Hideable, db.Model):
    """ "I'd like to help": one open request a person and project, answered by the team."""

    __tablename__ = "team_request"
    __table_args__ = (
        Index(
            "uq_team_request_open", "project_id", "person_id", unique=True,
            sqlite_where=text("status = 'asked'"), postgresql_where=db.text("status = 'asked'"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": "2 years"}
    )
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id", ondelete="SET NULL"), index=True)
    words: Mapped[str] = mapped_column(String(280), default="", info={"personal": "words", "keep": "2 years"})
    status: Mapped[RequestStatus] = mapped_column(enum_column(RequestStatus), default=RequestStatus.ASKED)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    project: Mapped[Project] = relationship()
    need: Mapped[Need | None] = relationship()
