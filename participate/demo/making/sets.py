"""A set that a stuck project asks for: one neighbour said yes, one cannot, and the next was asked in her place."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from participate.core import clock
from participate.demo.making.ground import DAY, Ground, Neighbour
from participate.demo.making.projects import Made, Wanted
from participate.matching.assembling.reading import units_of
from participate.matching.assembling.rules import USUAL, USUAL_HEADS, answer_until
from participate.matching.words import AskStatus, SetStatus
from participate.projects.words import NeedKind, Stage

STUCK = (Stage.GATHERING, Stage.TRYING_OUT)
LONG_AGO = timedelta(days=21)  # a need that is open for so long is seen at the hub
AHEAD, EVENING = 6 * DAY, time(18)
ASKED = timedelta(hours=40)  # ago
# For which need, how many hours after the set was asked for, how it stands, and when she answered.
ASKS = (
    (0, 0, AskStatus.YES, 5),
    (1, 0, AskStatus.NO, 20),
    (1, 21, AskStatus.ASKED, None),
)


@dataclass(frozen=True)
class Asked:
    """The set with its row."""

    id: int
    at: datetime
    starts_at: datetime


def make_sets(ground: Ground, begun: list[Made]) -> None:
    """One set, for the project that has been stuck longest, where one lacks two neighbours."""
    stuck = [one for one in begun if one.stage in STUCK and len(_single(one)) > 1]
    if not stuck:
        return
    project = min(stuck, key=lambda one: (min(each.made_at for each in one.wanted) > ground.now - LONG_AGO, one.id))
    neighbours = _near(ground, project)
    if len(neighbours) < len(ASKS):
        return
    asked, needs = _write(ground, project), _single(project)
    for neighbour, (place, hours, status, answered) in zip(neighbours, ASKS, strict=False):
        at = asked.at + timedelta(hours=hours)
        answered_at = asked.at + timedelta(hours=answered) if answered is not None else None
        _write_ask(ground, asked, neighbour, needs[place], at, status, answered_at)


def _single(project: Made) -> list[Wanted]:
    """Its open needs for one person each."""
    return [each for each in project.wanted if units_of(each.words) == 1]


def _near(ground: Ground, project: Made) -> list[Neighbour]:
    """Neighbours who are online and not in it, those of its own ward first; none of the cast, who sign in fresh."""
    never = project.team | {number for number, _hub, _at in ground.entered} | set(ground.cast.values())
    found = [one for one in ground.neighbours if one.id not in never]
    return sorted(found, key=lambda one: (one.ward != project.ward, one.id))


def _write(ground: Ground, project: Made) -> Asked:
    made_by, at = project.hosts[0].id, ground.now - ASKED
    starts_at = clock.moment_of(ground.today + AHEAD, EVENING)
    number = ground.book.add(
        "project_set", project_id=project.id, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=USUAL),
        heads=USUAL_HEADS, status=SetStatus.ASKING, made_by=made_by, made_at=at, closed_at=None,
    )  # fmt: skip
    ground.book.note(at, made_by, "asked", "project_set", number)
    return Asked(number, at, starts_at)


def _write_ask(
    ground: Ground, asked: Asked, person: Neighbour, need: Wanted, at: datetime, status: AskStatus,
    answered_at: datetime | None,
) -> None:  # fmt: skip
    number = ground.book.add(
        "ask", set_id=asked.id, person_id=person.id, status=status, asked_at=at,
        good_until=answer_until(at, asked.starts_at), answered_at=answered_at,
    )  # fmt: skip
    ground.book.add(
        "ask_line", ask_id=number, need_id=need.id, kind=NeedKind.PERSON, what=need.words, units=1, space_id=None,
        material_id=None, booking_id=None, loan_id=None, gift_ask_id=None,
    )  # fmt: skip
    ground.book.note(at, None, "asked", "ask", number)
    if answered_at is not None:
        ground.book.note(answered_at, person.id, "answered", "ask", number)
