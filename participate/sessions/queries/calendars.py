"""Reading calendars: which sessions a feed holds, and whose it is."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnExpressionArgument, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.places.models import Hub, Ward
from participate.projects.models import Project, TeamMember
from participate.sessions.models import CalendarFeed, Session, SignUp
from participate.sessions.queries.cards import SHOWN
from participate.sessions.rules import links
from participate.sessions.words import ACTIVE, FeedKind, SignUpStatus
from participate.spaces.models import Space

BACK, AHEAD = timedelta(days=30), timedelta(days=366)
MOST_EVENTS = 300
MOST_FEEDS = 20
MOST_CHOICES = 100
_COLUMN = {
    FeedKind.PROJECT: Session.project_id, FeedKind.HUB: Session.hub_id, FeedKind.WARD: Session.ward_id,
}  # fmt: skip


def token_of_feed(feed: CalendarFeed) -> str:
    """The secret of a calendar's address: made of id and salt with the site's key, stored nowhere."""
    return links.token_from(feed.id, keyed_hash("calendar", f"{feed.id}:{feed.salt}"))


def find_feed(token: str) -> CalendarFeed | None:
    """The calendar of a secret address; None for a wrong one, or when its owner's account is closed. One statement."""
    parts = links.split_token(token)
    query = select(CalendarFeed).join(CalendarFeed.person).options(
        contains_eager(CalendarFeed.person).options(lazyload(Person.roles), lazyload(Person.ward))
    )  # fmt: skip
    feed = db.session.scalar(query.where(CalendarFeed.id == parts[0])) if parts is not None else None
    if feed is None or not links.is_same(token, token_of_feed(feed)) or not feed.person.is_active:
        return None
    return feed


def find_own_feed(person_id: int, feed_id: int) -> CalendarFeed | None:
    """A calendar of this person; None for anybody else's."""
    query = select(CalendarFeed).where(CalendarFeed.id == feed_id, CalendarFeed.person_id == person_id)
    return db.session.scalar(query)


def list_feeds(person_id: int) -> Sequence[CalendarFeed]:
    """A person's calendars, the oldest first."""
    query = select(CalendarFeed).where(CalendarFeed.person_id == person_id)
    return db.session.scalars(query.order_by(CalendarFeed.id).limit(MOST_FEEDS)).all()


def _within() -> tuple[datetime, datetime]:
    """What a feed reaches: whole London days, so that the same day gives the same file."""
    return clock.moment_of(clock.today() - BACK, time()), clock.moment_of(clock.today() + AHEAD, time())


def list_for_calendar(*where: ColumnExpressionArgument[bool]) -> Sequence[Session]:
    """The sessions that everybody may see, a month back to a year ahead, cancelled ones too, with their places.

    At most 300, the soonest first. One statement.
    """
    start, end = _within()
    query = select(Session).join(Session.project).where(
        *SHOWN, *where, Session.starts_at >= start, Session.starts_at < end
    )  # fmt: skip
    parts = (
        contains_eager(Session.project).lazyload("*"), joinedload(Session.space).lazyload(Space.hub),
        joinedload(Session.hub).lazyload("*"), joinedload(Session.ward), lazyload(Session.host),
    )  # fmt: skip
    return db.session.scalars(query.options(*parts).order_by(Session.starts_at, Session.id).limit(MOST_EVENTS)).all()


def list_of_feed(feed: CalendarFeed) -> tuple[Sequence[Session], set[int]]:
    """The sessions of a calendar, and the ids of those in which its owner has no sure place. At most two statements."""
    if feed.kind is not FeedKind.MINE:
        return list_for_calendar(_COLUMN[feed.kind] == feed.subject_id), set()
    query = select(SignUp.session_id, SignUp.status).where(
        SignUp.person_id == feed.person_id, SignUp.status.in_(ACTIVE)
    )  # fmt: skip
    held = {session_id: status for session_id, status in db.session.execute(query.order_by(SignUp.id))}
    unsure = {session_id for session_id, status in held.items() if status is not SignUpStatus.GOING}
    return list_for_calendar(Session.id.in_(list(held))), unsure


def list_of_series(series_id: int) -> Sequence[Session]:
    """The sessions of a series that everybody may see. One statement."""
    return list_for_calendar(Session.series_id == series_id)


def list_of_project(project_id: int) -> Sequence[Session]:
    """The sessions of a project that everybody may see. One statement."""
    return list_for_calendar(Session.project_id == project_id)


def list_subjects(person_id: int, more_project: int = 0) -> list[tuple[FeedKind, int, str]]:
    """What a calendar can be of: (kind, id, name): her projects (and `more_project`, if shown), hubs and wards."""
    own = select(TeamMember.project_id).where(TeamMember.person_id == person_id)
    projects = select(Project.id, Project.name).where(
        Project.hidden_at.is_(None), Project.source == "", Project.id.in_(own) | (Project.id == more_project)
    )  # fmt: skip
    found = [(FeedKind.PROJECT, *row) for row in _rows(projects.order_by(Project.name, Project.id))]
    found += [(FeedKind.HUB, *row) for row in _rows(select(Hub.id, Hub.name).order_by(Hub.name, Hub.id))]
    return found + [(FeedKind.WARD, *row) for row in _rows(select(Ward.id, Ward.name).order_by(Ward.name, Ward.id))]


def _rows(query: Any) -> list[Any]:
    return [tuple(row) for row in db.session.execute(query.limit(MOST_CHOICES))]


def names_of_subjects(feeds: Sequence[CalendarFeed]) -> dict[tuple[FeedKind, int], str]:
    """What the projects, hubs and wards of these calendars are called. At most three statements."""
    names: dict[tuple[FeedKind, int], str] = {}
    for kind, model in ((FeedKind.PROJECT, Project), (FeedKind.HUB, Hub), (FeedKind.WARD, Ward)):
        ids = [feed.subject_id for feed in feeds if feed.kind is kind]
        if ids:
            query = select(model.id, model.name).where(model.id.in_(ids)).order_by(model.id)
            names |= {(kind, row.id): row.name for row in db.session.execute(query)}
    return names
