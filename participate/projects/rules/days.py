"""A day that may be left out."""

from datetime import date

from participate.core.days import day_of


def date_typed(typed: str) -> date | None:
    """The day that somebody wrote; None where nothing is written. Raises core.days.NotADay."""
    return day_of(typed) if typed.strip() else None
