"""What the sender of texts tells us later: whether a text arrived."""

from sqlalchemy import select

from participate.core.db import db
from participate.notifications.models import Call, Sent
from participate.notifications.service.calls import ring_after_all
from participate.notifications.service.delivering import came_back
from participate.notifications.service.writing import promise_of
from participate.notifications.words import CallStatus, Outcome, Way

DELIVERED = "delivered"
GONE_FOR_GOOD = "permanent-failure"
CAME_BACK = (GONE_FOR_GOOD, "temporary-failure", "technical-failure")


def note_receipt(reference: str, status: str) -> bool:
    """A text arrived, or came back: then the hub rings. Returns whether it is one of ours. Twice is once."""
    promise_id = promise_of(reference)
    if promise_id is None:
        return False
    call = db.session.scalar(
        select(Call).where(Call.promise_id == promise_id, Call.status == CallStatus.TEXTED).with_for_update()
    )
    if call is None:
        return True
    if status == DELIVERED:
        db.session.delete(call)
    elif status in CAME_BACK:
        _back(call, for_good=status == GONE_FOR_GOOD)
    db.session.flush()
    return True


def _back(call: Call, *, for_good: bool) -> None:
    line = db.session.scalar(select(Sent).where(Sent.promise_id == call.promise_id))
    if line is not None:
        line.outcome = Outcome.CAME_BACK
    if for_good:
        came_back(call.person, Way.TEXT)
    ring_after_all(call)
