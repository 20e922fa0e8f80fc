"""Reading who has what in hand, and what was pressed lately."""

from collections.abc import Sequence

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.desk.models import Claim, Undo
from participate.desk.words import WaitKind

MOST = 5


def find_claim(kind: WaitKind, thing_id: int) -> Claim | None:
    """Who has a thing in hand, or had; None where nobody took it."""
    query = select(Claim).where(Claim.kind == kind, Claim.thing_id == thing_id)
    return db.session.scalar(query.execution_options(populate_existing=True))


def list_presses(person_id: int) -> Sequence[Undo]:
    """What she pressed and can still take back, the newest first."""
    query = select(Undo).where(
        Undo.person_id == person_id, Undo.good_until > clock.now(), Undo.undone_at.is_(None)
    )  # fmt: skip
    return db.session.scalars(query.order_by(Undo.made_at.desc(), Undo.id.desc()).limit(MOST)).all()


def find_press(undo_id: int, person_id: int) -> Undo | None:
    """A press of hers, or None."""
    found = db.session.get(Undo, undo_id)
    return found if found is not None and found.person_id == person_id else None
