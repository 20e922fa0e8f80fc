"""Reading reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of, page_of_rows
from participate.moderation.models import Report
from participate.moderation.rules.deciding import is_in_hand
from participate.moderation.rules.urgency import due_of
from participate.moderation.words import Origin, ReportReason, ReportStatus, Urgency

MOST_ABOUT_ONE = 200
_OPEN = Report.status == ReportStatus.OPEN


@dataclass(frozen=True)
class Waiting:
    """A thing that waits for a decision: its first open report, and how many there are.

    `held`: the house hid it until somebody has looked. `claimed_by` has it in hand until `claimed_until`.
    """

    report_id: int
    kind: str
    thing_id: int
    title: str
    since: datetime
    reports: int
    asked_again: bool
    held: bool
    urgency: Urgency
    claimed_by: int | None
    claimed_until: datetime | None

    @property
    def due(self) -> datetime:
        """By when somebody looks."""
        return due_of(self.urgency, self.since)

    @property
    def is_late(self) -> bool:
        return self.due < clock.now()

    def is_in_hand(self, actor_id: int) -> bool:
        """Whether somebody else is at it."""
        return is_in_hand(self.claimed_by, self.claimed_until, actor_id, clock.now())


def get_report(report_id: int) -> Report:
    """The report. Raises NotFound."""
    report = db.session.get(Report, report_id)
    if report is None:
        raise NotFound
    return report


def list_waiting(number: int, size: int = 20) -> Page[Waiting]:
    """The things that wait for a decision: the most urgent first, then the longest waiting. Two statements."""
    asked = func.max(case((Report.reason == ReportReason.ASK_AGAIN, 1), else_=0))
    held = func.max(case((Report.origin == Origin.HELD, 1), else_=0))
    rank = func.min(case((Report.urgency == Urgency.NOW, 0), (Report.urgency == Urgency.SOON, 1), else_=2))
    first = func.min(Report.id)
    query = select(
        first, Report.kind, Report.thing_id, func.max(Report.title), func.min(Report.made_at), func.count(), asked,
        held, rank, func.max(Report.claimed_by), func.max(Report.claimed_until),
    ).where(_OPEN)  # fmt: skip
    query = query.group_by(Report.kind, Report.thing_id).order_by(rank, func.min(Report.made_at), first)
    page = page_of_rows(query, number, size)
    return Page([_waiting(row) for row in page.items], page.number, page.size, page.total)


def _waiting(row: Any) -> Waiting:
    given: list[Any] = list(row)
    given[6:9] = [bool(given[6]), bool(given[7]), tuple(Urgency)[given[8]]]
    return Waiting(*given)


def count_waiting() -> int:
    """How many things wait for a decision."""
    things = select(Report.kind, Report.thing_id).where(_OPEN).distinct().subquery()
    return db.session.scalar(select(func.count()).select_from(things)) or 0


def list_decided(number: int) -> Page[Report]:
    """The decided reports, the newest decision first. Two statements."""
    query = select(Report).where(~_OPEN)
    return page_of(query.order_by(Report.decided_at.desc(), Report.id.desc()), number)


def list_about(kind: str, thing_id: int) -> Sequence[Report]:
    """All reports about one thing, oldest first."""
    query = select(Report).where(Report.kind == kind, Report.thing_id == thing_id)
    return db.session.scalars(query.order_by(Report.id).limit(MOST_ABOUT_ONE)).all()


def lock_about(kind: str, thing_id: int) -> Sequence[Report]:
    """As `list_about`, held until the transaction ends: two who decide at once do it one after the other."""
    query = select(Report).where(Report.kind == kind, Report.thing_id == thing_id).order_by(Report.id)
    locked = query.limit(MOST_ABOUT_ONE).with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(locked).all()


def list_hidden_ids(kind: str, ids: Iterable[int]) -> frozenset[int]:
    """Those among the things `ids` of a kind that a decision of their own hid."""
    query = select(Report.thing_id).where(Report.kind == kind, Report.thing_id.in_(set(ids)))
    return frozenset(db.session.scalars(query.where(Report.status == ReportStatus.HIDDEN).order_by(Report.id)))
