"""Kit for a session: on which days it is borrowed. Pure."""

from datetime import date, timedelta

DAY = timedelta(days=1)


def kit_days(day: date, today: date) -> tuple[date, date]:
    """From when to when kit is borrowed for a session on `day`: collected the day before, brought back the day after.
    One that is today is collected today.
    """
    return max(today, day - DAY), day + DAY


def kit_days_within(day: date, today: date, most: int) -> tuple[date, int]:
    """The first day, and for how many days, of something that is lent for `most` days at most."""
    first, last = kit_days(day, today)
    if (last - first).days + 1 > most:
        first, last = max(today, day), min(last, max(today, day) + (most - 1) * DAY)
    return first, (last - first).days + 1
