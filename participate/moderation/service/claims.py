"""One of the staff at a time has a report in hand, so that nothing is decided twice."""

from sqlalchemy import or_, update

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.moderation.models import Report
from participate.moderation.rules.deciding import IN_HAND, InHand
from participate.moderation.words import ReportStatus


def claim(actor_id: int, report: Report) -> None:
    """She takes what waits about this thing in hand for a while; again is longer. Raises InHand."""
    now = clock.now()
    free = or_(Report.claimed_by.is_(None), Report.claimed_by == actor_id, Report.claimed_until < now)
    taken = _change(report, free, claimed_by=actor_id, claimed_until=now + IN_HAND)
    if not taken:
        raise InHand
    record(actor_id, "took in hand", "report", report.id)


def let_go(actor_id: int, report: Report) -> None:
    """She does not have it in hand any more. Nothing happens unless she had."""
    if _change(report, Report.claimed_by == actor_id, claimed_by=None, claimed_until=None):
        record(actor_id, "let go", "report", report.id)


def _change(report: Report, which: object, **values: object) -> int:
    same = (Report.kind == report.kind, Report.thing_id == report.thing_id, Report.status == ReportStatus.OPEN)
    query = update(Report).where(*same, which).values(**values)  # type: ignore[arg-type]
    return db.session.execute(query.execution_options(synchronize_session="fetch")).rowcount  # type: ignore[attr-defined]
