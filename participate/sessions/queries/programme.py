"""The programme: the days from one on, narrowed, with a count for each ward."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.core.paging import Page
from participate.projects.models import Project
from participate.sessions.models import Session
from participate.sessions.queries.cards import SHOWN, SessionCard, Wanted, in_order, narrowing
from participate.sessions.rules import in_school_hours, part_of

PAGE_SIZE = 40
MOST = 10_000


@dataclass(frozen=True)
class Programme:
    """One page of the programme. `wards`: how many each ward has by the same choice, whatever ward is chosen; by id,
    None for what is in no ward. Those of the chosen wards add up to the page's total: list and map are one reading."""

    page: Page[SessionCard]
    wards: Mapping[int | None, int]


def find_programme(start: date, days: int, wanted: Wanted, number: int, size: int = PAGE_SIZE) -> Programme:
    """The sessions of so many London days from `start`, cancelled ones too, the soonest first. Two statements.

    From today on, without those that are over. What SQL cannot ask (the hour on a London wall) is asked of the rows:
    a season is a few thousand of them, and so the wards are counted from the very rows that are listed.
    """
    first, end = clock.moment_of(start, time()), clock.moment_of(start + timedelta(days=days), time())
    moments = {  # reading a moment is most of the work
        "starts_at": wanted.part is not None or wanted.school,
        "ends_at": wanted.school,
    }
    read = [getattr(Session, name) for name, needed in moments.items() if needed]
    query = select(Session.id, Session.ward_id, *read)
    query = query.join(Project, Project.id == Session.project_id)
    query = query.where(*SHOWN, Session.starts_at >= first, Session.starts_at < end, *narrowing(wanted))
    if start >= clock.today():
        query = query.where(Session.ends_at > clock.now())
    rows = db.session.execute(query.order_by(Session.starts_at, Session.id).limit(MOST)).all()
    if wanted.part is not None:
        rows = [row for row in rows if part_of(clock.local(row.starts_at).time()) is wanted.part]
    if wanted.school:
        rows = [row for row in rows if in_school_hours(clock.local(row.starts_at), clock.local(row.ends_at))]
    chosen = [row.id for row in rows if not wanted.ward_ids or row.ward_id in wanted.ward_ids]
    shown = in_order(chosen[(number - 1) * size : number * size])
    return Programme(Page(shown, number, size, len(chosen)), Counter(row.ward_id for row in rows))


def list_week(start: date, wanted: Wanted, number: int, size: int = PAGE_SIZE) -> Page[SessionCard]:
    """The sessions of the seven London days from `start`. Two statements."""
    return find_programme(start, 7, wanted, number, size).page
