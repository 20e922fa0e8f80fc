"""When projects meet, and how big a neighbourhood is: rules, without a database."""

from datetime import date, timedelta

import pytest

from participate.demo.rules import BadSize, first_day, is_school_day, meeting_days, sizes_of

THURSDAY = date(2026, 7, 2)


@pytest.mark.parametrize("ahead", range(7))
def test_the_three_weeks_begin_on_last_weeks_monday(ahead: int) -> None:
    today = date(2026, 6, 29) + timedelta(days=ahead)
    assert first_day(today) == date(2026, 6, 22)


def test_weekly_is_every_week() -> None:
    assert list(meeting_days((3,), 1, 0, THURSDAY)) == [date(2026, 6, 25), date(2026, 7, 2), date(2026, 7, 9)]


@pytest.mark.parametrize("phase", [0, 1])
def test_fortnightly_is_once_or_twice_in_three_weeks(phase: int) -> None:
    assert len(list(meeting_days((3,), 2, phase, THURSDAY))) in (1, 2)


def test_a_fortnightly_project_keeps_its_weeks() -> None:
    one = set(meeting_days((3,), 2, 0, THURSDAY))
    week_later = set(meeting_days((3,), 2, 0, THURSDAY + timedelta(days=7)))
    both = [date(2026, 7, 2), date(2026, 7, 9)]
    assert [day in one for day in both] == [day in week_later for day in both]


def test_monthly_is_at_most_once() -> None:
    found = [len(list(meeting_days((6,), 4, phase, THURSDAY))) for phase in range(4)]
    assert sorted(found) == [0, 1, 1, 1]


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 7, 2), True),
        (date(2026, 7, 4), False),  # Saturday
        (date(2026, 8, 12), False),  # summer
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), False),
        (date(2027, 1, 4), True),
    ],
)
def test_school_days(day: date, open_: bool) -> None:
    assert is_school_day(day) is open_


def test_school_projects_rest_in_summer() -> None:
    summer = date(2026, 8, 12)
    assert list(meeting_days((0, 1, 2, 3), 1, 0, summer, school_days=True)) == []
    assert len(list(meeting_days((0, 1, 2, 3), 1, 0, summer))) == 12


def test_sizes_as_asked_for_six_hundred() -> None:
    sizes = sizes_of(600)
    assert (sizes.residents, sizes.projects, sizes.spaces, sizes.materials) == (600, 120, 80, 300)
    assert (sizes.organisations, sizes.ideas) == (12, 40)


def test_the_rest_grows_more_slowly_than_the_residents() -> None:
    small, large = sizes_of(600), sizes_of(60_000)
    assert 1 < large.projects / small.projects < 100
    assert 1 < large.materials / small.materials < 100
    assert sizes_of(600, 7).projects == 7


@pytest.mark.parametrize(("residents", "projects"), [(0, None), (39, None), (1_000_001, None), (600, 0), (600, 6_001)])
def test_impossible_sizes(residents: int, projects: int | None) -> None:
    with pytest.raises(BadSize):
        sizes_of(residents, projects)
