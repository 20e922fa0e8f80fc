"""Two people are kept apart, and no longer. The other is never told."""

from sqlalchemy import ColumnElement, and_, delete, or_, select

from participate.accounts.models import Apart
from participate.accounts.queries.apart import forget_apart
from participate.accounts.words import ApartBy, ApartWhy
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.core.jobs import tell
from participate.core.words import mark

MEET_APART = "people.meet_apart"


class NotHerself(RuleBroken):
    """Nobody is kept apart from herself."""

    message = mark("That is you.")


def set_apart(
    actor_id: int, person_id: int, other_id: int, by: ApartBy = ApartBy.HERSELF, why: ApartWhy | None = None
) -> Apart:
    """From now on these two never meet: `person_id` asked for it, or the hub, for a reason from its list.

    Twice is once. Raises NotHerself.
    """
    if person_id == other_id:
        raise NotHerself
    kept = _find(person_id, other_id, by)
    if kept is not None:
        return kept
    kept = Apart(person_id=person_id, other_id=other_id, by=by, why=why, made_at=clock.now())
    db.session.add(kept)
    db.session.flush()
    _note(actor_id, "kept apart", person_id, other_id, by)
    tell("people.apart", {"person_id": person_id, "other_id": other_id})  # what they had together ends
    tell(MEET_APART, {"person_id": person_id, "other_id": other_id})  # and where both come, somebody looks after it
    return kept


def end_apart(actor_id: int, person_id: int, other_id: int, by: ApartBy = ApartBy.HERSELF) -> None:
    """What `person_id`, or the hub, asked for is over; the other's own wish stays. Nothing happens if there is none."""
    if _find(person_id, other_id, by) is None:
        return
    db.session.execute(delete(Apart).where(_between(person_id, other_id, by)))
    _note(actor_id, "ended apart", person_id, other_id, by)


def _find(person_id: int, other_id: int, by: ApartBy) -> Apart | None:
    return db.session.scalar(select(Apart).where(_between(person_id, other_id, by)).limit(1))


def _between(person_id: int, other_id: int, by: ApartBy) -> ColumnElement[bool]:
    """What `person_id` asked for; what the hub decided has no sides."""
    asked = and_(Apart.person_id == person_id, Apart.other_id == other_id)
    if by is ApartBy.HUB:
        asked = or_(asked, and_(Apart.person_id == other_id, Apart.other_id == person_id))
    return and_(asked, Apart.by == by)


def _note(actor_id: int, verb: str, person_id: int, other_id: int, by: ApartBy) -> None:
    record(actor_id, verb, "person", person_id)
    if by is ApartBy.HUB:
        record(actor_id, verb, "person", other_id)
    forget_apart()
    db.session.flush()
