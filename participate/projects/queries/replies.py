"""Reading what neighbours said to ideas."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, joinedload

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.text import first_name
from participate.projects.models import IdeaReply
from participate.projects.words import ReplyKind

MOST_SHOWN = 100
_ACTIVE = Person.status == PersonStatus.ACTIVE


@dataclass(frozen=True)
class Said:
    """One reply on an idea's page: who by first name, and who answered it ("" where nobody did)."""

    id: int
    kind: ReplyKind
    words: str
    person_id: int
    first_name: str
    answer: str
    answered_by: str
    made_at: datetime
    hidden: bool


def list_replies(idea_id: int, *, hidden_too: bool = False, mine: int | None = None) -> list[Said]:
    """What active neighbours said to an idea, in the order in which they said it. One statement.

    `hidden_too` for staff; `mine` is the reader, who sees her own hidden ones.
    """
    by = aliased(Person)
    query = select(IdeaReply, Person.name, by.name).join(Person, Person.id == IdeaReply.person_id)
    query = query.outerjoin(by, (by.id == IdeaReply.answered_by) & (by.status == PersonStatus.ACTIVE))
    query = query.where(IdeaReply.idea_id == idea_id, _ACTIVE).order_by(IdeaReply.id).limit(MOST_SHOWN)
    if not hidden_too:
        query = query.where(IdeaReply.hidden_at.is_(None) | (IdeaReply.person_id == mine))
    return [
        Said(
            row.id, row.kind, row.words, row.person_id, first_name(name), row.answer, first_name(answerer or ""),
            row.made_at, row.hidden_at is not None,
        )
        for row, name, answerer in db.session.execute(query)
    ]  # fmt: skip


def find_reply(reply_id: int | None) -> IdeaReply | None:
    """The reply, hidden or not, with its idea and its writer; or None."""
    if reply_id is None:
        return None
    parts = (joinedload(IdeaReply.idea), joinedload(IdeaReply.person).lazyload(Person.roles))
    return db.session.scalar(select(IdeaReply).where(IdeaReply.id == reply_id).options(*parts))


def get_reply(idea_id: int, reply_id: int) -> IdeaReply:
    """The reply to this idea, hidden or not. Raises NotFound."""
    reply = find_reply(reply_id)
    if reply is None or reply.idea_id != idea_id:
        raise NotFound
    return reply


def find_join(idea_id: int, person_id: int | None) -> IdeaReply | None:
    """A person's "I'd join", or None."""
    if person_id is None:
        return None
    mine = (IdeaReply.idea_id == idea_id, IdeaReply.person_id == person_id, IdeaReply.kind == ReplyKind.JOIN)
    return db.session.scalar(select(IdeaReply).where(*mine))


def count_replies_of(idea_id: int, person_id: int) -> int:
    """How many replies of one person an idea has, hidden ones too."""
    query = select(func.count(IdeaReply.id)).where(IdeaReply.idea_id == idea_id, IdeaReply.person_id == person_id)
    return db.session.scalar(query) or 0


def list_joiner_ids(idea_id: int) -> list[int]:
    """The ids of the active neighbours who said "I'd join" and were not hidden."""
    query = select(IdeaReply.person_id).join(Person, Person.id == IdeaReply.person_id)
    query = query.where(IdeaReply.idea_id == idea_id, IdeaReply.kind == ReplyKind.JOIN, _ACTIVE)
    return list(db.session.scalars(query.where(IdeaReply.hidden_at.is_(None)).order_by(IdeaReply.id)))


def names_of_adders(replies: Iterable[Said]) -> list[str]:
    """The first names of those who added to an idea, each person once, the first first."""
    return list({said.person_id: said.first_name for said in replies if not said.hidden}.values())
