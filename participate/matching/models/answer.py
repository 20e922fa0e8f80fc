"""What somebody answered to suggestions, and what of hers the matcher is not to use."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.core.db import Moment, db, enum_column
from participate.matching.words import Because

ACCOUNT = "until the account ends"


class Answer(db.Model):
    """A thing ("project:12") is not for her, `because` …; or she would like more like it, where there is no because."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("person_id", "subject"), Index("ix_answer_subject", "subject"))

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": ACCOUNT}
    )
    subject: Mapped[str] = mapped_column(String(40), info={"personal": "tastes", "keep": ACCOUNT})
    because: Mapped[Because | None] = mapped_column(enum_column(Because), info={"personal": "tastes", "keep": ACCOUNT})
    made_at: Mapped[datetime] = mapped_column(Moment)


class SwitchedOff(db.Model):
    """Something of hers that the matcher is not to use: a line of hers ("posting:17"), a thing that she joined
    ("project:12"), a whole kind of facts ("place"), or everything ("all"). See words.Use.
    """

    __tablename__ = "switched_off"
    __table_args__ = (UniqueConstraint("person_id", "subject"), Index("ix_switched_off_subject", "subject"))

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": ACCOUNT}
    )
    subject: Mapped[str] = mapped_column(String(40), info={"personal": "tastes", "keep": ACCOUNT})
    made_at: Mapped[datetime] = mapped_column(Moment)
