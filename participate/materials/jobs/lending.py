"""Loans as time goes by: offers that end, askings nobody answered, things that are due, queues."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from participate.core.errors import RuleBroken
from participate.core.jobs import Payload, every, on
from participate.materials import queries, service
from participate.notifications import jobs as letters
from participate.notifications.words import CallOutcome
from participate.outbox.rules import WillNot


def _with_loan(payload: Payload, do: Callable[[queries.Loan], None]) -> None:
    given: dict[str, Any] = dict(payload)
    loan = queries.find_loan(given["loan_id"])
    if loan is not None:
        do(loan)


@on(service.LAPSE)
def lapse(payload: Payload) -> None:
    """The time to answer is over: it goes to the next."""
    _with_loan(payload, service.lapse)


@on(letters.MADE)
def await_call(payload: Payload) -> None:
    """Somebody hears by a call that it is her turn: her time to answer has not begun."""
    given: dict[str, Any] = dict(payload)
    if given["letter"] == "loan_offered":
        _with_loan(_about(given), lambda loan: service.await_call(loan, datetime.fromisoformat(given["due_at"])))


@on(letters.RECORDED)
def after_call(payload: Payload) -> None:
    """The hub has rung: a yes, a no, or the clock starts."""
    given: dict[str, Any] = dict(payload)
    if given["letter"] != "loan_offered":
        return
    try:
        _with_loan(_about(given), lambda loan: service.after_call(loan, CallOutcome(given["outcome"])))
    except RuleBroken as broken:
        raise WillNot(type(broken).__name__) from None


def _about(given: dict[str, Any]) -> Payload:
    return {"loan_id": int(given["about"].partition(":")[2])}


@on(service.WAITS)
def remind_keepers(payload: Payload) -> None:
    """A day went by without an answer: whoever looks after it is asked again, once."""
    _with_loan(payload, service.remind_keepers)


@on(service.WAITS_LONG)
def remind_hub(payload: Payload) -> None:
    """Two working days went by without an answer: the hub's staff see to it."""
    _with_loan(payload, service.remind_hub)


@every("materials.remind", timedelta(days=1))
def remind() -> None:
    """Once a day, written by day: due tomorrow, due today, late."""
    service.remind_all()


@every("materials.end_loans", timedelta(hours=1))
def end_loans() -> None:
    """What nobody answered and what nobody collected goes to the next; queues move as days come free."""
    service.end_what_is_over()
    service.move_queues()


@every("materials.forget_loans", timedelta(days=1))
def forget_loans() -> None:
    """What has been over for two years goes."""
    service.forget_old_loans()
