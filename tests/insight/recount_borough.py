"""The second way of what is only counted for the whole borough; and all second ways together."""

from datetime import datetime, timedelta

from participate.insight.periods import Period
from tests.insight.recount import (
    LONDON,
    Found,
    Recount,
    attendances,
    children,
    filled,
    first_timers,
    hours,
    how_often,
    led_by_residents,
    likely_doubles,
    midnight,
    new_people,
    openings,
    people,
    regulars,
    rows,
    seen_again,
    sessions_held,
    unnamed,
    within,
)


def middle(numbers: list[int]) -> int:
    numbers = sorted(numbers)
    if not numbers:
        return 0
    low, high = numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2]
    return (low + high + 1) // 2


def idea_days(recount: Recount, period: Period) -> Found:
    days = []
    for project in recount.projects.values():
        # As far as it was known when the period closed.
        held = [each for each in recount.held if each.project.id == project.id and each.moment < midnight(period.after)]
        if project.idea_id and held and within(min(each.moment for each in held), period):
            begun = min(each.row.starts_at for each in held).astimezone(LONDON).date()
            idea = recount.ideas[project.idea_id].made_at.astimezone(LONDON).date()
            days.append(max(0, (begun - idea).days))
    return {("borough", ""): (middle(days), len(days), 0)}


def asked(recount: Recount, period: Period) -> list[tuple[int | None, datetime, datetime]]:
    found = []
    found += [(row.author_id, row.made_at, row.answered_at) for row in recount.ideas.values() if not row.hidden_at]
    found += [(row.person_id, row.made_at, row.answered_at) for row in rows("idea_reply") if not row.hidden_at]
    requests = [row for row in rows("team_request") if row.status in ("welcomed", "not_now") and not row.hidden_at]
    found += [(row.person_id, row.asked_at, row.answered_at) for row in requests]
    found += [(row.person_id, row.made_at, row.answered_at) for row in rows("booking") if row.answered_by]
    funds = [row for row in rows("fund_ask") if row.status in ("granted", "declined") and not row.hidden_at]
    found += [(row.person_id, row.asked_at, row.decided_at) for row in funds]
    trail = [row for row in rows("audit_row") if row.kind == "gift_ask" and row.verb in ("chosen", "not chosen")]
    for gift in rows("gift_ask"):
        moments = [row.at for row in trail if row.thing_id == gift.id and row.actor_id]
        if moments and gift.lot is None:
            found.append((gift.person_id, gift.asked_at, min(moments)))
    return [each for each in found if each[2] and within(each[2], period)]


def answers(recount: Recount, period: Period, in_time: bool = False) -> Found:
    found = [each for each in asked(recount, period) if not in_time or soon(each[1], each[2])]
    hers = [sum(each[0] == person for each in found) for person in {each[0] for each in found}]
    return {("borough", ""): (len(found), len(hers), max(hers, default=0))}


def answered_in_time(recount: Recount, period: Period) -> Found:
    return answers(recount, period, in_time=True)


def soon(asked_at: datetime, answered_at: datetime) -> bool:
    day, working = asked_at.astimezone(LONDON).date(), 0
    while working < 2:
        day += timedelta(days=1)
        working += day.isoweekday() <= 5
    return answered_at.astimezone(LONDON).date() <= day


def answer_hours(recount: Recount, period: Period) -> Found:
    waits = [int((answered - begun).total_seconds()) for _who, begun, answered in asked(recount, period)]
    return {("borough", ""): (middle(waits) // 3600, len(waits), 0)}


def suggested(recount: Recount, period: Period, step: str = "suggested") -> Found:
    weeks = [
        row for row in rows("suggested_week")
        if row.part == "all" and row.weeks == 1 and period.first <= row.week + timedelta(weeks=8) <= period.last
    ]  # fmt: skip
    value = sum(getattr(row, step) for row in weeks)
    return {("borough", ""): (value, min(value, max((row.people for row in weeks), default=0)), 0)}


def accepted(recount: Recount, period: Period) -> Found:
    return suggested(recount, period, "accepted")


def met(recount: Recount, period: Period) -> Found:
    return suggested(recount, period, "met")


WAYS_TO = {
    each.__name__: each for each in (
        people, how_often, unnamed, likely_doubles, first_timers, seen_again, new_people, regulars, attendances, hours,
        children, openings, filled, sessions_held, led_by_residents, idea_days, answer_hours, answers, answered_in_time,
        suggested, accepted, met,
    )
}  # fmt: skip
