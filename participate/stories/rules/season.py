"""Seasons: spring is March to May, summer June to August, autumn September to November, winter December to February."""

from dataclasses import dataclass
from datetime import date

from participate.stories.words import SeasonName

_FIRST_MONTH = {SeasonName.SPRING: 3, SeasonName.SUMMER: 6, SeasonName.AUTUMN: 9, SeasonName.WINTER: 12}
_IN_ORDER = tuple(SeasonName)
EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True)
class Season:
    """One season of one year; a winter belongs to the year in which it begins."""

    year: int
    name: SeasonName

    @property
    def key(self) -> str:
        """For an address: "2026-summer"."""
        return f"{self.year}-{self.name}"

    @property
    def years(self) -> str:
        """As people say it: "2026", and "2026/27" of a winter."""
        return f"{self.year}/{(self.year + 1) % 100:02d}" if self.name is SeasonName.WINTER else str(self.year)

    @property
    def first(self) -> date:
        return date(self.year, _FIRST_MONTH[self.name], 1)

    @property
    def end(self) -> date:
        """The first day after it."""
        return self.after.first

    @property
    def before(self) -> "Season":
        at = _IN_ORDER.index(self.name)
        return Season(self.year - (at == 0), _IN_ORDER[at - 1])

    @property
    def after(self) -> "Season":
        at = _IN_ORDER.index(self.name)
        return Season(self.year + (at == len(_IN_ORDER) - 1), _IN_ORDER[(at + 1) % len(_IN_ORDER)])


def season_of(day: date) -> Season:
    """The season in which a day lies."""
    if day.month < 3:
        return Season(day.year - 1, SeasonName.WINTER)
    return Season(day.year, _IN_ORDER[day.month // 3 - 1])


def season_from(key: str) -> Season | None:
    """The season of an address; None for anything else."""
    year, _dash, name = key.partition("-")
    if len(year) != 4 or not (year.isascii() and year.isdecimal()) or name not in list(SeasonName):
        return None
    return Season(int(year), SeasonName(name)) if EARLIEST <= int(year) <= LATEST else None
