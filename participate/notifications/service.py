"""Writing a letter and sending it, once."""

import smtplib
from collections.abc import Mapping
from datetime import datetime

from flask import current_app

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.core.config import Settings
from participate.core.db import db
from participate.core.mail import Letter, compose, send
from participate.notifications.rules import lasting_no
from participate.notifications.words import Way
from participate.outbox.rules import WillNot

MARK_LENGTH = 24


def write(
    name: str, way: Way, to: str, promise_id: int, facts: Mapping[str, object], person: Person | None = None
) -> Letter:
    """The letter `templates/mail/<name>/`, addressed.

    Its words may use `facts`, `person` (None when only an address is known) and `site` (the site's address).
    A fact whose name ends in `_at` travels as ISO text and arrives as an aware moment.
    """
    settings: Settings = current_app.extensions["settings"]
    moments = {name: datetime.fromisoformat(str(value)) for name, value in facts.items() if name.endswith("_at")}
    given = dict(facts) | moments | {"person": person, "site": settings.public_url}
    # As in a request: every address that url_for makes in a letter is a whole one of this site.
    with current_app.test_request_context(base_url=settings.public_url):
        return compose(name, way.value, to, letter_key(promise_id), given)


def letter_key(promise_id: int) -> str:
    """What marks the letter of one promise, however often it is sent. Nobody can guess another's."""
    return keyed_hash("letter", str(promise_id))[:MARK_LENGTH]


def post(letter: Letter) -> None:
    """Send the letter. No transaction stays open meanwhile: a silent mail server must hold nothing else up.

    Raises WillNot when the address or the way is refused for good; OSError or smtplib.SMTPException when it
    may yet go.
    """
    settings: Settings = current_app.extensions["settings"]
    if letter.channel == Way.TEXT and not settings.can_text:
        raise WillNot("no sender for texts")
    db.session.rollback()
    try:
        send(letter)
    except smtplib.SMTPRecipientsRefused as refusal:
        if lasting_no([code for code, _words in refusal.recipients.values()]):
            raise WillNot("address refused") from None
        raise
