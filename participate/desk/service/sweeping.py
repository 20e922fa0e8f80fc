"""What the desk forgets."""

from datetime import timedelta

from sqlalchemy import delete

from participate.core import clock
from participate.core.db import db
from participate.desk.models import Away, Claim, DeskNote, Undo

DAY, YEAR = timedelta(days=1), timedelta(days=365)


def sweep() -> None:
    """Things let go and presses of yesterday; notes and times away of a year ago."""
    now, today = clock.now(), clock.today()
    for gone in (
        delete(Claim).where(Claim.until < now),
        delete(Undo).where(Undo.good_until < now - DAY),
        delete(DeskNote).where(DeskNote.day < today - YEAR),
        delete(Away).where(Away.last_day < today - YEAR),
    ):
        db.session.execute(gone.execution_options(synchronize_session=False))
