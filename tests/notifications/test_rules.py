"""When, which way and whether a letter goes; how long a call waits; which answers are for good. No database."""

from datetime import UTC, datetime, time, timedelta

import pytest

from participate.core.errors import RuleBroken
from participate.notifications import rules
from participate.notifications.words import CallOutcome, Choice, Way, Why

NOON = datetime(2026, 7, 2, 11, tzinfo=UTC)  # a Thursday in summer: London is an hour ahead
OFFICE = {day: (time(9), time(17)) for day in range(5)}
MAIL, TEXT = (Way.MAIL, "a@example.org"), (Way.TEXT, "+447700900123")


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    """A moment of July in London."""
    return datetime(2026, 7, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


@pytest.mark.parametrize(
    ("email", "phone", "facts", "ways"),
    [
        (MAIL[1], TEXT[1], {}, [MAIL, TEXT]),
        (MAIL[1], None, {}, [MAIL]),
        (None, TEXT[1], {}, [TEXT]),
        ("", TEXT[1], {}, [TEXT]),
        (None, None, {}, []),
        ("", "", {}, []),
        (MAIL[1], TEXT[1], {"broken": {Way.MAIL}}, [TEXT]),
        (MAIL[1], TEXT[1], {"broken": {Way.MAIL, Way.TEXT}}, []),
        (MAIL[1], TEXT[1], {"can_text": False}, [MAIL]),
        (MAIL[1], TEXT[1], {"can_mail": False}, [TEXT]),
        (None, TEXT[1], {"can_text": False}, []),
    ],
)
def test_mail_first_then_text(
    email: str | None, phone: str | None, facts: dict[str, object], ways: list[tuple[Way, str]]
) -> None:
    assert rules.ways_to(email, phone, **facts) == ways  # type: ignore[arg-type]


@pytest.mark.parametrize("why", list(Why))
@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("sent", [0, 11, 12, 40])
def test_what_is_held_back(why: Why, choice: Choice, sent: int) -> None:
    expected = None
    if why in (Why.YOURS, Why.WEEKLY) and sent >= 12:
        expected = Why.MONTHLY_CAP
    if choice is Choice.NOTHING or (why is Why.WEEKLY and choice is Choice.ONLY_YES):
        expected = Why.CHOICE
    assert rules.reason_to_hold("loan_due", why, choice, sent) is expected


@pytest.mark.parametrize("letter", ["worry_new", "worry_waits", "worry_unread"])
def test_a_worry_reaches_whoever_looks_after_it(letter: str) -> None:
    assert rules.reason_to_hold(letter, Why.SAID_YES, Choice.NOTHING, 40) is None


def test_a_month_is_a_london_month() -> None:
    assert rules.month_of(datetime(2026, 7, 31, 23, 30, tzinfo=UTC)) == datetime(2026, 7, 31, 23, tzinfo=UTC)
    assert rules.month_of(NOON) == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert rules.month_of(datetime(2027, 1, 15, tzinfo=UTC)) == datetime(2027, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("letter", "starts_at", "now", "expected"),
    [
        ("session_reminder", None, at(12), at(12)),
        ("session_reminder", None, at(20, 59), at(20, 59)),
        ("session_reminder", None, at(21), at(8, day=3)),
        ("session_reminder", None, at(7, 59), at(8)),
        ("session_reminder", at(9), at(7), at(8)),
        ("session_off", at(9), at(7), at(7)),  # today
        ("session_off", at(22), at(0, 5), at(0, 5)),  # today, and it is just past midnight
        ("session_off", at(9, 30, day=3), at(23), at(23)),  # in the morning it would be too late
        ("session_off", at(10, day=3), at(23), at(8, day=3)),
        ("session_off", at(18, day=5), at(23), at(8, day=3)),
        ("session_off", None, at(23), at(8, day=3)),
        ("session_moved", at(9), at(6), at(6)),
        ("loan_asked", at(9), at(6), at(8)),
        ("worry_new", None, at(2), at(2)),
        ("stand_in_asked", at(10, day=3), at(23), at(23)),
        ("stand_in_found", at(10, day=3), at(23), at(8, day=3)),
    ],
)
def test_quiet_hours(letter: str, starts_at: datetime | None, now: datetime, expected: datetime) -> None:
    assert rules.may_go_at(letter, starts_at, now) == expected


def test_quiet_hours_follow_the_clocks() -> None:
    spring = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)  # half an hour before London goes on to summer time
    assert rules.may_go_at("hello", None, spring) == datetime(2027, 3, 28, 7, tzinfo=UTC)
    autumn = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert rules.may_go_at("hello", None, autumn) == datetime(2026, 10, 25, 8, tzinfo=UTC)


def test_a_sender_that_is_down_is_left_alone_longer_and_longer_but_never_for_long() -> None:
    waits = [rules.knock_again(failures).total_seconds() for failures in (0, 1, 2, 3, 4, 5, 6, 7, 1000)]
    assert waits == [30, 30, 60, 120, 240, 480, 600, 600, 600]


@pytest.mark.parametrize(
    ("letter", "good_until", "due"),
    [
        ("hello", None, at(17, day=6)),  # Thursday, so two working days are Friday and Monday
        ("hello", at(9, day=3), at(9, day=3)),
        ("session_offered", at(18, day=20), at(17, day=6)),
        ("session_offered", at(18, day=3), at(16, day=3)),
        ("session_offered", at(13), at(12)),  # begins within two hours: now
        ("loan_offered", at(15), at(17, day=6)),  # the time to answer has not begun
    ],
)
def test_by_when_the_hub_rings(letter: str, good_until: datetime | None, due: datetime) -> None:
    assert rules.call_due(letter, NOON, OFFICE, good_until) == due


@pytest.mark.parametrize("letter", ["hello", "session_offered", "loan_offered", "introduction_asked"])
@pytest.mark.parametrize("outcome", list(CallOutcome))
def test_yes_and_no_only_where_something_is_asked(letter: str, outcome: CallOutcome) -> None:
    if letter == "hello" and outcome in (CallOutcome.YES, CallOutcome.NO):
        with pytest.raises(RuleBroken):
            rules.check_outcome(letter, outcome)
    else:
        rules.check_outcome(letter, outcome)


@pytest.mark.parametrize(
    ("told", "moment"),
    [("2026-07-02T11:00:00+00:00", NOON), ("2026-07-02T11:00:00", None), ("soon", None), ("", None)],
)
def test_a_moment_out_of_facts(told: str, moment: datetime | None) -> None:
    assert rules.moment_from(told) == moment


@pytest.mark.parametrize(
    ("codes", "lasting"),
    [([550], True), ([550, 553], True), ([450], False), ([421], False), ([550, 450], False), ([], False)],
)
def test_a_lasting_no(codes: list[int], lasting: bool) -> None:
    assert rules.lasting_no(codes) is lasting
