"""Offers end by themselves, and their people are asked in time: one neighbour in twelve moves each year."""

from datetime import date, timedelta

from participate.organisations.words import Standing

STANDS = timedelta(days=183)  # half a year
ASK_BEFORE = timedelta(days=14)


def stands_until(today: date) -> date:
    """The last day on which an offer made, or confirmed, today is shown."""
    return today + STANDS


def is_over(expires_on: date, today: date) -> bool:
    """Whether an offer is no longer shown."""
    return expires_on < today


def standing_of(*, hidden: bool, owner_gone: bool, expires_on: date, today: date) -> Standing:
    """Whether everybody sees an offer, and if not, why."""
    if hidden:
        return Standing.HIDDEN
    if owner_gone:
        return Standing.ORPHAN
    return Standing.OVER if is_over(expires_on, today) else Standing.SHOWN


def is_to_ask(expires_on: date, asked_on: date | None, today: date) -> bool:
    """Whether its people are to be asked today: near its end, not over, not asked yet."""
    return asked_on is None and today <= expires_on <= today + ASK_BEFORE
