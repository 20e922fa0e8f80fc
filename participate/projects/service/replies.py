"""Neighbours add to an idea: said, changed, taken back, answered."""

from sqlalchemy.exc import IntegrityError

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.projects import queries
from participate.projects.models import Idea, IdeaReply
from participate.projects.rules.replies import (
    JoinedAlready,
    NoMoreReplies,
    check_may_reply,
    check_reply_words,
    takes_replies,
)
from participate.projects.service import news
from participate.projects.words import ReplyKind


def add_reply(person: Person, idea: Idea, kind: ReplyKind, words: str = "") -> IdeaReply:
    """A neighbour says something to an idea; its author hears of it, or the hub where there is none.

    Raises NoMoreReplies, OwnIdea, JoinedAlready, SaidEnough or WordsMissing. That there is one "I'd join" a person
    is an index of the database, which also holds when she presses twice at once.
    """
    check_may_reply(
        idea.status,
        own=idea.author_id == person.id,
        joined=queries.find_join(idea.id, person.id) is not None,
        kind=kind,
        said=queries.count_replies_of(idea.id, person.id),
    )
    check_reply_words(kind, words)
    reply = IdeaReply(idea_id=idea.id, person_id=person.id, kind=kind, words=words, made_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(reply)
    except IntegrityError:
        raise JoinedAlready from None
    record(person.id, "made", "idea_reply", reply.id)
    news.tell_of_reply(idea, reply, person.first_name)
    db.session.flush()
    return reply


def change_reply(actor_id: int, reply: IdeaReply, words: str) -> None:
    """Other words for a reply; an answer to the old ones goes. Raises NoMoreReplies or WordsMissing."""
    if not takes_replies(reply.idea.status):
        raise NoMoreReplies
    check_reply_words(reply.kind, words)
    if words != reply.words:
        reply.words, reply.answer, reply.answered_by, reply.answered_at = words, "", None, None
    record(actor_id, "changed", "idea_reply", reply.id)
    db.session.flush()


def remove_reply(actor_id: int, reply: IdeaReply) -> None:
    """Its writer takes it back: its row goes."""
    record(actor_id, "removed", "idea_reply", reply.id)
    db.session.delete(reply)
    db.session.flush()


def answer_reply(actor_id: int, reply: IdeaReply, words: str) -> None:
    """The author of the idea or the hub answers; the neighbour hears so once."""
    reply.answer, reply.answered_by, reply.answered_at = words, actor_id, clock.now()
    record(actor_id, "answered", "idea_reply", reply.id)
    if actor_id != reply.person_id:
        news.tell_of_reply_answer(reply)
    db.session.flush()
