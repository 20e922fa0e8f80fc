"""When neighbours come more often and when less. Pure."""

from datetime import date

# How many come, by month: fewer in summer and around Christmas.
BY_MONTH = (0.95, 1.0, 1.1, 1.0, 1.1, 1.05, 0.8, 0.55, 1.0, 1.1, 1.1, 0.8)
CLOSED = ((12, 24), (12, 31))  # nobody meets


def keenness(monday: date) -> float:
    """How many come in that week, where 1 is usual."""
    return BY_MONTH[monday.month - 1]


def is_closed(day: date) -> bool:
    """Whether nobody meets on that day: from Christmas Eve to New Year's Day."""
    return CLOSED[0] <= (day.month, day.day) <= CLOSED[1] or (day.month, day.day) == (1, 1)
