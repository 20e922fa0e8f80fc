"""What staff do by hand: made, taken back and put back, each noted in the trail. It ends by itself."""

from datetime import date
from typing import TypeVar

from sqlalchemy import delete, func, or_, select

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.matching.holding import KEPT, MOST_WORDS, YEAR, TooManyWords, check_last_day, day_again
from participate.matching.models import ByHand, Placing, Synonym
from participate.matching.text.synonyms import read
from participate.matching.words import Placed

Made = Synonym | Placing | ByHand
Kept = TypeVar("Kept", Synonym, Placing, ByHand)
MODELS: tuple[type[Made], ...] = (Synonym, Placing, ByHand)


def add_words(actor_id: int, hub_id: int, line: str, last_day: date) -> Synonym:
    """These words mean the same to the neighbours of a hub. Raises a RuleBroken of synonyms or holding."""
    members = read(line)
    check_last_day(last_day, clock.today(), YEAR)
    held = select(func.count()).where(Synonym.hub_id == hub_id, Synonym.ended_at.is_(None))
    if (db.session.scalar(held) or 0) >= MOST_WORDS:
        raise TooManyWords
    words = Synonym(hub_id=hub_id, words=", ".join(sorted(members)), last_day=last_day)
    return _keep(actor_id, words)


def place(actor_id: int, hub_id: int, subject: str, placed: Placed, last_day: date, why: str = "") -> Placing:
    """A thing ("project:12") stands first, or is left out, for the neighbours of a hub: the last word counts.

    Raises DayIsOver or TooFarAhead.
    """
    check_last_day(last_day, clock.today())
    made = db.session.scalar(select(Placing).where(Placing.hub_id == hub_id, Placing.subject == subject))
    made = made or Placing(hub_id=hub_id, subject=subject)
    made.placed, made.why, made.last_day = placed, why, last_day
    return _keep(actor_id, made)


def think_of(actor_id: int, hub_id: int, person_id: int, subject: str, last_day: date) -> ByHand:
    """Somebody at a hub thinks of a thing ("session:12") for a person. Raises DayIsOver or TooFarAhead."""
    check_last_day(last_day, clock.today())
    made = db.session.scalar(select(ByHand).where(ByHand.person_id == person_id, ByHand.subject == subject))
    made = made or ByHand(person_id=person_id, subject=subject)
    made.hub_id, made.last_day = hub_id, last_day
    return _keep(actor_id, made)


def _keep(actor_id: int, made: Kept) -> Kept:
    made.made_by, made.made_at, made.ended_at, made.ended_by = actor_id, clock.now(), None, None
    db.session.add(made)
    db.session.flush()
    record(actor_id, "made", made.__tablename__, made.id)
    return made


def end(actor_id: int, made: Made) -> None:
    """It holds no longer. Twice is once."""
    if made.ended_at is None:
        made.ended_at, made.ended_by = clock.now(), actor_id
        record(actor_id, "ended", made.__tablename__, made.id)
        db.session.flush()


def put_back(actor_id: int, made: Made) -> None:
    """It holds after all; where its last day is over, for as long as is usual."""
    today = clock.today()
    if made.ended_at is None and made.last_day >= today:
        return
    made.ended_at = made.ended_by = None
    made.last_day = day_again(made.last_day, today)
    record(actor_id, "put back", made.__tablename__, made.id)
    db.session.flush()


def forget_old() -> None:
    """What ended a year ago is forgotten."""
    before = clock.now() - KEPT
    for model in MODELS:
        db.session.execute(delete(model).where(or_(model.ended_at < before, model.last_day < before.date())))
