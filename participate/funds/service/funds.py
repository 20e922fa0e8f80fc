"""A hub opens a small fund, keeps its page true, hides and shows what stands in it."""

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import update

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.funds.models import Fund, FundAsk
from participate.funds.rules import money as rules


@dataclass(frozen=True)
class FundFacts:
    """What a fund's page says. `criteria`: a line each."""

    name: str
    about: str
    criteria: str
    total_pence: int
    most_pence: int
    closes_on: date


def open_fund(actor_id: int | None, hub_id: int, facts: FundFacts) -> Fund:
    """Everybody can read it and ask from now on."""
    now = clock.now()
    fund = Fund(**asdict(facts), hub_id=hub_id, made_by=actor_id, made_at=now, changed_at=now)
    db.session.add(fund)
    db.session.flush()
    record(actor_id, "made", "fund", fund.id)
    return fund


def change_fund(actor_id: int | None, fund: Fund, facts: FundFacts) -> None:
    """Other facts; never less money than is promised. Raises GivenAlready."""
    enough = Fund.granted_pence <= facts.total_pence
    changed = db.session.execute(
        update(Fund).where(Fund.id == fund.id, enough).values(changed_at=clock.now(), **asdict(facts))
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    db.session.refresh(fund)
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise rules.GivenAlready(granted=rules.pounds(fund.granted_pence))
    record(actor_id, "changed", "fund", fund.id)


def hide(actor_id: int | None, thing: Fund | FundAsk, reason: str) -> None:
    """Take a fund, or an asking, off every page, for a reason that its people read."""
    thing.hidden_at, thing.hidden_because = clock.now(), reason
    _note(actor_id, "hidden", thing)


def restore(actor_id: int | None, thing: Fund | FundAsk) -> None:
    """Show it again."""
    thing.hidden_at, thing.hidden_because = None, ""
    _note(actor_id, "restored", thing)


def _note(actor_id: int | None, verb: str, thing: Fund | FundAsk) -> None:
    record(actor_id, verb, thing.__tablename__, thing.id)
    db.session.flush()
