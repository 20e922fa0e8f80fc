"""What people chose to hear, and the address that ends the weekly mail."""

import hmac
from collections.abc import Collection, Sequence

from sqlalchemy import select

from participate.accounts.current import keyed_hash
from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import db
from participate.notifications.models import Attention, Told
from participate.notifications.words import Choice

MAC_LENGTH = 32  # hex digits: 128 bits that nobody guesses
LONGEST_TOKEN = 10 + 1 + MAC_LENGTH


def find_attention(person_id: int) -> Attention | None:
    """Her row, or None when she never chose."""
    return db.session.scalar(select(Attention).where(Attention.person_id == person_id))


def choice_of(person_id: int) -> Choice:
    """What she wants to hear. Without a word of hers: only what she said yes to."""
    chosen = find_attention(person_id)
    return chosen.choice if chosen is not None else Choice.ONLY_YES


def list_weekly_ids(after: int, most: int) -> Sequence[int]:
    """The ids of active persons with an e-mail address who chose the weekly mail, from above `after`, in order."""
    query = select(Person.id).join(Attention, Attention.person_id == Person.id)
    wanted = (Attention.choice == Choice.WEEKLY, Person.status == PersonStatus.ACTIVE, Person.email.is_not(None))
    return db.session.scalars(query.where(*wanted, Person.id > after).order_by(Person.id).limit(most)).all()


def list_told(person_id: int, among: Collection[str]) -> set[str]:
    """Which of these things ("session:12") a weekly mail told her already."""
    query = select(Told.what).where(Told.person_id == person_id, Told.what.in_(among)).order_by(Told.what)
    return set(db.session.scalars(query)) if among else set()


def token_of(chosen: Attention) -> str:
    """The secret part of the address that ends her weekly mail."""
    return f"{chosen.person_id}-{_mac(chosen)}"


def whose_token(token: str) -> Attention | None:
    """Whose weekly mail this token ends; None when nobody's."""
    number, _dash, mac = token.partition("-")
    fits = len(token) <= LONGEST_TOKEN and number.isascii() and number.isdecimal() and 0 < int(number) < 2**31
    chosen = find_attention(int(number)) if fits else None
    if chosen is None or not hmac.compare_digest(mac.encode(), _mac(chosen).encode()):
        return None
    return chosen


def _mac(chosen: Attention) -> str:
    return keyed_hash("stop", f"{chosen.person_id}:{chosen.salt}")[:MAC_LENGTH]
