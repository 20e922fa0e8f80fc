"""What waits for somebody to read it: posts held and reported, ideas, photos, what is asked of a small fund."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Integer, Select, and_, case, exists, func, or_
from sqlalchemy.orm import aliased

from participate.accounts.models import Person
from participate.accounts.words import PersonStatus
from participate.core.db import Moment
from participate.desk.queries.area import Shape
from participate.desk.queries.sources._line import Column, Line, Source, risk
from participate.desk.words import REPORTED, Risk, WaitKind
from participate.funds.models import Fund, FundAsk
from participate.funds.words import AskStatus
from participate.moderation.models import Report
from participate.moderation.words import Origin, ReportReason, ReportStatus, Urgency
from participate.photos.models import Photo, PhotoAsk
from participate.photos.words import PhotoStatus
from participate.projects.models import Idea
from participate.projects.words import IdeaStatus

A_DAY = timedelta(days=1)


def late_or_usual(late: Column) -> Column:
    """Red where it waits too long."""
    return case((late, risk(Risk.LATE)), else_=risk(Risk.USUAL))


def reports(shape: Shape) -> Select[Any]:
    """What was reported, held or asked about again: one line a thing, whoever and how many said so."""
    since = func.min(Report.made_at, type_=Moment())
    asked = _any(or_(Report.reason == ReportReason.ASK_AGAIN, Report.origin == Origin.AUTHOR))
    held = _any(Report.origin == Origin.HELD)
    now, soon = _any(Report.urgency == Urgency.NOW), _any(Report.urgency == Urgency.SOON)
    late = or_(since < shape.late_since(), and_(soon, since < shape.at(-A_DAY)))
    line = Line(
        kind=case((asked, WaitKind.APPEAL.value), (held, WaitKind.HELD.value), else_=WaitKind.REPORT.value),
        id=func.min(Report.id),
        title=func.max(Report.title),
        note=func.max(Report.kind),
        parent=case((now, 0), (soon, 1), else_=2),  # its urgency, in their order
        since=since,
        risk=case((now, risk(Risk.NOW)), (late, risk(Risk.LATE)), (soon, risk(Risk.SOON)), else_=risk(Risk.USUAL)),
        claimed_by=func.max(Report.claimed_by),
        claimed_until=func.max(Report.claimed_until, type_=Moment()),
    )
    return line.select().where(Report.status == ReportStatus.OPEN).group_by(Report.kind, Report.thing_id)


def _any(condition: Column) -> Column:
    """SQL: one of the rows together is so."""
    return func.max(case((condition, 1), else_=0), type_=Integer()) == 1


def ideas(shape: Shape) -> Select[Any]:
    """Ideas without an answer, red after two of the hub's working days."""
    late = or_(
        Idea.answer_by < shape.at(),
        and_(Idea.answer_by.is_(None), Idea.made_at < shape.late_since(Idea.hub_id)),
    )
    line = Line(
        kind=WaitKind.IDEA, id=Idea.id, title=Idea.words, who=Person.name, person=Idea.author_id, hub=Idea.hub_id,
        since=Idea.made_at, due=Idea.answer_by, risk=late_or_usual(late),
    )  # fmt: skip
    shown = (Idea.hidden_at.is_(None), Idea.author_id.is_(None) | (Person.status == PersonStatus.ACTIVE))
    query = line.select().outerjoin(Person, Person.id == Idea.author_id)
    return query.where(Idea.status == IdeaStatus.NEW, shape.of_hub(Idea.hub_id), *shown)


def photos(shape: Shape) -> Select[Any]:
    """Photos that wait for a look."""
    asked = exists().where(PhotoAsk.photo_id == Photo.id, PhotoAsk.answered_at.is_(None))
    waits = or_(Photo.status == PhotoStatus.HELD, and_(Photo.status == PhotoStatus.SHOWN, asked))
    line = Line(
        kind=WaitKind.PHOTO, id=Photo.id, title=Photo.alt, person=Photo.person_id, hub=Photo.hub_id,
        since=Photo.changed_at, risk=late_or_usual(Photo.changed_at < shape.late_since(Photo.hub_id)),
    )  # fmt: skip
    return line.select().where(waits, shape.of_hub(Photo.hub_id))


def fund_asks(shape: Shape) -> Select[Any]:
    """What is asked of a small fund of the hub."""
    asker = aliased(Person)
    line = Line(
        kind=WaitKind.FUND_ASK, id=FundAsk.id, title=FundAsk.title, who=asker.name, person=FundAsk.person_id,
        hub=Fund.hub_id, since=FundAsk.asked_at, risk=late_or_usual(FundAsk.asked_at < shape.late_since(Fund.hub_id)),
    )  # fmt: skip
    query = line.select().join(Fund, Fund.id == FundAsk.fund_id).outerjoin(asker, asker.id == FundAsk.person_id)
    shown = (FundAsk.hidden_at.is_(None), Fund.hidden_at.is_(None))
    return query.where(FundAsk.status == AskStatus.ASKED, shape.of_hub(Fund.hub_id), *shown)


SOURCES: dict[Source, tuple[WaitKind, ...]] = {
    reports: REPORTED,
    ideas: (WaitKind.IDEA,),
    photos: (WaitKind.PHOTO,),
    fund_asks: (WaitKind.FUND_ASK,),
}
OFFSETS = (-A_DAY,)
