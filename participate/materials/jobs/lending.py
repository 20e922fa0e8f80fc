"""Loans as time goes by: offers that end, askings nobody answered, things that are due."""

from typing import Any

from participate.core.jobs import Payload, on
from participate.materials import queries, service


@on(service.LAPSE)
def lapse(payload: Payload) -> None:
    """The time to answer is over: it goes to the next."""
    given: dict[str, Any] = dict(payload)
    loan = queries.find_loan(given["loan_id"])
    if loan is not None:
        service.lapse(loan)
