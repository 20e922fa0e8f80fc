"""Reading what people typed in beside the figures: commitments, budgets, stories."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import aliased, joinedload

from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.insight.models import Budget, Commitment, StoryBeside
from participate.insight.periods import Period
from participate.insight.words import Answer
from participate.stories import queries as stories
from participate.stories.models import Story
from participate.stories.queries import StoryCard


def page_of_commitments(number: int) -> Page[Commitment]:
    """Those that hold, the nearest period last; changed ones stand behind the one that replaced them."""
    return page_of(_holding().order_by(Commitment.period.desc(), Commitment.measure, Commitment.id), number)


def list_commitments(period: Period) -> Sequence[Commitment]:
    """Those that hold for a period."""
    return db.session.scalars(_holding().where(Commitment.period == period.code).order_by(Commitment.id)).all()


def find_holding(measure: str, period: Period, *which: ColumnElement[bool]) -> Commitment | None:
    """One that holds for a measure and a period, and is such a one; or None."""
    wanted = (Commitment.measure == measure, Commitment.period == period.code, *which)
    return db.session.scalars(_holding().where(*wanted).order_by(Commitment.id).limit(1)).first()


def get_commitment(commitment_id: int) -> Commitment:
    """Raises NotFound."""
    found = db.session.get(Commitment, commitment_id)
    if found is None:
        raise NotFound
    return found


def find_before(commitments: Iterable[Commitment]) -> dict[int, list[Commitment]]:
    """Id → what it said before, newest first. A statement a step back, for all together."""
    found: dict[int, list[Commitment]] = {each.id: [] for each in commitments}
    wanted = {each.replaces_id: each.id for each in commitments if each.replaces_id is not None}
    while wanted:
        rows = db.session.scalars(select(Commitment).where(Commitment.id.in_(wanted)).order_by(Commitment.id)).all()
        for row in rows:
            found[wanted[row.id]].append(row)
        wanted = {row.replaces_id: wanted[row.id] for row in rows if row.replaces_id is not None}
    return found


def is_replaced(commitment_id: int) -> bool:
    """Whether a newer one stands for it."""
    return db.session.scalar(select(Commitment.id).where(Commitment.replaces_id == commitment_id)) is not None


def find_budget(period: Period) -> Budget | None:
    """What was typed in last for a period; or None."""
    return next(iter(list_budgets([period])), None)


def list_budgets(periods: Iterable[Period] | None = None) -> Sequence[Budget]:
    """Budgets, the newest period and in it the newest row first: the first of a period is the one that holds."""
    query = select(Budget)
    if periods is not None:
        query = query.where(Budget.period.in_([period.code for period in periods]))
    return db.session.scalars(query.order_by(Budget.period.desc(), Budget.made_at.desc(), Budget.id.desc())).all()


def page_of_budgets(number: int) -> Page[Budget]:
    """All that was ever typed in, newest first."""
    return page_of(select(Budget).order_by(Budget.made_at.desc(), Budget.id.desc()), number)


def list_besides(period: Period) -> Sequence[StoryBeside]:
    """The stories that somebody was asked about for a quarter, in the order of their places; noes last."""
    query = select(StoryBeside).where(StoryBeside.period == period.code).options(joinedload(StoryBeside.story))
    return db.session.scalars(query.order_by(StoryBeside.place.is_(None), StoryBeside.place, StoryBeside.id)).all()


def list_stories_beside(period: Period) -> list[StoryCard]:
    """The stories that stand beside a quarter's figures: their writers said yes, and everybody may see them."""
    agreed = [each.story_id for each in list_besides(period) if each.answer is Answer.YES]
    cards = stories.cards_of(agreed)
    return [cards[number] for number in agreed if number in cards]


def get_beside(beside_id: int) -> StoryBeside:
    """Raises NotFound."""
    whole = joinedload(StoryBeside.story).options(joinedload(Story.person), joinedload(Story.project))
    found = db.session.scalars(select(StoryBeside).where(StoryBeside.id == beside_id).options(whole)).unique().first()
    if found is None:
        raise NotFound
    return found


def _holding() -> Select[Commitment]:
    newer = aliased(Commitment)
    return select(Commitment).where(~select(newer.id).where(newer.replaces_id == Commitment.id).exists())
