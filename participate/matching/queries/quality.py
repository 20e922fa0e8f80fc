"""The counts of suggestions as they may be read: by week, or by group of one week or of the last thirteen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from participate.core.db import db
from participate.core.paging import Page, page_of
from participate.matching.models import SuggestedWeek
from participate.matching.quality.steps import QUARTER, Part, Step
from participate.matching.quality.table import LEAST_PEOPLE, Counted, Told, hidden, told

A_PAGE = 13  # weeks
MOST_GROUPS = 200


@dataclass(frozen=True)
class Group:
    """One line of a table. `lines` None: made of too few people to show."""

    week: date
    value: str
    lines: Sequence[Told] | None


def page_of_weeks(number: int) -> Page[Group]:
    """The weeks that are over, newest first, all suggestions together."""
    whole = (SuggestedWeek.part == Part.ALL, SuggestedWeek.weeks == 1)
    page = page_of(select(SuggestedWeek).where(*whole).order_by(SuggestedWeek.week.desc()), number, A_PAGE)
    items = [Group(row.week, "", told(counted) if _is_enough(counted := _of(row)) else None) for row in page.items]
    return Page(items, page.number, page.size, page.total)


def find_quarter() -> Group | None:
    """The last thirteen weeks together; None before the first count."""
    groups = list_groups(Part.ALL, None)
    return groups[0] if groups else None


def list_groups(part: Part, week: date | None) -> list[Group]:
    """The groups of one week (None: of the last thirteen together) by ward, language, kind, order or channel; no small
    group, and none that could be worked out from the others.
    """
    weeks = QUARTER if week is None else 1
    rows = select(SuggestedWeek).where(SuggestedWeek.part == part, SuggestedWeek.weeks == weeks)
    if week is None:
        newest = select(SuggestedWeek.week).where(SuggestedWeek.weeks == weeks).order_by(SuggestedWeek.week.desc())
        rows = rows.where(SuggestedWeek.week == newest.limit(1).scalar_subquery())
    else:
        rows = rows.where(SuggestedWeek.week == week)
    found = db.session.scalars(rows.order_by(SuggestedWeek.value).limit(MOST_GROUPS)).all()
    counted = {row.value: _of(row) for row in found}
    gone = hidden(counted)
    return [Group(row.week, row.value, None if row.value in gone else told(counted[row.value])) for row in found]


def list_weeks() -> Sequence[date]:
    """The Mondays of the last weeks that were counted, newest first."""
    query = select(SuggestedWeek.week).where(SuggestedWeek.part == Part.ALL, SuggestedWeek.weeks == 1)
    return db.session.scalars(query.order_by(SuggestedWeek.week.desc()).limit(A_PAGE)).all()


def _of(row: SuggestedWeek) -> Counted:
    return Counted(row.people, {step: getattr(row, step.name.lower()) for step in Step})


def _is_enough(counted: Counted) -> bool:
    return counted.people >= LEAST_PEOPLE
