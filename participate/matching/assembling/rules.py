"""Rules of asking for a set: who may be asked, when, and until when an answer counts. Every number has its why."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from participate.core.clock import local, moment_of
from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.matching.ranking.reason import Reason
from participate.matching.words import AskStatus, Nearness

DAY = timedelta(days=1)
SOONEST, LATEST = 3, 21  # days from now: time to ask and to ask once more, and as far as people know their week
HOURS = (10, 11, 14, 15, 18, 19)  # London, at which something begins: two in each part of the day
NOON, FIVE = 12, 17  # where the parts of a day change
BEDTIME = time(21, 30)
SHORTEST, USUAL, LONGEST = 30, 90, 240  # minutes of the first time together
HEADS = (4, 8, 12, 20, 30)  # how many come, to choose from; a space must hold them
USUAL_HEADS = 8

MOST_OFFERS = 8  # of one kind for one need, the best of them
SPARE = 4  # more of them are looked at, for some are shut, lent or busy
LOOKED_AT = 30  # suggestions among which those are
MOST_WALK = 45  # minutes to the project
NEAR = frozenset({Nearness.WALK, Nearness.SAME_WARD, Nearness.NEXT_WARD, Nearness.UNKNOWN})

# What makes an offer less welcome, in places of the list of suggestions.
NOBODY_KNOWS_WHEN = 2  # she has not said when she is free
A_WEEK_LATER = 3

DAYS_TO_ANSWER, EVENING = 3, time(20)
LAST_ANSWER = timedelta(hours=18)  # before it begins: somebody must know whether to come
TO_SETTLE = timedelta(hours=1)  # from the moment at which it is decided who gets a gift until we know of it
TOO_LATE_TO_ASK = timedelta(hours=24)
REST = timedelta(days=14)  # after an ask nobody asks her again for so long
KEPT = timedelta(days=730)
MOST_OPEN_SETS = 200  # looked after at a time


class SetChanged(RuleBroken):
    """Somebody was asked, a space was booked or a need was met since the page was shown."""

    message = mark("Something changed a moment ago. Look at the set again, then ask.")


class AskingAlready(RuleBroken):
    """Of a project there is one set at a time."""

    message = mark("Your team is asking already. See how it stands.")


class NobodyAsked(RuleBroken):
    """There is no set that is asked for."""

    message = mark("Nobody is being asked just now.")


class NobodySaidYes(RuleBroken):
    message = mark("Nobody has said yes so far. Wait a little, or call it off.")


class ProjectRests(RuleBroken):
    """It is over, or was done elsewhere."""

    message = mark("This project does not look for anybody just now.")


class AskOver(RuleBroken):
    """It was answered, called off, or its time is over."""

    message = mark("The time to answer is over. Thank you all the same.")


def check_answer(status: AskStatus, good_until: datetime, now: datetime) -> None:
    """Whether a yes or a no still counts. Raises AskOver."""
    if status is not AskStatus.ASKED or good_until <= now:
        raise AskOver


def minutes_of(minutes: int | None) -> int:
    """How long the first time takes, from what the project says of one time."""
    return min(max(minutes or USUAL, SHORTEST), LONGEST)


def heads_of(asked: str | None) -> int:
    """How many come, as chosen on the page; the usual number where it says anything else."""
    return next((each for each in HEADS if str(each) == asked), USUAL_HEADS)


def times_ahead(today: date, minutes: int) -> Iterator[tuple[datetime, datetime]]:
    """The times at which something could begin, in order."""
    for number in range(SOONEST, LATEST + 1):
        for hour in HOURS:
            starts_at = moment_of(today + number * DAY, time(hour))
            ends_at = starts_at + timedelta(minutes=minutes)
            if local(ends_at).time() <= BEDTIME:
                yield starts_at, ends_at


def part_of_week(moment: datetime) -> int:
    """In which part of the week a moment lies, as the number of its bit: weekday × 3 + part of day."""
    at = local(moment)
    return at.weekday() * 3 + (0 if at.hour < NOON else 1 if at.hour < FIVE else 2)


def cost_of_time(starts_at: datetime, today: date) -> int:
    """How much less welcome a later time is: by whole weeks."""
    return A_WEEK_LATER * ((local(starts_at).date() - today).days // 7)


def is_near(reason: Reason) -> bool:
    """Whether it is near enough to come, or to carry something."""
    return reason.nearness in NEAR and (reason.minutes is None or reason.minutes <= MOST_WALK)


def answer_until(now: datetime, starts_at: datetime) -> datetime:
    """When an ask ends: in the evening three days from now, and in time before it begins."""
    return min(moment_of(local(now).date() + DAYS_TO_ANSWER * DAY, EVENING), starts_at - LAST_ANSWER)


def gift_in_time(decided_by: datetime, starts_at: datetime) -> bool:
    """Whether it is known who gets a gift while there is time to look for something else."""
    return decided_by + TO_SETTLE <= gift_until(starts_at)


def gift_until(starts_at: datetime) -> datetime:
    """When an ask for a gift ends: its giver chooses when everybody had time to ask, which takes longer than a yes."""
    return starts_at - LAST_ANSWER


def may_still_ask(now: datetime, starts_at: datetime) -> bool:
    """Whether somebody who is asked now has time to think about it."""
    return starts_at - now >= TOO_LATE_TO_ASK
