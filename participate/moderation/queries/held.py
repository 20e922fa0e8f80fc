"""What the house holds, and what staff let through."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.moderation.models import Measure, Report
from participate.moderation.words import Choice, Origin, ReportReason, ReportStatus

MOST_AT_ONCE = 200


def find_held(kind: str, thing_id: int) -> Report | None:
    """The open report with which the house holds this thing, or None."""
    held = (Report.origin == Origin.HELD, Report.status == ReportStatus.OPEN)
    return db.session.scalar(_newest(kind, thing_id, *held))


def find_let(kind: str, thing_id: int) -> Report | None:
    """The last report after which this thing was let stand, or None."""
    return db.session.scalar(_newest(kind, thing_id, Report.status == ReportStatus.KEPT))


def find_last(kind: str, thing_id: int) -> Report | None:
    """The last report about this thing that was decided, while none waits; or None."""
    last = db.session.scalar(_newest(kind, thing_id))
    return last if last is not None and last.status is not ReportStatus.OPEN else None


def _newest(kind: str, thing_id: int, *more: ColumnElement[bool]):
    query = select(Report).where(Report.kind == kind, Report.thing_id == thing_id, *more)
    return query.order_by(Report.id.desc()).limit(1)


def count_let(person_id: int) -> int:
    """How many posts of this person were held and let through, by staff or because she took out what was found."""
    let = (Report.author_id == person_id, Report.origin == Origin.HELD, Report.status == ReportStatus.KEPT)
    return db.session.scalar(select(func.count(Report.id)).where(*let)) or 0


def list_mine(person_id: int, number: int) -> Page[Report]:
    """What of hers waits for a look, and what was decided about it; the newest first. Never what others reported
    while nothing was decided. Two statements.
    """
    open_ = (Report.status == ReportStatus.OPEN) & (Report.origin != Origin.NEIGHBOUR)
    told = (Report.status == ReportStatus.HIDDEN) | ((Report.status == ReportStatus.KEPT) & _asked())
    query = select(Report).where(Report.author_id == person_id, open_ | told)
    return page_of(query.order_by(Report.made_at.desc(), Report.id.desc()), number)


def _asked() -> ColumnElement[bool]:
    return Report.origin.in_((Origin.HELD, Origin.AUTHOR))


def list_to_remove(before: datetime) -> Sequence[Report]:
    """The decisions to remove a thing, made at `before` or earlier and the last word about it. One statement."""
    later = aliased(Report)
    newer = select(later.id).where(later.kind == Report.kind, later.thing_id == Report.thing_id, later.id > Report.id)
    old = (Report.choice == Choice.REMOVE, Report.status == ReportStatus.HIDDEN, Report.decided_at <= before)
    return db.session.scalars(select(Report).where(*old, ~newer.exists()).order_by(Report.id).limit(MOST_AT_ONCE)).all()


def deciders_of(kind: str, row: object, about: Collection[Report]) -> set[int | None]:
    """Who decided about this before: they do not answer when its author asks again."""
    found: set[int | None] = {each.decided_by for each in about if each.decided_by is not None}
    if kind == "measure" and isinstance(row, Measure):
        found.add(row.made_by)
    return found


def count_about(author_id: int | None) -> tuple[int, int]:
    """How often things of this person were reported by neighbours, and how often something was hidden then."""
    if author_id is None:
        return 0, 0
    told = select(func.count(Report.id)).where(Report.author_id == author_id)
    told = told.where(Report.origin == Origin.NEIGHBOUR, Report.reason != ReportReason.ASK_AGAIN)
    hidden = told.where(Report.status == ReportStatus.HIDDEN)
    return db.session.scalar(told) or 0, db.session.scalar(hidden) or 0
