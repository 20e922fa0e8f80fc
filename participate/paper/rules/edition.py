"""What goes into a season's newspaper: its weeks, its three big things, the hours of a hub in a line. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby
from typing import Protocol, TypeVar

from participate.stories.rules import Season, season_from, season_of

WEEK = timedelta(days=7)
LONGEST = 13  # weeks: a season
LENGTHS = (2, 4, 8, 12)  # weeks that may be chosen
LEAST_LEFT = timedelta(days=21)  # with less than this left of a season, the paper is of the next one
BIG = 3


@dataclass(frozen=True)
class Edition:
    """The days of one newspaper: from `first` (a Monday) to before `end`, of a season."""

    season: Season
    first: date
    end: date

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)

    def begins(self, today: date) -> date:
        """The first day that is told of: nothing that is over."""
        return max(self.first, min(today, self.last))


def monday_of(day: date) -> date:
    """The Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def season_now(today: date) -> Season:
    """The season that a paper made today is of."""
    season = season_of(today)
    return season.after if season.end - today < LEAST_LEFT else season


def edition_of(today: date, season_key: str = "", weeks: str = "", start: str = "") -> Edition:
    """The edition that was asked for; what makes no sense is left out.

    Without a `start` it begins this week when its season is on or about to begin (the days until then must stand in
    some paper), else with its season; without `weeks` it runs to the season's last whole week, at most LONGEST weeks.
    """
    season = season_from(season_key) or season_now(today)
    soon = season.first - LEAST_LEFT < today < season.end
    first = _asked_day(start, season) or monday_of(today if soon else season.first)
    rest = (monday_of(season.end) - first).days // 7
    length = int(weeks) if weeks in [str(each) for each in LENGTHS] else max(1, min(rest, LONGEST))
    return Edition(season, first, first + length * WEEK)


def _asked_day(typed: str, season: Season) -> date | None:
    """The Monday of a day that was typed as 2026-07-06 and lies in the season."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return monday_of(day) if season.first <= day < season.end else None


class Happening(Protocol):
    """What the choice of the big things asks of a session."""

    @property
    def project_id(self) -> int: ...
    @property
    def cancelled(self) -> bool: ...
    @property
    def theme(self) -> str: ...
    @property
    def ward_id(self) -> int | None: ...
    @property
    def easy(self) -> bool: ...


Card = TypeVar("Card", bound=Happening)


def three_big(cards: Sequence[Card]) -> list[Card]:
    """Three sessions for the cover: of three projects, of as many themes and wards as can be, the easy ones first."""
    chosen: list[Card] = []
    left = [card for card in cards if not card.cancelled]
    while left and len(chosen) < BIG:
        themes, wards = {card.theme for card in chosen}, {card.ward_id for card in chosen}
        best = min(left, key=lambda card: (card.theme in themes, card.ward_id in wards, not card.easy))
        chosen.append(best)
        left = [card for card in left if card.project_id != best.project_id]
    return chosen


def day_runs(hours: Mapping[int, tuple[time, time]]) -> list[tuple[int, int, tuple[time, time]]]:
    """Opening hours with equal neighbouring days joined: (first weekday, last weekday, hours)."""
    days = sorted(hours)
    runs = []
    for _key, run in groupby(enumerate(days), key=lambda each: (each[1] - each[0], hours[each[1]])):
        numbers = [day for _at, day in run]
        runs.append((numbers[0], numbers[-1], hours[numbers[0]]))
    return runs


def numbered(wards: Iterable[int]) -> dict[int, list[int]]:
    """For the map: ward id → the numbers, from 1, of the hubs that stand in it, given each hub's ward in order."""
    found: dict[int, list[int]] = {}
    for number, ward_id in enumerate(wards, 1):
        found.setdefault(ward_id, []).append(number)
    return found
