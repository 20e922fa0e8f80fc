"""Reading pulses, and who was asked. An answer is found by whoever has its key, and by nobody else."""

from sqlalchemy import select

from participate.accounts.current import keyed_hash
from participate.core.db import db
from participate.surveys import rules
from participate.surveys.models import EqualityAnswer, EqualityAsk, Pulse


def subject_of(session_id: int) -> str:
    """The label under which a session's pulses stand."""
    return f"session:{session_id}"


def find_pulse(session_id: int, person_id: int) -> Pulse | None:
    """What this person tapped after this session; or None."""
    return db.session.scalar(select(Pulse).where(Pulse.once == once_of(session_id, person_id)))


def once_of(session_id: int, person_id: int) -> str:
    """What makes her one answer her own: only the site's key leads from her to it, and nothing leads back."""
    return keyed_hash("pulse", f"{session_id}:{person_id}")


def pseudonym_of(person_id: int) -> str:
    """The name under which her equality answer lies. Nothing leads back from it."""
    return keyed_hash("equality", str(person_id))


def find_answer(person_id: int) -> EqualityAnswer | None:
    """Her own equality answer; or None. To be asked only for herself."""
    return db.session.scalar(select(EqualityAnswer).where(EqualityAnswer.pseudonym == pseudonym_of(person_id)))


def find_ask(person_id: int | None) -> EqualityAsk | None:
    """That a person was asked; or None."""
    if person_id is None:
        return None
    return db.session.scalar(select(EqualityAsk).where(EqualityAsk.person_id == person_id))


def token_of(ask: EqualityAsk) -> str:
    """The secret of the letter's link: made with the site's key, stored nowhere."""
    return rules.token_from(ask.id, keyed_hash("about-you", f"{ask.id}:{ask.person_id}"))


def find_ask_by_token(token: str) -> EqualityAsk | None:
    """The asking behind a letter's link, of somebody who is active; None for a bad one."""
    number = rules.split_token(token)
    ask = db.session.get(EqualityAsk, number) if number is not None else None
    if ask is None or not rules.is_same(token, token_of(ask)) or not ask.person.is_active:
        return None
    return ask
