"""At least 2,000 sessions in the twelve weeks ahead: the demo's, and as many more like them as are missing."""

from datetime import timedelta

from sqlalchemy import func, inspect, select

from participate.app import create_app
from participate.core import clock, config
from participate.core.db import db, transaction
from participate.sessions.models import Session

WANTED = 2_000
SEASON = timedelta(weeks=12)
OWN = ("id", "series_id", "series_day", "taken", "booking_id")  # what no two sessions share


def fill_up() -> int:
    """Copy sessions to later days of the season until there are enough; returns how many were added."""
    now = clock.now()
    ahead = (Session.starts_at >= now, Session.starts_at < now + SEASON)
    missing = WANTED - (db.session.scalar(select(func.count(Session.id)).where(*ahead)) or 0)
    models = db.session.scalars(select(Session).order_by(Session.id).limit(WANTED)).all()
    names = [column.key for column in inspect(Session).column_attrs if column.key not in OWN]
    for number in range(max(0, missing)):
        like = models[number % len(models)]
        starts_at = now + timedelta(hours=1) + number * (SEASON - timedelta(days=1)) / missing
        moved = {"starts_at": starts_at, "ends_at": starts_at + (like.ends_at - like.starts_at)}
        db.session.add(Session(**{name: getattr(like, name) for name in names} | moved))
    return max(0, missing)


if __name__ == "__main__":
    with create_app(config.read()).app_context(), transaction():
        print(fill_up())
