"""Commitments and budgets are typed in. Neither is ever changed: a newer row stands for an older one."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.insight.models import Budget, Commitment
from participate.insight.periods import Period, read
from participate.insight.queries.typed import find_budget, find_holding
from participate.insight.rules.promised import WasReplaced, check_reason, check_target


@dataclass(frozen=True)
class Promised:
    """A commitment in words: of what, how much, by when, who said so and which role answers for it."""

    measure: str
    period: Period
    target: int
    source: str
    owner: str


def commit(actor_id: int | None, promised: Promised) -> Commitment:
    """A new commitment; pressed twice it is one, for nothing here can be rubbed out. Raises NotRound."""
    same = (
        Commitment.target == promised.target, Commitment.source == promised.source, Commitment.owner == promised.owner,
    )  # fmt: skip
    twin = find_holding(promised.measure, promised.period, *same)
    return twin or _add(actor_id, promised, "", None)


def change(actor_id: int | None, before: Commitment, promised: Promised, reason: str) -> Commitment:
    """A newer one for the same measure and period, with its day and reason; the older one stays in sight.

    Raises NotRound, IsFrozen or WasReplaced.
    """
    check_reason(read(before.period), clock.today(), reason)
    try:
        with db.session.begin_nested():
            return _add(actor_id, promised, reason, before.id)
    except IntegrityError:
        raise WasReplaced from None


def set_budget(actor_id: int | None, period: Period, pence: int, includes: str, leaves_out: str) -> Budget:
    """What a period cost, from now on. The same as what holds already is no new row."""
    held = find_budget(period)
    if held is not None and (held.pence, held.includes, held.leaves_out) == (pence, includes, leaves_out):
        return held
    made = Budget(period=period.code, pence=pence, includes=includes, leaves_out=leaves_out, made_at=clock.now())
    db.session.add(made)
    db.session.flush()
    record(actor_id, "typed in", "budget", made.id)
    return made


def _add(actor_id: int | None, promised: Promised, reason: str, replaces_id: int | None) -> Commitment:
    check_target(promised.target)
    made = Commitment(
        measure=promised.measure, period=promised.period.code, target=promised.target, source=promised.source,
        owner=promised.owner, reason=reason, replaces_id=replaces_id, made_at=clock.now(),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    record(actor_id, "changed" if replaces_id else "made", "commitment", made.id)
    return made
