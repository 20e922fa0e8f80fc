"""What was decided, as a regulator may ask for it: no words, no name, nobody who told us."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from participate.core.db import db
from participate.moderation.models import Report

AT_ONCE = 500
HEADINGS = (
    "number", "about", "came from", "reason", "found", "urgency", "came in", "decided", "hours", "decision",
    "author asked again",
)  # fmt: skip


@dataclass(frozen=True)
class Decision:
    """One row of the table."""

    report_id: int
    kind: str
    origin: str
    reason: str
    found: str
    urgency: str
    made_at: datetime
    decided_at: datetime
    choice: str
    asked_again: bool

    def cells(self) -> list[str]:
        """In the order of HEADINGS."""
        hours = (self.decided_at - self.made_at).total_seconds() / 3600
        return [
            str(self.report_id), self.kind, self.origin, self.reason, self.found, self.urgency,
            f"{self.made_at:%Y-%m-%dT%H:%M}Z", f"{self.decided_at:%Y-%m-%dT%H:%M}Z", f"{hours:.1f}", self.choice,
            "yes" if self.asked_again else "no",
        ]  # fmt: skip


def each_decision() -> Iterator[Decision]:
    """Every decided report, the oldest first, some hundreds at a time."""
    last = 0
    while rows := _after(last):
        for row in rows:
            yield _decision(row)
        last = rows[-1].id


def _after(last: int) -> list[Report]:
    query = select(Report).where(Report.id > last, Report.decided_at.is_not(None))
    return list(db.session.scalars(query.order_by(Report.id).limit(AT_ONCE)))


def _decision(row: Report) -> Decision:
    choice = row.choice.value if row.choice else row.status.value
    return Decision(
        row.id, row.kind, row.origin.value, row.reason.value, row.found, row.urgency.value, row.made_at,
        row.decided_at or row.made_at, choice, row.reason == "ask_again",
    )  # fmt: skip
