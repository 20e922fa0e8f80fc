"""Sending a letter, and leaving a sender alone that is down."""

import smtplib
from datetime import datetime

from sqlalchemy import delete

from participate.core import clock
from participate.core.db import db, transaction
from participate.core.mail import Letter, Unreachable, send
from participate.core.texts import NumberRefused
from participate.notifications.models import Gate
from participate.notifications.queries import find_gate
from participate.notifications.rules import REFUSED_FOR_GOOD, knock_again, lasting_no
from participate.notifications.words import Way
from participate.outbox.rules import NotYet, WillNot


class AddressRefused(WillNot):
    """The address itself is refused for good: no other letter goes there either."""


def post(letter: Letter) -> None:
    """Send the letter. No transaction stays open meanwhile: a silent sender must hold nothing else up.

    Raises NotYet while the sender is down, AddressRefused or WillNot when it is refused for good, and OSError or
    smtplib.SMTPException when it may yet go.
    """
    way = Way(letter.channel)
    gate = find_gate(way)
    if gate is not None and gate.until > clock.now():
        raise NotYet(gate.until)
    db.session.rollback()
    try:
        _send(letter)
    except Unreachable:
        raise NotYet(_close(way)) from None
    except (smtplib.SMTPServerDisconnected, TimeoutError):
        _close(way)  # it took the letter and fell silent: that was a try
        raise
    if gate is not None:
        db.session.execute(delete(Gate).where(Gate.way == way))


def _send(letter: Letter) -> None:
    """Raises AddressRefused or WillNot where the answer is a lasting no."""
    try:
        send(letter)
    except smtplib.SMTPRecipientsRefused as refusal:
        if lasting_no([code for code, _words in refusal.recipients.values()]):
            raise AddressRefused("address refused") from None
        raise
    except (NumberRefused, smtplib.SMTPNotSupportedError, ValueError):
        raise AddressRefused("address refused") from None  # no server would take it as it is written
    except smtplib.SMTPDataError as refusal:
        if refusal.smtp_code in REFUSED_FOR_GOOD:
            raise WillNot("letter refused") from None
        raise


def _close(way: Way) -> datetime:
    """Leave the sender alone for a while, the longer the more often it failed. Returns until when. Commits."""
    with transaction() as session:
        gate = find_gate(way)
        if gate is None:
            gate = Gate(way=way, failures=0, until=clock.now())
            session.add(gate)
        gate.failures = (gate.failures or 0) + 1
        gate.until = until = clock.now() + knock_again(gate.failures)
    return until
