"""When people are counted, as truth tables."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.core.clock import local
from participate.core.errors import RuleBroken
from participate.insight.periods import of_day
from participate.insight.words import Grain
from participate.sessions.permissions import may_count
from participate.sessions.rules import attendance as rules
from participate.sessions.rules import tasks as task_rules
from participate.sessions.rules.attendance import Bands
from participate.sessions.words import AgeBand, SessionStatus

START = datetime(2026, 7, 4, 11, tzinfo=UTC)  # noon in London
END = START + timedelta(hours=2)
MINUTE = timedelta(minutes=1)
PLANNED, CANCELLED = SessionStatus.PLANNED, SessionStatus.CANCELLED


@pytest.mark.parametrize(
    ("status", "now", "broken"),
    [
        (PLANNED, START - timedelta(hours=2) - MINUTE, rules.CountNotOpen),
        (PLANNED, START - timedelta(hours=2), None),
        (PLANNED, START, None),
        (PLANNED, END + timedelta(days=14), None),
        (PLANNED, END + timedelta(days=14) + MINUTE, rules.CountOver),
        (CANCELLED, START, rules.CountOfCancelled),
        (CANCELLED, START - timedelta(days=3), rules.CountOfCancelled),
    ],
)
def test_when_people_are_counted(status: SessionStatus, now: datetime, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_countable(status, START, END, now)
    else:
        with pytest.raises(broken):
            rules.check_countable(status, START, END, now)


def test_a_closed_count_stays_closed() -> None:
    rules.check_not_closed(None)
    with pytest.raises(rules.CountClosed):
        rules.check_not_closed(START)


@pytest.mark.parametrize(
    ("now", "minutes", "broken"),
    [
        (START - MINUTE, 60, rules.CountTooEarlyToClose),
        (START, 1, None),
        (END, 24 * 60, None),
        (END, 0, rules.BadNumber),
        (END, -5, rules.BadNumber),
        (END, 24 * 60 + 1, rules.BadNumber),
    ],
)
def test_closing(now: datetime, minutes: int, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_closing(START, now, minutes)
    else:
        with pytest.raises(broken):
            rules.check_closing(START, now, minutes)


@pytest.mark.parametrize(
    ("children", "good"),
    [
        (Bands(), True),
        (Bands(teenager=20, child=20, toddler=20, baby=20), True),
        (Bands(child=21), False),
        (Bands(baby=-1), False),
    ],
)
def test_children_of_one_person(children: Bands, good: bool) -> None:
    if good:
        rules.check_children(children)
    else:
        with pytest.raises(rules.BadNumber):
            rules.check_children(children)


@pytest.mark.parametrize(
    ("heads", "capacity", "over"), [(12, 12, False), (13, 12, True), (500, None, False), (0, 1, False)]
)
def test_the_room_limit_is_shown(heads: int, capacity: int | None, over: bool) -> None:
    assert rules.is_over_limit(heads, capacity) is over


def test_bands_add_up() -> None:
    bands = rules.bands_of({AgeBand.ADULT: 2, AgeBand.BABY: 1})
    assert (bands.total, bands.adult, bands.child, bands.baby) == (3, 2, 0, 1)
    assert list(bands.pairs()) == list(AgeBand)


def test_whoever_came_three_times_is_asked() -> None:
    assert rules.to_ask({7: 3, 2: 4, 5: 2, 6: 0}) == [2, 7]


@pytest.mark.parametrize(
    ("ended", "counted", "due"),
    [
        ("2026-07-04T13:00", None, "2026-07-05T08:00"),  # summer: 9am in London is 8am UTC
        ("2026-07-04T22:59", None, "2026-07-05T08:00"),
        ("2026-07-04T23:00", None, "2026-07-06T08:00"),  # already Sunday in London
        ("2026-07-04T13:00", "2026-07-04T13:10", "2026-07-05T08:00"),
        ("2026-07-04T13:00", "2026-07-08T10:00", "2026-07-09T08:00"),  # keyed in on Wednesday
        ("2026-07-04T13:00", "2026-07-04T12:50", "2026-07-05T08:00"),
        ("2026-10-24T13:00", None, "2026-10-25T09:00"),  # the clocks went back that night
        ("2027-03-27T13:00", None, "2027-03-28T08:00"),  # and forward that one
    ],
)
def test_when_the_letters_go(ended: str, counted: str | None, due: str) -> None:
    moments = [datetime.fromisoformat(each).replace(tzinfo=UTC) if each else None for each in (ended, counted, due)]
    assert rules.letters_due(moments[0], moments[1]) == moments[2]  # type: ignore[arg-type]


@pytest.mark.parametrize(("tasks", "good"), [(0, True), (19, True), (20, False), (21, False)])
def test_at_most_twenty_tasks(tasks: int, good: bool) -> None:
    if good:
        task_rules.check_one_more(tasks)
    else:
        with pytest.raises(task_rules.TooManyTasks):
            task_rules.check_one_more(tasks)


def test_a_task_that_is_chosen_stays() -> None:
    task_rules.check_removable(0)
    task_rules.check_places(2, 2)
    with pytest.raises(task_rules.TaskChosen):
        task_rules.check_removable(1)
    with pytest.raises(task_rules.FewerPlacesThanTaken):
        task_rules.check_places(1, 2)


@pytest.mark.parametrize(("buddy", "good"), [(None, True), (3, True), (4, False)])
def test_a_buddy_is_of_the_team_or_the_hub(buddy: int | None, good: bool) -> None:
    if good:
        task_rules.check_buddy(buddy, [2, 3])
    else:
        with pytest.raises(task_rules.NotABuddy):
            task_rules.check_buddy(buddy, [2, 3])


class Somebody:
    """Holds one role."""

    def __init__(self, role: str = "", subject: str = "") -> None:
        self.held = (role, subject)

    def holds(self, role: str, subject: str | None = None) -> bool:
        return self.held[0] == role and subject in (None, self.held[1])


@pytest.mark.parametrize(
    ("caller", "caller_id", "host_id", "may"),
    [
        (Somebody("staff", "hub:1"), 1, 9, True),
        (Somebody("admin"), 1, 9, True),
        (Somebody("host", "project:5"), 1, 9, True),
        (Somebody("host", "project:6"), 1, 9, False),
        (Somebody("officer"), 1, 9, False),
        (Somebody(), 9, 9, True),  # she welcomes people this time
        (Somebody(), 1, 9, False),
        (Somebody(), 1, None, False),
        (Somebody(), None, None, False),  # a stranger, and nobody hosts
    ],
)
def test_who_counts(caller: Somebody, caller_id: int | None, host_id: int | None, may: bool) -> None:
    assert may_count(caller, caller_id, 5, host_id) is may


@pytest.mark.parametrize(
    ("starts", "counted", "now", "open_"),
    [
        ("2026-07-30 18:00", "2026-07-30 21:00", "2026-08-10 22:59", True),  # London is an hour ahead
        ("2026-07-30 18:00", "2026-07-30 21:00", "2026-08-10 23:00", False),
        ("2026-07-30 18:00", "2026-08-09 21:00", "2026-08-10 23:00", False),  # still July's
        ("2026-07-30 18:00", "2026-08-11 12:00", "2026-08-12 12:00", True),  # written down late: it is August's
        ("2026-07-31 23:30", "2026-08-01 01:00", "2026-08-14 12:00", True),  # half past midnight of August in London
        ("2026-12-30 18:00", "2026-12-30 21:00", "2027-01-10 23:59", True),
        ("2026-12-30 18:00", "2026-12-30 21:00", "2027-01-11 00:00", False),
    ],
)
def test_a_count_stays_as_the_figures_have_it(starts: str, counted: str, now: str, open_: bool) -> None:
    began, written, asked = (datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (starts, counted, now))
    month = of_day(local(max(began, written - rules.GRACE)).date(), Grain.MONTH)
    assert (asked < month.closes_at) is open_, "the figures know another end"
    if open_:
        rules.check_reopening(began, written, asked)
    else:
        with pytest.raises(rules.CountInFigures):
            rules.check_reopening(began, written, asked)
