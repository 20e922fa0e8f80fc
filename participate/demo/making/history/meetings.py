"""Which projects meet in a week of the past, and who is there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from participate.demo.making.ground import Ground
from participate.demo.making.history.crowd import Crowd, Visit
from participate.demo.making.history.season import is_closed
from participate.demo.making.projects import Made
from participate.demo.rules import meeting_days_of
from participate.projects.words import Stage

HEADS = 9  # known by name, on average, where there are enough people
MOST_HEADS = 34
FAMILIES = 0.6  # of the seats are for adults where children come along
OUTSIDE = 0.12  # go to a session of another ward
HOME = 0.75  # of a regular's visits are to her own projects, where these meet
TRIES = 3
FIRST_MEETING = timedelta(days=14)  # after a project began


@dataclass(frozen=True)
class Alive:
    """A project with the days between which it met. `turn`: which are left out first in a quiet week."""

    project: Made
    first: date
    last: date
    turn: float


@dataclass(slots=True)
class Meeting:
    """One session of the past on its way. `waiting`: those for whom there was no seat."""

    project: Made
    day: date
    host: int
    room: int
    came: dict[int, Visit] = field(default_factory=dict)
    waiting: list[int] = field(default_factory=list)

    def seat(self, visit: Visit) -> bool:
        """Whether there is a seat for her; nobody sits twice."""
        if len(self.came) + 1 >= self.room or visit.person in self.came or visit.person == self.host:
            return False
        self.came[visit.person] = visit
        return True


def alive(ground: Ground, projects: Sequence[Made], ends: dict[int, date]) -> list[Alive]:
    """The projects that met at all. `ends`: the last day of those that meet no more."""
    dice = ground.dice("turns")
    return [
        Alive(one, (one.began + FIRST_MEETING).date(), ends.get(one.id, ground.today), dice.random())
        for one in projects
        if one.stage is not Stage.GATHERING
    ]


class Week:
    """The sessions of one week, as many as the visits need."""

    def __init__(self, dice: Random, monday: date, projects: Sequence[Alive], wished: int) -> None:
        self._dice = dice
        possible = [(one, day) for one in projects for day in _days(one, monday)]
        possible.sort(key=lambda each: each[0].turn + 0.3 * dice.random())
        chosen = possible[: max(1, -(-wished // HEADS))] if wished else []
        self.meetings = [self._meeting(one.project, day) for one, day in chosen]
        self._by_project: dict[int, list[Meeting]] = defaultdict(list)
        self._by_ward: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            self._by_project[meeting.project.id].append(meeting)
            self._by_ward[meeting.project.ward].append(meeting)

    def _meeting(self, project: Made, day: date) -> Meeting:
        variant = project.variant
        room = min(variant.seats or MOST_HEADS, MOST_HEADS)
        host = self._dice.choice(project.hosts).id
        return Meeting(project, day, host, int(room * FAMILIES) if variant.children else room)

    def fill(self, crowd: Crowd, visits: list[Visit], week: int) -> None:
        """Everybody finds a session, or waits for one, or comes another time."""
        self._dice.shuffle(visits)
        for visit in visits:
            full: Meeting | None = None
            for meeting in self._choices(visit) if self.meetings else ():
                if meeting.seat(visit):
                    crowd.came(visit, meeting.project.id, week)
                    break
                full = meeting
            else:
                crowd.put_off(visit, week)
                if full and visit.person not in full.came and visit.person != full.host:
                    full.waiting.append(visit.person)

    def _choices(self, visit: Visit) -> Iterator[Meeting]:
        """Sessions that she tries, the likeliest first."""
        dice = self._dice
        homes = [each for home in visit.homes for each in self._by_project.get(home, ())]
        if homes and dice.random() < HOME:
            yield dice.choice(homes)
        near = self._by_ward.get(visit.ward)
        for _try in range(TRIES if near and dice.random() >= OUTSIDE else 0):
            yield dice.choice(near or self.meetings)
        for _try in range(TRIES):
            yield dice.choice(self.meetings)


def _days(one: Alive, monday: date) -> Iterator[date]:
    when = one.project.variant.when
    every = max(when.every, 2) if one.project.stage is Stage.TRYING_OUT else when.every
    for day in meeting_days_of(monday, when.days, every, one.project.phase, when.school_days):
        if one.first <= day <= one.last and not is_closed(day):
            yield day
