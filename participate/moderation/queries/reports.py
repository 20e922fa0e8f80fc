"""Reading reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of, page_of_rows
from participate.moderation.models import Report
from participate.moderation.words import ReportReason, ReportStatus

MOST_ABOUT_ONE = 200
_OPEN = Report.status == ReportStatus.OPEN


@dataclass(frozen=True)
class Waiting:
    """A thing that waits for a decision: its first open report, and how many there are."""

    report_id: int
    kind: str
    title: str
    since: datetime
    reports: int
    asked_again: bool


def get_report(report_id: int) -> Report:
    """The report. Raises NotFound."""
    report = db.session.get(Report, report_id)
    if report is None:
        raise NotFound
    return report


def list_waiting(number: int) -> Page[Waiting]:
    """The things that wait for a decision, the longest waiting first. Two statements."""
    asked = func.max(case((Report.reason == ReportReason.ASK_AGAIN, 1), else_=0))
    query = select(
        func.min(Report.id), Report.kind, func.max(Report.title), func.min(Report.made_at), func.count(), asked
    ).where(_OPEN)  # fmt: skip
    query = query.group_by(Report.kind, Report.thing_id).order_by(func.min(Report.made_at), func.min(Report.id))
    page = page_of_rows(query, number)
    items = [Waiting(*row[:5], asked_again=bool(row[5])) for row in page.items]
    return Page(items, page.number, page.size, page.total)


def list_decided(number: int) -> Page[Report]:
    """The decided reports, the newest decision first. Two statements."""
    query = select(Report).where(~_OPEN)
    return page_of(query.order_by(Report.decided_at.desc(), Report.id.desc()), number)


def list_about(kind: str, thing_id: int) -> Sequence[Report]:
    """All reports about one thing, oldest first."""
    query = select(Report).where(Report.kind == kind, Report.thing_id == thing_id)
    return db.session.scalars(query.order_by(Report.id).limit(MOST_ABOUT_ONE)).all()


def list_hidden_ids(kind: str, ids: Iterable[int]) -> frozenset[int]:
    """Those among the things `ids` of a kind that a decision of their own hid."""
    query = select(Report.thing_id).where(Report.kind == kind, Report.thing_id.in_(set(ids)))
    return frozenset(db.session.scalars(query.where(Report.status == ReportStatus.HIDDEN).order_by(Report.id)))
