"""How big a neighbourhood is, when its projects meet, and what must not be done to it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

DEFAULT_RESIDENTS = 600
FEWEST_RESIDENTS = 40
MOST_RESIDENTS = 1_000_000
DEFAULT_YEARS = 2  # of history, where a demo is to show figures
MOST_YEARS = 5
YEAR = 365  # days
MOST_PROJECTS = 6_000  # beyond this no two could have different names
WEEK = timedelta(days=7)

# School holidays, roughly, as (month, day) from and to. Close enough for a homework club in a story.
HOLIDAYS = (
    ((1, 1), (1, 3)), ((2, 14), (2, 20)), ((4, 1), (4, 14)), ((5, 25), (5, 31)), ((7, 22), (8, 31)),
    ((10, 24), (10, 31)), ((12, 20), (12, 31)),
)  # fmt: skip


class AlreadySeeded(RuleBroken):
    message = mark("The demo neighbourhood is there already. Clear it first: flask --app wsgi demo clear")


class NothingToClear(RuleBroken):
    message = mark("There is no demo neighbourhood here.")


class BadSize(RuleBroken):
    message = mark("A demo neighbourhood has %(fewest)s to %(most)s residents and 1 to %(projects)s projects.")


class BadYears(RuleBroken):
    message = mark("A demo neighbourhood has 0 to %(most)s years of history.")


@dataclass(frozen=True)
class Sizes:
    """How many of each. Residents are as asked; the rest grows more slowly, as it does in a real borough."""

    residents: int
    projects: int
    spaces: int
    materials: int
    organisations: int
    ideas: int


def sizes_of(residents: int, projects: int | None = None) -> Sizes:
    """The sizes for so many residents: 600 have 120 projects, 80 spaces, 300 materials. Raises BadSize."""
    times = residents / DEFAULT_RESIDENTS

    def grown(count: int, power: float) -> int:
        return max(1, round(count * times**power))

    wanted = projects if projects is not None else min(grown(120, 0.6), MOST_PROJECTS)
    if not FEWEST_RESIDENTS <= residents <= MOST_RESIDENTS or not 1 <= wanted <= MOST_PROJECTS:
        raise BadSize(fewest=FEWEST_RESIDENTS, most=MOST_RESIDENTS, projects=MOST_PROJECTS)
    return Sizes(residents, wanted, grown(80, 0.6), grown(300, 0.8), grown(12, 0.5), grown(40, 0.7))


def passing_by(residents: int) -> int:
    """How many came along in the years before without saying what they like: two for each resident of a small
    neighbourhood, so that a thousand take part in a year and wards can be told apart; a borough has enough.
    """
    return max(0, min(2 * residents, 2_400 - residents))


def first_day(today: date) -> date:
    """The Monday of last week: where the three weeks around `today` begin."""
    return today - timedelta(days=today.weekday()) - WEEK


def check_years(years: int) -> None:
    """Raises BadYears."""
    if not 0 <= years <= MOST_YEARS:
        raise BadYears(most=MOST_YEARS)


def weeks_before(today: date, years: int) -> list[date]:
    """The Mondays of the weeks of so many years of history: they end where the three weeks around `today` begin."""
    count = (years * YEAR - (today - first_day(today)).days) // WEEK.days
    return [first_day(today) - number * WEEK for number in range(count, 0, -1)]


def is_school_day(day: date) -> bool:
    """Monday to Friday outside the school holidays."""
    inside = any(start <= (day.month, day.day) <= end for start, end in HOLIDAYS)
    return day.weekday() < 5 and not inside


def meeting_days(
    days: tuple[int, ...], every: int, phase: int, today: date, school_days: bool = False
) -> Iterator[date]:
    """The days in the three weeks around `today` on which a project meets.

    It meets on the weekdays `days`, in every `every`-th week; `phase` says which weeks, the same for ever.
    """
    for week in range(3):
        yield from meeting_days_of(first_day(today) + week * WEEK, days, every, phase, school_days)


def meeting_days_of(
    monday: date, days: tuple[int, ...], every: int, phase: int, school_days: bool = False
) -> Iterator[date]:
    """The days of one week on which a project meets: see `meeting_days`."""
    if (monday.toordinal() // 7 - phase) % every == 0:
        for day in (monday + timedelta(days=weekday) for weekday in days):
            if is_school_day(day) or not school_days:
                yield day


def terms_around(today: date) -> list[tuple[date, date]]:
    """First and last days of the school terms from a month ago to half a year ahead."""
    terms: list[tuple[date, date]] = []
    for number in range(-30, 190):
        day = today + timedelta(days=number)
        if any(start <= (day.month, day.day) <= end for start, end in HOLIDAYS):
            continue
        if terms and terms[-1][1] == day - timedelta(days=1):
            terms[-1] = terms[-1][0], day
        else:
            terms.append((day, day))
    return terms
