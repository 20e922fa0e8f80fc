"""Two people who never meet here."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participate.accounts.words import ApartBy, ApartWhy
from participate.core.db import Moment, db, enum_column

ACCOUNT = "until the account ends"


class Apart(db.Model):
    """`person_id` and `other_id` never meet in any list, suggestion, roster, mail or count; neither is told.

    `by`: a block by `person_id`, who may end it; or the hub’s, for a reason (`why`) told to nobody.
    """

    __tablename__ = "apart"
    __table_args__ = (
        UniqueConstraint("person_id", "other_id", "by"),
        CheckConstraint("person_id <> other_id", name="two_people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), info={"personal": "id", "keep": ACCOUNT}
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, info={"personal": "id", "keep": ACCOUNT}
    )
    by: Mapped[ApartBy] = mapped_column(enum_column(ApartBy), default=ApartBy.HERSELF)
    why: Mapped[ApartWhy | None] = mapped_column(
        enum_column(ApartWhy), info={"personal": "why the hub keeps her apart", "keep": ACCOUNT}
    )
    made_at: Mapped[datetime] = mapped_column(Moment)
