"""Sign-ups for the tests, and the letters that they bring."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from flask import Flask, current_app

from participate.accounts.models import Person
from participate.core import clock
from participate.core.db import db
from participate.core.mail import LaidLetter, list_laid
from participate.outbox import service as outbox
from participate.sessions.models import Session, SignUp
from participate.sessions.words import HOLDS_SEAT, SignUpStatus
from tests.street import add


def sign_up(session: Session, person: Person, status: SignUpStatus = SignUpStatus.GOING, **more: object) -> SignUp:
    """A sign-up as a row, its seat counted. Committed."""
    now = clock.now()
    queued = now if status is SignUpStatus.WAITING else None
    given = {"salt": "s" * 32, "made_at": now, "changed_at": now, "queued_at": queued, "heads": 1}
    made = SignUp(session_id=session.id, person_id=person.id, status=status, **given | more)
    add(made)
    if status in HOLDS_SEAT:
        db.session.get_one(Session, session.id).taken += made.heads
    db.session.commit()
    return made


def letters(to: str = "") -> list[LaidLetter]:
    """Keep every promise that is due, and show what was written so far, to `to` or to everybody. The oldest first."""
    db.session.commit()
    outbox.run_due()
    laid = reversed(list_laid(current_app.extensions["settings"].data / "letters", 200))
    return [each for each in laid if to in ("", each.to)]


@contextmanager
def site_without_texts(app: Flask) -> Iterator[None]:
    """A site that sends mails and no texts."""
    kept = app.extensions["settings"]
    app.extensions["settings"] = replace(kept, smtp_url="smtp://localhost:1")
    try:
        yield
    finally:
        app.extensions["settings"] = kept
