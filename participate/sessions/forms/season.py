"""The sheet of a season: which weeks and places, and what was typed into its slots."""

from collections.abc import Mapping
from datetime import date, timedelta

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict

from participate.core import clock
from participate.core.errors import RuleBroken
from participate.core.fields import Form
from participate.core.text import clean_line
from participate.sessions.rules import day_of, season
from participate.sessions.rules.season import Key, Typed

PARTS = ("project", "day", "hour", "length")
LONGEST_TYPED = 200
USUAL_WEEKS = 6
WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


class SeasonForm(Form):
    """Carries only the CSRF token: the slots are read by `SeasonSheet`."""


class SeasonSheet:
    """The sheet as it was asked for and typed. What makes no sense in its frame is the usual; what was typed stays.

    `places`: values of `queries.list_places_near`; `cells`: what stands in each slot; `same`: weeks like the one above.
    """

    def __init__(self, given: MultiDict[str, str], names: Mapping[str, str], usual: list[str]) -> None:
        self.names = names
        self.weeks = _number(given.get("weeks", ""), USUAL_WEEKS, season.MOST_WEEKS)
        self.places = list(dict.fromkeys(each for each in given.getlist("place") if each in names)) or usual
        self.places = self.places[: season.MOST_PLACES]
        most = season.MOST_CELLS // max(1, self.weeks * len(self.places))
        self.slots = min(_number(given.get("slots", ""), 1, season.MOST_SLOTS), max(1, most))
        self.first = season.mondays(_first(given.get("first", "")), 1)[0]
        self.mondays = season.mondays(self.first, self.weeks)
        self.cells = {key: _typed(given, key) for key in self.keys()}
        self.same = {week for week in range(1, self.weeks) if given.get(f"same-{week}")}
        self.problems: dict[Key, RuleBroken] = {}
        self.whole_problem: RuleBroken | None = None

    def keys(self) -> list[Key]:
        """Every slot, week by week."""
        return [
            (week, place, slot)
            for week in range(self.weeks) for place in range(len(self.places)) for slot in range(self.slots)
        ]  # fmt: skip

    def frame(self) -> dict[str, object]:
        """Weeks and places, as values of an address or hidden fields."""
        return {"first": self.first.isoformat(), "weeks": self.weeks, "slots": self.slots, "place": self.places}

    def filled(self) -> dict[Key, Typed]:
        """What is meant: weeks like the one above are filled; empty slots are left out."""
        cells = season.filled_down(self.cells, self.same, self.weeks)
        return {key: typed for key, typed in cells.items() if not typed.empty}

    def about(self, key: Key) -> str:
        """“The Shop, week 3”."""
        return _("%(place)s, week %(week)s", place=self.names[self.places[key[1]]], week=key[0] + 1)


def name_of(key: Key, part: str) -> str:
    """The name of a field of a slot."""
    return f"{part}-{key[0]}-{key[1]}-{key[2]}"


def _typed(given: MultiDict[str, str], key: Key) -> Typed:
    return Typed(**{part: clean_line(given.get(name_of(key, part), "")[:LONGEST_TYPED]) for part in PARTS})


def _number(text: str, usual: int, most: int) -> int:
    whole = text.isascii() and text.isdecimal() and len(text) < 4
    return min(max(1, int(text)), most) if whole else usual


def _first(text: str) -> date:
    """The first day asked for; next week where it makes no sense."""
    today = clock.today()
    try:
        asked = day_of(text)
    except RuleBroken:
        return today + timedelta(days=7)
    return asked if timedelta(days=-7) < asked - today < timedelta(days=366) else today + timedelta(days=7)
