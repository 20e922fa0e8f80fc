"""Made-up boroughs to attack: a year of people, each known only to the attack itself. Pure; the same by seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participate.insight.disclosure.table import Area

Numbers = NDArray[np.int64]
NOT_TOLD = -1  # the ward of somebody who did not say


@dataclass(frozen=True)
class Borough:
    """Rows of one year: who came, in which month it counts, on what theme, by which way, where, for how long; and how
    many children came along. `lives` and `disability` are by person. `known_before`: people of the year before, or
    none. `fresh`: whether somebody never came before this year."""

    areas: Area
    themes: int
    lives: Numbers
    disability: Numbers
    fresh: NDArray[np.bool_]
    known_before: int | None
    person: Numbers
    month: Numbers
    theme: Numbers
    channel: Numbers
    place: Numbers
    hours: Numbers
    children: Numbers


def made(seed: int) -> Borough:
    """A borough of 5 to 25 wards in 2 to 5 localities, and 100 to 5,000 people who come in the year."""
    chance = np.random.default_rng([seed, 7])
    wards = int(chance.integers(5, 26))
    people = int(np.exp(chance.uniform(np.log(100), np.log(5000))))
    themes = int(chance.integers(3, 9))
    reach = chance.dirichlet(np.full(wards, 3.0))
    lives = chance.choice(wards, people, p=reach)
    lives[chance.random(people) < chance.choice([0.0, 0.03, 0.1])] = NOT_TOLD
    person, happened = _comings(chance, people)
    theme, place = _sessions(chance, themes, wards, len(person))
    late = np.where(chance.random(len(person)) < 0.06, chance.integers(1, 3, len(person)), 0)
    counts_in = happened + late  # written down late: it counts then, and after December in the next year
    here = counts_in < 12
    size = int(here.sum())
    return Borough(
        areas=_areas(chance, wards), themes=themes, lives=lives,
        disability=chance.choice(3, people, p=[0.15, 0.5, 0.35]), fresh=chance.random(people) < 0.6,
        known_before=int(people * chance.uniform(0.5, 1.3)) if chance.random() < 0.5 else None,
        person=person[here], month=counts_in[here], theme=theme[here],
        channel=chance.choice(4, size, p=[0.5, 0.3, 0.15, 0.05]), place=place[here],
        hours=chance.choice([1, 2, 3], size, p=[0.3, 0.5, 0.2]),
        children=np.where(chance.random(size) < 0.15, chance.integers(1, 4, size), 0),
    )  # fmt: skip


def _areas(chance: np.random.Generator, wards: int) -> Area:
    """Localities of neighbouring wards; in one borough of five, a few wards belong to none."""
    codes = tuple(f"ward:{number:02}" for number in range(wards))
    loose = int(chance.integers(1, 3)) if chance.random() < 0.2 else 0
    many = int(chance.integers(2, min(5, max(2, (wards - loose) // 2)) + 1))
    cuts = np.sort(chance.choice(np.arange(1, wards - loose), many - 1, replace=False))
    ends = [0, *cuts.tolist(), wards - loose]
    return Area(codes, {f"locality:{at}": codes[ends[at] : ends[at + 1]] for at in range(many)})


def _comings(chance: np.random.Generator, people: int) -> tuple[Numbers, Numbers]:
    """Who came in which month: from when they join until they leave, more in some months; everybody at least once."""
    joins = chance.integers(0, 12, people)
    stays = chance.geometric(0.35, people)
    times = np.minimum(chance.geometric(0.25, people), 60)
    person = np.repeat(np.arange(people), times)
    after = (chance.random(len(person)) * np.minimum(stays, 12 - joins)[person]).astype(np.int64)
    return person, joins[person] + after


def _sessions(chance: np.random.Generator, themes: int, wards: int, size: int) -> tuple[Numbers, Numbers]:
    """The theme of each coming, and where it was: each theme is at home in some wards only."""
    theme = chance.choice(themes, size, p=chance.dirichlet(np.full(themes, 1.0)))
    homes = [chance.choice(wards, int(chance.integers(1, wards + 1)), replace=False) for _ in range(themes)]
    shares = [chance.dirichlet(np.full(len(home), 0.8)) for home in homes]
    place = np.zeros(size, dtype=np.int64)
    for number in range(themes):
        those = theme == number
        place[those] = chance.choice(homes[number], int(those.sum()), p=shares[number])
    return theme, place
