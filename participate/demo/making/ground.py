"""What a neighbourhood stands on, and the people and things that later rooms of the making draw from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from random import Random

from participate.core import clock
from participate.demo.making.book import Book
from participate.demo.making.diary import Diary
from participate.demo.rules import YEAR, Sizes
from participate.profiles.words import Theme
from participate.spaces.rules.opening import Opening
from participate.spaces.words import BookingMode

DAY = timedelta(days=1)
THEMES = tuple(Theme)
MORNING = time(8)
MINUTES_AWAKE = 14 * 60
EARLY = 0.7  # below 1: the older, the more
START_UP = 5  # days from the first neighbours to the first projects


@dataclass(frozen=True)
class WardGround:
    """One ward: its id, its populated squares (a square with more postcodes comes more often), its places."""

    id: int
    code: str
    weight: float
    squares: tuple[int, ...]
    streets: tuple[str, ...]
    greens: tuple[str, ...]


@dataclass(frozen=True)
class StreetGround:
    """A street with its row."""

    id: int
    name: str
    square: int | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A resident, as far as the making needs to know her."""

    id: int
    first_name: str
    ward: int
    square: int | None
    language: str
    joined_at: datetime


@dataclass(frozen=True)
class Partner:
    """An organisation with its row."""

    id: int
    name: str
    ward: int
    square: int | None
    street: str
    speaker: int = 0


@dataclass(frozen=True)
class HubGround:
    """A hub with its row, its opening hours and its staff."""

    id: int
    name: str
    ward: int
    square: int | None
    street: str
    step_free: bool
    hours: dict[int, tuple[time, time]]


@dataclass(frozen=True)
class Room:
    """A space with its row, as far as whoever books it needs to know. `answerer`: who says yes or no."""

    id: int
    kind: str
    ward: int
    square: int | None
    hub_id: int | None
    step_free: bool
    toilet: bool
    open_to_all: bool
    name: str
    capacity: int
    answerer: int
    opening: Opening
    mode: BookingMode
    before: int
    after: int
    least: int
    most: int
    since: date


@dataclass
class Ground:
    """Where everything is put. The lists fill up as the making goes on; a ward is its place in `wards`."""

    book: Book
    seed: int
    now: datetime
    sizes: Sizes
    wards: Sequence[WardGround]
    recipes: dict[str, int]
    years: int = 0  # of history before the three weeks around today
    goals: tuple[int, ...] = ()  # ids of the goals that projects are tagged by
    # What stood here before the demo: names of hubs and organisations, and streets by ward id and name.
    taken: frozenset[str] = frozenset()
    standing: Mapping[tuple[int, str], StreetGround] = field(default_factory=dict)
    streets: dict[int, list[StreetGround]] = field(default_factory=dict)
    hubs: list[HubGround] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)
    neighbours: list[Neighbour] = field(default_factory=list)
    by_ward: dict[int, list[Neighbour]] = field(default_factory=dict)
    cast: dict[str, int] = field(default_factory=dict)
    staff: dict[int, list[int]] = field(default_factory=dict)  # hub id → ids of its staff
    entered: list[tuple[int, int, datetime]] = field(default_factory=list)  # written down: person, hub, when
    rooms: list[Room] = field(default_factory=list)
    diary: Diary = field(default_factory=Diary)
    _mornings: dict[int, datetime] = field(default_factory=dict)  # so many days ago → eight o'clock, in UTC

    def dice(self, part: str) -> Random:
        """The dice of one part of the making: what one part draws does not change another."""
        return Random(f"participate {self.seed} {part}")

    @cached_property
    def today(self) -> date:
        return clock.local(self.now).date()

    @cached_property
    def midnight(self) -> datetime:
        """The moment at which today began: what is drawn by it is the same at every hour of the day."""
        return clock.moment_of(self.today, time())

    def ago(self, dice: Random, most: float, least: float = 0.0) -> datetime:
        """A moment between `least` and `most` days ago, by daylight or in the evening, never in the future."""
        days, minutes = int(dice.uniform(least, most)), int(dice.random() * MINUTES_AWAKE)
        if days not in self._mornings:
            self._mornings[days] = clock.moment_of(self.today - days * DAY, MORNING)
        moment = self._mornings[days] + timedelta(minutes=minutes)
        return moment if days else min(moment, self.now - timedelta(minutes=1 + minutes // 3))

    def grown(self, days: int) -> int:
        """So many days, or as many as the history goes back where that is further."""
        return max(days, self.years * YEAR - START_UP) if self.years else days

    def long_ago(self, dice: Random, most: float, least: float = 0.0) -> datetime:
        """As `ago`; in a history of years, so far ago as that goes back, and more of them early on."""
        drawn = self.ago(dice, most, least)
        if not self.years:
            return drawn
        days = (self.today - clock.local(drawn).date()).days  # the hour at which it is made decides nothing
        part = min(1.0, max(0.0, (days - least) / (most - least)))
        return drawn - max(0, round(least + (self.grown(round(most)) - least) * part**EARLY - days)) * DAY

    def square(self, dice: Random, ward: int) -> int | None:
        """A square of the ward in which people live."""
        squares = self.wards[ward].squares
        return dice.choice(squares) if squares else None

    def free(self, name: str) -> str:
        """The name of a hub or organisation that nobody here has."""
        return f"{name} (demo)" if name in self.taken else name

    def member(self, part: str) -> Neighbour:
        """The resident of the cast with this part."""
        return next(one for one in self.neighbours if one.id == self.cast[part])

    def someone(self, dice: Random, ward: int) -> Neighbour:
        """A resident of the ward, or of anywhere when nobody lives there."""
        return dice.choice(self.by_ward.get(ward) or self.neighbours)

    def settle(self, neighbour: Neighbour) -> None:
        """Count a resident in."""
        self.neighbours.append(neighbour)
        self.by_ward.setdefault(neighbour.ward, []).append(neighbour)

    def street(self, dice: Random, ward: int) -> StreetGround:
        """A street of the ward."""
        return dice.choice(self.streets[ward])

    def themes(self, dice: Random) -> list[Theme]:
        """Two themes that somebody likes best."""
        return dice.sample(THEMES, 2)

    def choose_ward(self, dice: Random) -> int:
        """A ward, the big ones more often."""
        return dice.choices(self._places, cum_weights=self._weights)[0]

    @cached_property
    def _places(self) -> range:
        return range(len(self.wards))

    @cached_property
    def _weights(self) -> list[float]:
        return list(accumulate(ward.weight for ward in self.wards))
