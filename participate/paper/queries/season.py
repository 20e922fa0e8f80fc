"""What is on in the days of a newspaper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.paper.rules.edition import Edition
from participate.projects.models import Project
from participate.sessions import queries as sessions
from participate.sessions.models import Session
from participate.sessions.queries import SessionCard
from participate.sessions.words import SessionStatus

MOST_PRINTED = 400  # sessions: about ten pages


@dataclass(frozen=True)
class Programme:
    """The sessions of an edition, the soonest first, and how many there are in all: more than `cards` where a paper
    would grow too thick."""

    cards: list[SessionCard]
    total: int


def list_edition(edition: Edition, ward_ids: Sequence[int]) -> Programme:
    """What takes place in the days of an edition; from today on, what is not over. No wards: everywhere.

    Three statements.
    """
    start = max(clock.moment_of(edition.first, time()), clock.moment_of(min(clock.today(), edition.end), time()))
    query = select(Session.id).join(Project, Project.id == Session.project_id).where(
        Session.hidden_at.is_(None), Project.hidden_at.is_(None), Session.status == SessionStatus.PLANNED,
        Session.starts_at >= start, Session.starts_at < clock.moment_of(edition.end, time()),
    )  # fmt: skip
    if ward_ids:
        query = query.where(Session.ward_id.in_(ward_ids))
    total = db.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    ids = db.session.scalars(query.order_by(Session.starts_at, Session.id).limit(MOST_PRINTED)).all()
    cards = sessions.cards_of(ids)
    return Programme([cards[each] for each in ids if each in cards], total)


def day_of(card: SessionCard) -> date:
    """The London day of a session."""
    return clock.local(card.starts_at).date()
