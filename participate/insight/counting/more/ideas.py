"""Counting ideas on their way. Each step counts in the period in which it happens."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Select, select

from participate.insight.counting.answers import first_answer
from participate.insight.counting.given import Ground
from participate.insight.counting.held import counts_between
from participate.insight.counting.more.areas import cells, counted
from participate.insight.counting.more.when import at
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.projects.models import Idea, Project
from participate.sessions.models import Session

_GREW = (Project.idea_id.is_not(None), Project.source == "", Project.hidden_at.is_(None))


def ideas_said(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Ideas by the moment at which they were said."""
    return _ideas(ground, period, at(period, Idea.made_at))


def ideas_answered(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Ideas by the moment of their first answer."""
    return _ideas(ground, period, at(period, first_answer()))


def ideas_project(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Ideas whose first project began in the period."""
    begun = select(Project.idea_id).where(*_GREW)
    now, before = begun.where(at(period, Project.made_at)), begun.where(Project.made_at < period.bounds[0])
    return _ideas(ground, period, Idea.id.in_(now), Idea.id.not_in(before))


def ideas_session(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Ideas whose first session counts in the period. A session that counts later cannot take its place."""
    first, after = period.bounds
    now, before = _met(counts_between(first, after)), _met(counts_between(None, first))
    return _ideas(ground, period, Idea.id.in_(now), Idea.id.not_in(before))


def _met(held: ColumnElement[bool]) -> Select:
    return select(Project.idea_id).join(Session, Session.project_id == Project.id).where(*_GREW, held)


def _ideas(ground: Ground, period: Period, *which: ColumnElement[bool]) -> Mapping[Key, Counted]:
    shown = select(Idea.ward_id.label("ward")).where(Idea.hidden_at.is_(None), *which)
    return cells(ground, period, counted(ground, shown))
