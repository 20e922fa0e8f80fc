"""Taking a waiting thing in hand, so that nobody handles it twice."""

from datetime import datetime

from sqlalchemy import delete, or_, update
from sqlalchemy.exc import IntegrityError

from participate.core import clock
from participate.core.db import db
from participate.desk.models import Claim, Undo
from participate.desk.rules.hands import HELD_FOR, InOtherHands
from participate.desk.words import REPORTED, WaitKind
from participate.moderation import queries as reports
from participate.moderation import service as moderation
from participate.moderation.rules.deciding import InHand


def take(
    actor_id: int, kind: WaitKind, thing_id: int, *, until: datetime | None = None, by: Undo | None = None
) -> None:
    """Have a thing in hand for an hour, or until then; once more where she has it already. Raises InOtherHands.

    `by`: the press that settles it when its time comes; until then not even she takes it again.
    """
    if not _take_over(actor_id, kind, thing_id, until, by) and not _take_first(actor_id, kind, thing_id, until, by):
        raise InOtherHands
    if kind in REPORTED:  # the moderation's own pages ask who has a report in hand
        try:
            moderation.claim(actor_id, reports.get_report(thing_id))
        except InHand:
            raise InOtherHands from None


def _take_over(actor_id: int, kind: WaitKind, thing_id: int, until: datetime | None, by: Undo | None) -> bool:
    """Whether somebody took it before and lets it go now, or she has it herself. The row is the lock."""
    now = clock.now()
    over = Claim.until <= now
    own = (Claim.person_id == actor_id) & Claim.undo_id.is_(None)
    changed = db.session.execute(
        update(Claim)
        .where(Claim.kind == kind, Claim.thing_id == thing_id, or_(over, own))
        .values(person_id=actor_id, made_at=now, until=until or now + HELD_FOR, undo_id=by.id if by else None)
        .execution_options(synchronize_session=False)
    )
    return changed.rowcount == 1  # type: ignore[attr-defined]


def _take_first(actor_id: int, kind: WaitKind, thing_id: int, until: datetime | None, by: Undo | None) -> bool:
    """Whether nobody took it before: of two at once the unique pair lets one in."""
    now = clock.now()
    claim = Claim(
        kind=kind, thing_id=thing_id, person_id=actor_id, made_at=now, until=until or now + HELD_FOR,
        undo_id=by.id if by else None,
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            db.session.add(claim)
    except IntegrityError:
        return False
    return True


def give_back(actor_id: int, kind: WaitKind, thing_id: int) -> bool:
    """Let go of a thing that she has in hand; whether she had it."""
    if kind in REPORTED:
        moderation.let_go(actor_id, reports.get_report(thing_id))
    gone = db.session.execute(
        delete(Claim)
        .where(Claim.kind == kind, Claim.thing_id == thing_id, Claim.person_id == actor_id)
        .execution_options(synchronize_session=False)
    )
    return gone.rowcount == 1  # type: ignore[attr-defined]
