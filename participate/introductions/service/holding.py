"""Holding two people while something about both is decided: who asks, and how many each has open.

Whoever changes an introduction locks the rows of its two people first, the lower id first, so that two who press at
once are one after the other; the unique indexes of the sides stand behind it.
"""

from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.queries import are_apart, find_person, has_consent
from participate.accounts.words import ConsentFor, PersonKind
from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.introductions import queries
from participate.introductions.models import Introduction, IntroductionSide
from participate.introductions.rules import FiveOpen, free_slot


def lock(*person_ids: int) -> None:
    """Nobody else changes what these people have until this transaction ends."""
    # Rows that point at a person may be written meanwhile; nobody else locks her.
    query = select(Person.id).where(Person.id.in_(person_ids)).order_by(Person.id).with_for_update(key_share=True)
    db.session.execute(query).all()


def hold(introduction: Introduction) -> None:
    """Lock its two people and read it again."""
    lock(introduction.low_id, introduction.high_id)
    db.session.refresh(introduction)
    for side in introduction.sides:
        db.session.refresh(side)


def check_pair(a_id: int, b_id: int) -> None:
    """Both are here and may meet. Raises NotFound, whatever is in the way."""
    for person_id in (a_id, b_id):
        person = find_person(person_id)
        if person is None or not person.is_active or person.kind is PersonKind.GUEST:
            raise NotFound
    if are_apart(a_id, b_id):
        raise NotFound


def may_be_introduced(person_id: int) -> bool:
    """Whoever staff wrote down has said so to them; everybody else is asked herself."""
    person = find_person(person_id)
    entered = person is not None and person.kind is PersonKind.ENTERED
    return not entered or has_consent(person_id, ConsentFor.INTRODUCTION)


def own_side(introduction: Introduction, person_id: int) -> IntroductionSide:
    """Her side. Raises NotFound: it is not hers, or the two are kept apart."""
    side = queries.side_of(introduction, person_id)
    if side is None or are_apart(introduction.low_id, introduction.high_id):
        raise NotFound
    return side


def take_slot(side: IntroductionSide) -> None:
    """One of her five places. Raises FiveOpen."""
    if side.slot is None:
        side.slot = free_slot(queries.used_slots(side.person_id))
        if side.slot is None:
            raise FiveOpen


def let_go(introduction: Introduction) -> None:
    """It takes nobody's place any more, and nobody asks by it."""
    for side in introduction.sides:
        side.slot, side.asks = None, False
    introduction.closed_at = clock.now()
    db.session.flush()
