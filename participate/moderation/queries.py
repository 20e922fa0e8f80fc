"""Reading reports."""

from collections.abc import Sequence

from sqlalchemy import select

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.moderation.models import Report
from participate.moderation.words import ReportStatus

LARGEST_ID = 2**31 - 1


def get_report(report_id: int) -> Report:
    """The report. Raises NotFound."""
    report = db.session.get(Report, report_id) if report_id <= LARGEST_ID else None
    if report is None:
        raise NotFound
    return report


def page_of_reports(still_open: bool, number: int) -> Page[Report]:
    """Open reports, the oldest first; or decided ones, the newest first."""
    if still_open:
        query = select(Report).where(Report.status == ReportStatus.OPEN).order_by(Report.made_at, Report.id)
    else:
        query = select(Report).where(Report.status != ReportStatus.OPEN)
        query = query.order_by(Report.decided_at.desc(), Report.id.desc())
    return page_of(query, number)


def list_open_about(kind: str, thing_id: int) -> Sequence[Report]:
    """The open reports about one thing, oldest first."""
    about = (Report.kind == kind, Report.thing_id == thing_id, Report.status == ReportStatus.OPEN)
    return db.session.scalars(select(Report).where(*about).order_by(Report.id)).all()
