"""What may be asked, answered and written. No database."""

from datetime import UTC, datetime, timedelta

import pytest

from participate.core.errors import RuleBroken
from participate.introductions import rules
from participate.introductions.words import IntroductionStatus

NOW = datetime(2026, 7, 2, 11, 0, tzinfo=UTC)
ASKED, OPEN, NOT_NOW, CLOSED = IntroductionStatus


@pytest.mark.parametrize(
    ("asking", "own", "other", "broken"),
    [
        (False, 0, 0, None),
        (False, 4, 4, None),
        (True, 0, 0, rules.OneAtATime),
        (False, 5, 0, rules.FiveOpen),
        (False, 0, 5, rules.NotJustNow),
        (True, 5, 5, rules.OneAtATime),
    ],
)
def test_who_may_ask_now(asking: bool, own: int, other: int, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_ask(asking=asking, own_open=own, other_open=other)
    else:
        with pytest.raises(broken):
            rules.check_ask(asking=asking, own_open=own, other_open=other)


def test_the_asking_ends_in_the_evening_a_week_later_whatever_the_clocks_do() -> None:
    assert rules.answer_until(NOW) == datetime(2026, 7, 9, 19, 0, tzinfo=UTC)  # 8pm in London
    autumn = datetime(2026, 10, 20, 11, 0, tzinfo=UTC)
    assert rules.answer_until(autumn) == datetime(2026, 10, 27, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "ahead", "shown"),
    [
        (ASKED, 1, ASKED),
        (ASKED, 0, NOT_NOW),
        (ASKED, -1, NOT_NOW),
        (OPEN, -1, OPEN),
        (CLOSED, -1, CLOSED),
        (NOT_NOW, 1, NOT_NOW),
    ],
)
def test_what_a_page_says(status: IntroductionStatus, ahead: int, shown: IntroductionStatus) -> None:
    assert rules.shown_status(status, NOW + timedelta(minutes=ahead), NOW) is shown


@pytest.mark.parametrize(
    ("status", "ahead", "broken"),
    [(ASKED, 1, None), (ASKED, -1, rules.TooLate), (OPEN, 1, rules.NotOpen), (CLOSED, 1, rules.NotOpen)],
)
def test_when_an_answer_counts(status: IntroductionStatus, ahead: int, broken: type[RuleBroken] | None) -> None:
    until = NOW + timedelta(minutes=ahead)
    if broken is None:
        rules.check_answer(status, until, NOW)
    else:
        with pytest.raises(broken):
            rules.check_answer(status, until, NOW)


@pytest.mark.parametrize(
    ("words", "met", "broken"),
    [
        ("Hello! Shall we meet on Saturday at 10?", False, None),
        ("Ten of us came, 3 stayed until 4pm.", False, None),
        ("See https://example.org/bread", False, rules.NoLinks),
        ("look at www.example.org", False, rules.NoLinks),
        ("Ring me on 07700 900123", False, rules.NoContacts),
        ("write to amina@example.org", False, rules.NoContacts),
        ("I live at 12 Bastable Avenue", False, rules.NoContacts),
        ("sort code 12-34-56 account 12345678", False, rules.NoMoney),
        ("Ring me on 07700 900123", True, None),
        ("See https://example.org/bread", True, None),
        ("sort code 12-34-56 account 12345678", True, rules.NoMoney),
    ],
)
def test_what_may_be_written(words: str, met: bool, broken: type[RuleBroken] | None) -> None:
    if broken is None:
        rules.check_note(words, met=met)
    else:
        with pytest.raises(broken):
            rules.check_note(words, met=met)


@pytest.mark.parametrize(
    ("used", "free"), [((), 1), ((1, 2), 3), ((2, 3), 1), ((1, 2, 3, 4), 5), ((1, 2, 3, 4, 5), None)]
)
def test_the_five_places(used: tuple[int, ...], free: int | None) -> None:
    assert rules.free_slot(used) == free


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("session:12", ("session", 12)),
        ("hub:3", ("hub", 3)),
        ("", None),
        ("hub:0", None),
        ("project:3", None),
        ("hub:3; drop", None),
        ("hub:99999999999", None),
    ],
)
def test_where_they_meet(place: str, read: tuple[str, int] | None) -> None:
    assert rules.read_meeting(place) == read


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_each_ask_says_what_it_takes(minutes: int) -> None:
    with pytest.raises(rules.NoMinutes):
        rules.check_minutes(minutes)
