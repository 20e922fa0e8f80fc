"""Pulses are given and changed; somebody is asked once, answers, changes her answer and takes it back.

The audit says that it happened, never who did it nor which row it is: her answer would be hers no longer.
"""

import secrets
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.outbox.service import promise
from participate.surveys import queries, rules
from participate.surveys.models import EqualityAnswer, EqualityAsk, Pulse
from participate.surveys.words import Question

NOBODY, NO_ROW = None, 0
LARGEST_ID = 2**31 - 1


@dataclass(frozen=True)
class AboutYou:
    """An equality answer, as stored: see rules.age_from, group_from, disability_from."""

    age_band: str
    ethnic_group: str
    disability: str


def give_pulse(session_id: int, person_id: int, question: Question, answer: int | None) -> Pulse:
    """What a person taps after a session: one question at a time, changed as often as she likes; None takes it back."""
    pulse = queries.find_pulse(session_id, person_id)
    if pulse is None:
        pulse = Pulse(
            id=_any_id(), subject=queries.subject_of(session_id), once=queries.once_of(session_id, person_id),
            week=rules.week_of(clock.today()),
        )  # fmt: skip
        _add_once(pulse)
        pulse = queries.find_pulse(session_id, person_id) or pulse
    setattr(pulse, question.value, answer)
    db.session.flush()
    record(NOBODY, "answered", "pulse", session_id)
    return pulse


def take_pulse_back(session_id: int, person_id: int) -> None:
    """All that she tapped after a session goes."""
    pulse = queries.find_pulse(session_id, person_id)
    if pulse is not None:
        db.session.delete(pulse)
        db.session.flush()
        record(NOBODY, "taken back", "pulse", session_id)


def ask_once(person_id: int) -> bool:
    """Ask a person three questions about herself, by one letter, the first time; False ever after.

    To be called after a third attendance, never before.
    """
    if queries.find_ask(person_id) is not None:
        return False
    ask = EqualityAsk(person_id=person_id, asked_at=clock.now())
    if not _add_once(ask):
        return False
    record(NOBODY, "asked", "equality", ask.id)
    facts = {"token": queries.token_of(ask)}
    promise("letter", {"name": "about_you", "person_id": person_id, "facts": facts}, key=f"about_you:{person_id}")
    return True


def answer(ask: EqualityAsk, about: AboutYou) -> None:
    """Keep what somebody who was asked says of herself, or what she says now instead."""
    found = queries.find_answer(ask.person_id)
    if found is None:
        _keep(queries.pseudonym_of(ask.person_id), about, on_paper=False)
    else:
        for name, value in (asdict(about) | {"quarter": rules.quarter_of(clock.today())}).items():
            setattr(found, name, value)
    db.session.flush()
    record(NOBODY, "answered", "equality", NO_ROW)


def take_back(ask: EqualityAsk) -> None:
    """Her answer goes."""
    gone = delete(EqualityAnswer).where(EqualityAnswer.pseudonym == queries.pseudonym_of(ask.person_id))
    db.session.execute(gone)
    db.session.flush()
    record(NOBODY, "taken back", "equality", NO_ROW)


def key_card(actor_id: int, about: AboutYou) -> None:
    """Keep a paper card, which has no name on it."""
    _keep(secrets.token_hex(32), about, on_paper=True)
    db.session.flush()
    record(actor_id, "keyed in", "equality", NO_ROW)


def forget_old() -> int:
    """Equality answers of more than two years ago go. Returns how many."""
    old = EqualityAnswer.quarter < rules.oldest_kept(clock.today())
    return db.session.execute(delete(EqualityAnswer).where(old)).rowcount  # type: ignore[attr-defined]


def _keep(pseudonym: str, about: AboutYou, *, on_paper: bool) -> None:
    quarter = rules.quarter_of(clock.today())
    _add_once(EqualityAnswer(id=_any_id(), pseudonym=pseudonym, **asdict(about), on_paper=on_paper, quarter=quarter))


def _any_id() -> int:
    """A number that tells nothing of the order in which answers came: beside a log, an order is a name."""
    for _again in range(8):
        number = secrets.randbelow(LARGEST_ID) + 1
        taken = (
            select(EqualityAnswer.id)
            .where(EqualityAnswer.id == number)
            .union(select(Pulse.id).where(Pulse.id == number))
        )
        if db.session.scalar(taken) is None:
            break
    return number


def _add_once(row: Pulse | EqualityAsk | EqualityAnswer) -> bool:
    """Whether the row is new. Two presses at once make one row."""
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return False
    return True
