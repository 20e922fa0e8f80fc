"""Who comes in which week: most once, some now and then, a fifth again and again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from participate.demo.making.ground import Ground, Neighbour
from participate.demo.rules import WEEK

EVER = 0.82  # of the residents come at least once
ONCE, NOW_AND_THEN = 0.53, 0.305  # of those who come; the others become regulars
SETTLING = 35  # days on average from joining to the first time
RETURNS = (1, 1, 2, 2, 3, 4, 5)
APART = 9  # weeks between the returns of somebody who comes now and then, on average
STAYS = 100  # weeks for which a regular comes, on average
LEAST_STAY = 14
MOST_HOMES = 3  # projects to which one goes first
OFTEN = (0.5, 1.0, 1.0, 1.5, 2.0, 2.0, 3.0)  # times a week


@dataclass(slots=True)
class Visit:
    """Somebody means to come in this week. `homes`: the projects that she goes to first, by id."""

    person: int
    ward: int
    homes: list[int] = field(default_factory=list)
    first: bool = False


@dataclass(slots=True)
class Regular:
    """Who comes again and again, until a week; how often."""

    person: int
    ward: int
    until: int
    often: float
    homes: list[int] = field(default_factory=list)


class Crowd:
    """The neighbours as they come, week by week. `weeks` are their Mondays; a week is its place in them."""

    def __init__(self, ground: Ground, weeks: Sequence[date], passing: Sequence[Neighbour] = ()) -> None:
        self._dice, self._weeks = ground.dice("crowd"), weeks
        self._arriving: dict[int, list[Visit]] = defaultdict(list)
        self._returning: dict[int, list[Visit]] = defaultdict(list)
        self.regulars: list[Regular] = []
        left_out = set(ground.cast.values())
        for neighbour in [*ground.neighbours, *passing]:
            if neighbour.id not in left_out and self._dice.random() < EVER:
                self._arrive(ground, neighbour)

    def _arrive(self, ground: Ground, neighbour: Neighbour) -> None:
        """Plan her first time: some days after she joined, in one of the weeks."""
        joined = neighbour.joined_at.date()
        days = (joined - self._weeks[0]).days + self._dice.expovariate(1 / SETTLING)
        week = int(max(days, self._dice.random() * 4 * WEEK.days) // WEEK.days)
        if week < len(self._weeks):
            self._arriving[week].append(Visit(neighbour.id, neighbour.ward, first=True))

    def visits(self, week: int, keenness: float) -> list[Visit]:
        """Who means to come in a week."""
        going = [*self._arriving.pop(week, ()), *self._returning.pop(week, ())]
        self.regulars = [one for one in self.regulars if one.until > week]
        for one in self.regulars:
            wished = one.often * keenness
            times = int(wished) + (self._dice.random() < wished % 1)
            going += [Visit(one.person, one.ward, one.homes)] * times
        return going

    def put_off(self, visit: Visit, week: int) -> None:
        """There was no room for her: somebody new tries again a week later."""
        if visit.first:
            self._arriving[week + 1].append(visit)

    def came(self, visit: Visit, project: int, week: int) -> None:
        """She was there. Whoever came for the first time never comes again, or now and then, or becomes a regular."""
        if visit.first:
            kind = self._dice.random()
            if kind >= ONCE + NOW_AND_THEN:
                self._stay(visit, project, week)
            elif kind >= ONCE:
                for later in self._later(week):
                    self._returning[later].append(Visit(visit.person, visit.ward, [project]))
        elif len(visit.homes) < MOST_HOMES and project not in visit.homes:
            visit.homes.append(project)

    def _stay(self, visit: Visit, project: int, week: int) -> None:
        stays = LEAST_STAY + round(self._dice.expovariate(1 / (STAYS - LEAST_STAY)))
        often = self._dice.choice(OFTEN)
        self.regulars.append(Regular(visit.person, visit.ward, week + 1 + stays, often, [project]))

    def _later(self, week: int) -> Iterator[int]:
        for _each in range(self._dice.choice(RETURNS)):
            week += 1 + round(self._dice.expovariate(1 / APART))
            yield week
