"""Secret addresses of calendars: made, renewed, removed."""

import secrets

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.sessions.models import CalendarFeed
from participate.sessions.queries import MOST_FEEDS, list_feeds
from participate.sessions.rules import TooManyCalendars
from participate.sessions.words import FeedKind

SALT_BYTES = 16


def make_feed(person_id: int, kind: FeedKind, subject_id: int = 0) -> CalendarFeed:
    """A calendar of hers, of a project, hub or ward; the one she has already, if she has. Raises TooManyCalendars."""
    held = list_feeds(person_id)
    for feed in held:
        if (feed.kind, feed.subject_id) == (kind, subject_id):
            return feed
    if len(held) >= MOST_FEEDS:
        raise TooManyCalendars
    feed = CalendarFeed(
        person_id=person_id, kind=kind, subject_id=subject_id, salt=_salt(), made_at=clock.now()
    )  # fmt: skip
    db.session.add(feed)
    db.session.flush()
    record(person_id, "made", "calendar", feed.id)
    return feed


def renew_feed(actor_id: int, feed: CalendarFeed) -> None:
    """Another address; the old one is worthless from now on."""
    feed.salt = _salt()
    record(actor_id, "renewed", "calendar", feed.id)
    db.session.flush()


def remove_feed(actor_id: int, feed: CalendarFeed) -> None:
    """No address any more."""
    record(actor_id, "removed", "calendar", feed.id)
    db.session.delete(feed)
    db.session.flush()


def _salt() -> str:
    return secrets.token_hex(SALT_BYTES)
