"""The smallest set, exactly: one whole-number programme for HiGHS.

As many needs as possible are met; of all ways to that the one that asks the fewest people and hubs; of those the one
that fits best, is nearest and soonest. One sum holds the three: a need outweighs all parties, a party all costs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from participate.matching.assembling.problem import Assembled, Offer, Problem

MOST_SECONDS = 5.0  # then what is best so far is good enough


class NoAnswer(RuntimeError):
    """The solver came to no end. Every problem has one: nothing at all is a set."""


def assemble(problem: Problem) -> Assembled:
    """The best set, at the first of the times at which it costs the same. Raises NoAnswer."""
    offers = list(_worth_trying(problem))
    times = _worth_having(problem, offers)
    if not times:
        return Assembled(None, (), tuple(want.id for want in problem.wants))
    found = _Model(problem, offers, times).solve()
    if found.time is None:
        return found
    good = [time for time in range(len(problem.times)) if all(time in each.times for each in found.offers)]
    return replace(found, time=min(good, key=lambda time: (problem.times[time], time)))


def _worth_having(problem: Problem, offers: Sequence[Offer]) -> list[int]:
    """The times but those at which something can be had and all of it at another time that costs no more."""
    had = [
        sum(1 << number for number, each in enumerate(offers) if time in each.times)
        for time in range(len(problem.times))
    ]
    kept: list[int] = []
    for time in sorted(range(len(had)), key=lambda time: (problem.times[time], -had[time].bit_count(), time)):
        if had[time] and not any(had[time] & had[other] == had[time] for other in kept):
            kept.append(time)
    return kept


def _worth_trying(problem: Problem) -> Iterator[Offer]:
    """The offers but those beside which enough others for the same want are as good in every way. Only what stands
    for itself may take another's place: a thing and a party of one offer, kept apart from nobody.
    """
    things, parties = Counter(each.thing for each in problem.offers), Counter(each.party for each in problem.offers)
    pairs = {party for pair in problem.apart for party in pair}
    units = {want.id: want.units for want in problem.wants}
    better: dict[int, list[Offer]] = {}
    for each in sorted(problem.offers, key=lambda one: (one.cost, -one.units, -len(one.times))):
        others = better.setdefault(each.want, [])
        alone = things[each.thing] == parties[each.party] == 1
        as_good = sum(each.times <= other.times and each.units <= other.units for other in others)
        if alone and as_good >= units.get(each.want, 0):
            continue
        if alone and each.party not in pairs:
            others.append(each)
        yield each


@dataclass
class _Rows:
    """Rows of a sparse matrix as they grow: row · x ≤ most."""

    places: list[tuple[int, int]] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def add(self, entries: Iterable[tuple[int, float]], most: float) -> None:
        for column, value in entries:
            self.places.append((len(self.most), column))
            self.values.append(value)
        self.most.append(most)

    def matrix(self, width: int) -> csr_array:
        at = tuple(zip(*self.places, strict=True))
        return csr_array((self.values, at), shape=(len(self.most), width))


class _Model:
    """The columns: offers, then parties, wants and times, all of them taken or not."""

    def __init__(self, problem: Problem, offers: Sequence[Offer], times: Sequence[int]) -> None:
        self._problem, self._offers, self._times = problem, offers, times
        parties = sorted({each.party for each in offers})
        self._party_at = {party: len(offers) + number for number, party in enumerate(parties)}
        self._first_want = len(offers) + len(parties)
        self._first_time = self._first_want + len(problem.wants)
        self._width = self._first_time + len(times)
        self._rows = _Rows()
        self._one_time()
        self._offers_need_time_and_party()
        self._each_thing_once()
        self._wants_are_met_whole()
        self._never_both()

    def solve(self) -> Assembled:
        """The best set. Raises NoAnswer."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - a second, not needed to start

        found = milp(
            self._values(), integrality=np.ones(self._width), bounds=Bounds(0, 1),
            constraints=LinearConstraint(self._rows.matrix(self._width), ub=self._rows.most),
            options={"mip_rel_gap": 0, "time_limit": MOST_SECONDS},
        )  # fmt: skip
        if found.x is None:
            raise NoAnswer(found.message)
        return self._answer(np.round(found.x))

    def _values(self) -> NDArray[np.float64]:
        """What taking each column costs; whole numbers."""
        values, dearest = np.zeros(self._width), dict[int, int]()
        for number, each in enumerate(self._offers):
            values[number] = each.cost
            dearest[each.want] = max(dearest.get(each.want, 0), each.cost)
        values[self._first_time :] = [self._problem.times[time] for time in self._times]
        most_cost = sum(want.units * dearest.get(want.id, 0) for want in self._problem.wants)
        a_party = 1 + most_cost + max(self._problem.times)
        values[len(self._offers) : self._first_want] = a_party
        values[self._first_want : self._first_time] = -a_party * (1 + len(self._party_at))
        return values

    def _answer(self, chosen: NDArray[np.float64]) -> Assembled:
        offers = tuple(each for each, taken in zip(self._offers, chosen, strict=False) if taken)
        met = chosen[self._first_want : self._first_time]
        left = tuple(want.id for want, is_met in zip(self._problem.wants, met, strict=True) if not is_met)
        time = self._times[int(np.argmax(chosen[self._first_time :]))]
        return Assembled(time if offers else None, offers, left)

    def _one_time(self) -> None:
        columns = range(self._first_time, self._width)
        self._rows.add(((column, 1) for column in columns), 1)
        self._rows.add(((column, -1) for column in columns), -1)

    def _offers_need_time_and_party(self) -> None:
        for number, each in enumerate(self._offers):
            good = [self._first_time + at for at, time in enumerate(self._times) if time in each.times]
            self._rows.add([(number, 1), *((column, -1) for column in good)], 0)
            self._rows.add([(number, 1), (self._party_at[each.party], -1)], 0)

    def _each_thing_once(self) -> None:
        of_thing: dict[str, list[int]] = {}
        for number, each in enumerate(self._offers):
            of_thing.setdefault(each.thing, []).append(number)
        for numbers in of_thing.values():
            if len(numbers) > 1:
                self._rows.add(((number, 1) for number in numbers), 1)

    def _wants_are_met_whole(self) -> None:
        for at, want in enumerate(self._problem.wants):
            mine = [(number, -each.units) for number, each in enumerate(self._offers) if each.want == want.id]
            self._rows.add([(self._first_want + at, want.units), *mine], 0)

    def _never_both(self) -> None:
        for one, other in self._problem.apart:
            if one in self._party_at and other in self._party_at and one != other:
                self._rows.add([(self._party_at[one], 1), (self._party_at[other], 1)], 1)
