"""Somebody asks a fund; the hub decides, with a reason that everybody reads. The last pounds go once."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import select, update

from participate.accounts.queries import list_role_holders
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.funds.models import Fund, FundAsk
from participate.funds.rules import money as rules
from participate.funds.words import AskStatus
from participate.outbox.service import promise


@dataclass(frozen=True)
class AskFacts:
    """Three answers (what for, who it is good for, what it costs), a title that everybody reads, and the sum.

    `subject`: "project:7" when it is for that.
    """

    title: str
    what: str
    who: str
    costs: str
    pence: int
    subject: str = ""


def ask_fund(actor_id: int, fund: Fund, facts: AskFacts) -> FundAsk:
    """The hub hears of it. Raises FundClosed, TooMuchMoney, NotSoMuchLeft or OneAtATime."""
    fund = _hold(fund.id)
    rules.check_ask(
        facts.pence, most=fund.most_pence, left=fund.total_pence - fund.granted_pence, closes_on=fund.closes_on,
        today=clock.today(),
    )  # fmt: skip
    waiting = (FundAsk.fund_id == fund.id, FundAsk.person_id == actor_id, FundAsk.status == AskStatus.ASKED)
    if db.session.scalar(select(FundAsk.id).where(*waiting).limit(1)) is not None:
        raise rules.OneAtATime
    ask = FundAsk(**asdict(facts), fund=fund, person_id=actor_id, status=AskStatus.ASKED, asked_at=clock.now())
    db.session.add(ask)
    db.session.flush()
    record(actor_id, "asked", "fund_ask", ask.id)
    staff = (person.id for person in list_role_holders(Role.STAFF, f"hub:{fund.hub_id}") if person.id != actor_id)
    _tell("fund_asked", staff, ask)
    return ask


def grant(actor_id: int, ask: FundAsk, pence: int, reason: str) -> None:
    """Yes, to all of it or to a part. Raises YourOwnAsk, AskAnswered, MoreThanAsked or NotSoMuchLeft."""
    _check_decider(actor_id, ask)
    rules.check_grant(pence, ask.pence)
    fund = _hold(ask.fund_id)
    _check_waiting(ask)
    if not _take(fund, pence):
        raise rules.NotSoMuchLeft(left=rules.pounds(fund.total_pence - fund.granted_pence))
    _decide(actor_id, ask, AskStatus.GRANTED, reason, pence)


def decline(actor_id: int, ask: FundAsk, reason: str) -> None:
    """Not this time. Raises YourOwnAsk or AskAnswered."""
    _check_decider(actor_id, ask)
    _hold(ask.fund_id)
    _decide(actor_id, ask, AskStatus.DECLINED, reason)


def withdraw(actor_id: int, ask: FundAsk) -> None:
    """Whoever asked takes it back. Twice is once. Raises AskAnswered."""
    _hold(ask.fund_id)
    db.session.refresh(ask)
    if ask.status is not AskStatus.WITHDRAWN:
        _move(ask, AskStatus.WITHDRAWN, decided_at=clock.now())
        record(actor_id, "withdrawn", "fund_ask", ask.id)


def _check_decider(actor_id: int, ask: FundAsk) -> None:
    if ask.person_id == actor_id:
        raise rules.YourOwnAsk


def _check_waiting(ask: FundAsk) -> None:
    db.session.refresh(ask)
    if ask.status is not AskStatus.ASKED:
        raise rules.AskAnswered


def _decide(actor_id: int, ask: FundAsk, status: AskStatus, reason: str, pence: int = 0) -> None:
    _move(ask, status, decided_at=clock.now(), decided_by=actor_id, reason=reason, granted_pence=pence)
    record(actor_id, status.value, "fund_ask", ask.id)
    _tell("fund_answered", [ask.person_id] if ask.person_id is not None else [], ask)


def _move(ask: FundAsk, status: AskStatus, **values: object) -> None:
    """From asked to an end, once. Raises AskAnswered."""
    changed = db.session.execute(
        update(FundAsk).where(FundAsk.id == ask.id, FundAsk.status == AskStatus.ASKED)
        .values(status=status, **values).execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(ask)
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise rules.AskAnswered


def _tell(name: str, person_ids: Iterable[int], ask: FundAsk) -> None:
    facts = {
        "ask_id": ask.id, "fund_id": ask.fund_id, "fund": ask.fund.name, "title": ask.title,
        "asked": rules.pounds(ask.pence), "granted": rules.pounds(ask.granted_pence),
        "yes": ask.status is AskStatus.GRANTED, "reason": ask.reason,
    }  # fmt: skip
    for person_id in person_ids:
        payload = {"name": name, "person_id": person_id, "facts": facts}
        promise("letter", payload, key=f"{name}:{ask.id}:{ask.status.value}:{person_id}")


def _hold(fund_id: int) -> Fund:
    """The fund as it stands now, held until the transaction ends."""
    query = select(Fund).where(Fund.id == fund_id).with_for_update(key_share=True, of=Fund)
    return db.session.scalars(query.execution_options(populate_existing=True)).one()


def _take(fund: Fund, pence: int) -> bool:
    """So much more is promised, if it is left: one conditional UPDATE, with a CHECK behind it."""
    after = Fund.granted_pence + pence
    changed = db.session.execute(
        update(Fund).where(Fund.id == fund.id, after <= Fund.total_pence).values(granted_pence=after)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(fund, ["granted_pence"])
    return changed.rowcount == 1  # type: ignore[attr-defined]
