"""Which cells a measure has in a period, and where there can be anything at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from participate.core.text import slug_of
from participate.insight.counting.given import Ground
from participate.insight.counting.held import held_in
from participate.insight.disclosure.table import Area, Counted, Key
from participate.insight.periods import Period
from participate.insight.words import BOROUGH, UNKNOWN, WHOLE, Grain, Split
from participate.places.models import Ward
from participate.profiles.words import Theme
from participate.sessions.words import CameBy

LENGTHS = ("once", "two_three", "four_more")  # how often somebody came in a year
VALUES: Mapping[Split, tuple[str, ...]] = {
    Split.THEME: tuple(theme.value for theme in Theme),
    Split.CHANNEL: tuple(way.value for way in CameBy),
    Split.LENGTH: LENGTHS,
}
Possible = Callable[[Key], bool]


@dataclass(frozen=True)
class Cut:
    """One way of laying rows out: by borough, locality or ward (`level`), and by a split or not."""

    level: str
    split: Split | None = None

    def key(self, place: str | None, value: str | None) -> Key | None:
        """The cell of a row: `place` is a ward's code or a locality's name. None for a ward of no locality."""
        split = f"{self.split}:{value}" if self.split else WHOLE
        if self.level == "locality":
            return (f"locality:{slug_of(place)}", split) if place else None
        if self.level == "ward":
            return (f"ward:{place}" if place else UNKNOWN), split
        return BOROUGH, split


def ground_of(connection: Connection) -> Ground:
    """The areas as they are now."""
    wards = connection.execute(select(Ward.id, Ward.code, Ward.locality).order_by(Ward.code)).all()
    localities: dict[str, tuple[str, ...]] = {}
    for _id, code, name in wards:
        found = Cut("locality").key(name, None)
        if found:
            localities[found[0]] = (*localities.get(found[0], ()), f"ward:{code}")
    areas = Area(tuple(f"ward:{code}" for _id, code, _name in wards), localities)
    return Ground(connection, areas, {ward_id: f"ward:{code}" for ward_id, code, _name in wards})


def cuts_of(period: Period, *splits: Split, theme_by_ward: bool = False) -> list[Cut]:
    """How a measure is laid out in a period: never finer than the fixed list allows (P-24)."""
    cuts = [Cut("borough"), *(Cut("borough", split) for split in splits)]
    if period.grain is not Grain.MONTH:
        cuts += [Cut("locality"), Cut("ward")]
    if period.grain is Grain.YEAR and theme_by_ward:
        cuts += [Cut("locality", Split.THEME), Cut("ward", Split.THEME)]
    return cuts


def keys_of(areas: Area, cuts: Iterable[Cut]) -> Iterator[Key]:
    """Every cell of these cuts, whether anybody is in it or not."""
    named = {"borough": (BOROUGH,), "locality": tuple(areas.localities), "ward": (*areas.wards, UNKNOWN)}
    for cut in cuts:
        splits = [f"{cut.split}:{value}" for value in VALUES[cut.split]] if cut.split else [WHOLE]
        yield from ((area, split) for area in named[cut.level] for split in splits)


def filled(ground: Ground, cuts: Sequence[Cut], found: Mapping[Key, Counted], possible: Possible) -> dict[Key, Counted]:
    """Every cell of the cuts: what was found there, or nothing."""
    return {key: found[key] if key in found else Counted(0, 0, 0, possible(key)) for key in keys_of(ground.areas, cuts)}


def where_held(ground: Ground, period: Period) -> Possible:
    """Whether a session that counts in the period took place there. Sessions are no secret."""
    held = held_in(period)
    rows = ground.connection.execute(select(held.c.ward, held.c.locality, held.c.theme).distinct()).all()
    there: set[Key | None] = set()
    for ward, locality, theme in rows:
        for level, place in (("borough", None), ("locality", locality), ("ward", ward)):
            there |= {Cut(level).key(place, None), Cut(level, Split.THEME).key(place, theme)}

    def took_place(key: Key) -> bool:
        area, split = key
        return (area, split if split.startswith(Split.THEME) else WHOLE) in there

    return took_place


def where_lived(ground: Ground, period: Period) -> Possible:
    """People of every ward may come wherever there is a session (of that theme)."""
    held = where_held(ground, period)
    return lambda key: held((BOROUGH, key[1]))


def anywhere(_key: Key) -> bool:
    """There may be something, whatever took place."""
    return True
