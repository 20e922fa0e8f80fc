"""Reading the small funds and who asked them."""

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from participate.core import clock
from participate.core.db import db
from participate.core.errors import NotFound
from participate.core.paging import Page, page_of
from participate.funds.models import Fund, FundAsk
from participate.funds.words import AskStatus

DECIDED = (AskStatus.GRANTED, AskStatus.DECLINED)


def list_funds(number: int, hub_id: int | None = None) -> Page[Fund]:
    """The funds of all hubs or of one: those that can still be asked first, the soonest to close first; then the
    others, the newest first. A page at a time.
    """
    query = select(Fund).where(Fund.hidden_at.is_(None)).options(joinedload(Fund.hub))
    if hub_id is not None:
        query = query.where(Fund.hub_id == hub_id)
    over = case((Fund.closes_on >= clock.today(), 0), else_=1)
    soonest = case((Fund.closes_on >= clock.today(), Fund.closes_on))
    return page_of(query.order_by(over, soonest, Fund.closes_on.desc(), Fund.id.desc()), number)


def find_fund(fund_id: int) -> Fund | None:
    """The fund, hidden or not, with its hub; or None."""
    return db.session.scalar(select(Fund).where(Fund.id == fund_id).options(joinedload(Fund.hub)))


def get_fund(fund_id: int) -> Fund:
    """The fund, hidden or not, with its hub. Raises NotFound."""
    fund = find_fund(fund_id)
    if fund is None:
        raise NotFound
    return fund


def list_decided(fund_id: int, number: int) -> Page[FundAsk]:
    """What was decided, for everybody: the newest first, a page at a time."""
    query = select(FundAsk).where(FundAsk.fund_id == fund_id, FundAsk.status.in_(DECIDED), FundAsk.hidden_at.is_(None))
    return page_of(query.order_by(FundAsk.decided_at.desc(), FundAsk.id.desc()), number)


def list_waiting_asks(fund_id: int, number: int) -> Page[FundAsk]:
    """What waits for the hub, the oldest first, a page at a time."""
    query = select(FundAsk).where(FundAsk.fund_id == fund_id, FundAsk.status == AskStatus.ASKED)
    return page_of(query.order_by(FundAsk.asked_at, FundAsk.id), number)


def count_waiting_asks(fund_id: int) -> int:
    """How many wait for an answer."""
    waits = (FundAsk.fund_id == fund_id, FundAsk.status == AskStatus.ASKED, FundAsk.hidden_at.is_(None))
    return db.session.scalar(select(func.count(FundAsk.id)).where(*waits)) or 0


def get_ask(ask_id: int) -> FundAsk:
    """The asking, hidden or not, with its fund. Raises NotFound."""
    parts = (joinedload(FundAsk.fund).joinedload(Fund.hub), joinedload(FundAsk.person))
    ask = db.session.scalar(select(FundAsk).where(FundAsk.id == ask_id).options(*parts))
    if ask is None:
        raise NotFound
    return ask


def list_asks_of(person_id: int, number: int) -> Page[FundAsk]:
    """What a person asked of funds, the newest first, a page at a time."""
    query = select(FundAsk).where(FundAsk.person_id == person_id).options(joinedload(FundAsk.fund))
    return page_of(query.order_by(FundAsk.asked_at.desc(), FundAsk.id.desc()), number)
