"""Somebody new on the street, and what she posts."""

from datetime import timedelta

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.projects.models import Idea
from tests.page import PageClient
from tests.street import Street, person

PLAIN = "Could we paint the bench together?"
# Written out it is refused at the door; said like this it comes in, and waits.
NUMBER = "Could we paint the bench? Ring oh double seven double zero nine zero zero one two three"
DESPAIR = "I want to die, nobody would miss me"


def newcomer(street: Street, days: int = 1) -> Person:
    """Zara joined some days ago."""
    zara = person("Zara Khan", street.ward)
    zara.joined_at = clock.now() - timedelta(days=days)
    db.session.commit()
    return zara


def post_idea(client: PageClient, words: str) -> Idea:
    """An idea, through its form. Returns its row."""
    answer = client.send("/ideas/new", {"words": words, "hub": ""})
    assert answer.status_code in (302, 303), answer.text
    return newest_idea()


def newest_idea() -> Idea:
    db.session.expire_all()
    found = db.session.query(Idea).order_by(Idea.id.desc()).first()
    assert found is not None
    return found
