"""Shares and changes, made of what is published and never of exact numbers (P-22, P-25). Pure."""

from __future__ import annotations

from participate.insight.disclosure.table import LEAST_BASE, Safe
from participate.insight.words import Shown


def percent(part: Safe | None, whole: Safe | None) -> int | None:
    """A whole number of per cent; None where either is not shown or the whole is below 30."""
    if part is None or whole is None or part.value is None or whole.value is None or whole.value < LEAST_BASE:
        return None
    return (200 * part.value + whole.value) // (2 * whole.value)


def change(now: Safe | None, then: Safe | None) -> int | None:
    """By how much a figure grew between two periods; None where either is not shown. Both are multiples of 5, so a
    change by fewer than 3 is none at all."""
    if now is None or then is None or now.value is None or then.value is None:
        return None
    return now.value - then.value


def change_in_percent(now: Safe | None, then: Safe | None) -> int | None:
    """The same as a share of what it was; None below 30."""
    grown = change(now, then)
    if grown is None or then is None or then.value is None or then.value < LEAST_BASE:
        return None
    grew, base = abs(grown), then.value
    return (1 if grown >= 0 else -1) * ((200 * grew + base) // (2 * base))


def per_thousand(part: Safe | None, residents: int) -> int | None:
    """Of each 1,000 residents, by the census or the yearly estimate; None where not shown or nobody lives there."""
    if part is None or part.shown is not Shown.SHOWN or part.value is None or residents < LEAST_BASE:
        return None
    return (2000 * part.value + residents) // (2 * residents)
