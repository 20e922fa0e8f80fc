"""Who came to the sessions that are over, as their hosts counted them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from participate.demo.making.ground import Ground
from participate.demo.making.past import Past
from participate.demo.making.projects import Made
from participate.sessions.words import AgeBand, CameBy

COUNTED_AFTER = timedelta(minutes=10)
FORGOTTEN = 9  # on every so many days nobody counts
LONGER = (0, 15, 0, -10)  # minutes
FEWEST, MOST = 3, 12
THANKS = ("", "", "I laughed a lot. Thank you!", "My first time, and I felt at home.", "See you next week.")
AGAIN = 0.8
YOUNG = (AgeBand.CHILD, AgeBand.CHILD, AgeBand.TODDLER, AgeBand.BABY, AgeBand.TEENAGER)


def is_counted(ground: Ground, ends_at: datetime) -> bool:
    """Whether the host of a session that ended then has counted."""
    return ends_at + COUNTED_AFTER < ground.now and ends_at.toordinal() % FORGOTTEN > 0


def closing(ground: Ground, ends_at: datetime, minutes: int) -> dict[str, Any]:
    """What the count says about a session: when it was closed, and how long it really took."""
    if not is_counted(ground, ends_at):
        return {"counted_at": None, "actual_minutes": None}
    return {"counted_at": ends_at + COUNTED_AFTER, "actual_minutes": minutes + LONGER[ends_at.toordinal() % 4]}


def make_counts(ground: Ground, projects: Iterable[Made], met: Iterable[tuple[int, int, datetime]], past: Past) -> None:
    """The heads of each counted session, the first session first. `met`: (session id, project id, end)."""
    dice, made = ground.dice("counts"), {project.id: project for project in projects}
    again = ground.dice("coming again")
    for session_id, project_id, ends_at in sorted(met, key=lambda each: (each[2], each[0])):
        if is_counted(ground, ends_at):
            project = made[project_id]
            host_id = project.hosts[0].id
            adults = _again(again, _adults(ground, dice, project), past.often.get(project_id))
            shared = {"session_id": session_id, "recorded_by": host_id, "came_at": ends_at - timedelta(hours=1)}
            for person_id in adults:
                _add(ground, shared, person_id=person_id, first_time=person_id not in past.times)
            _thank(ground, dice, session_id, adults[1:], ends_at)
            for band in _young(dice, project, len(adults)):
                _add(ground, shared, band=band)
            past.times.update(adults)
            ground.book.note(ends_at + COUNTED_AFTER, host_id, "closed the count of", "session", session_id)


def _thank(ground: Ground, dice: Random, session_id: int, adults: Iterable[int], ends_at: datetime) -> None:
    """Some say thank you the day after, some of them with a line."""
    for person_id in adults:
        if dice.random() < 0.2:
            at = min(ends_at + timedelta(days=1), ground.now)
            ground.book.add("thanks", session_id=session_id, person_id=person_id, words=dice.choice(THANKS), made_at=at)


def _adults(ground: Ground, dice: Random, project: Made) -> list[int]:
    """The host, and neighbours of the ward; those of the team come again and again."""
    most = min(project.variant.seats or MOST, MOST)
    wished = dice.randrange(min(FEWEST, most), most + 1)
    drawn = [project.hosts[0].id, *(ground.someone(dice, project.ward).id for _each in range(wished - 1))]
    return list(dict.fromkeys(drawn))


def _again(dice: Random, adults: list[int], often: Sequence[int] | None) -> list[int]:
    """Most of them after the host are those who come to this project again and again, where there is a history."""
    if not often:
        return adults
    return list(
        dict.fromkeys([adults[0], *(dice.choice(often) if dice.random() < AGAIN else one for one in adults[1:])])
    )


def _young(dice: Random, project: Made, adults: int) -> list[AgeBand]:
    room = (project.variant.seats or 2 * MOST) - adults
    return [dice.choice(YOUNG) for _each in range(min(room, dice.randrange(5)))] if project.variant.children else []


def _add(ground: Ground, shared: dict[str, Any], **own: Any) -> None:
    row = {"person_id": None, "band": AgeBand.ADULT, "first_time": False, "came_by": CameBy.WALK_IN, "sign_up_id": None}
    ground.book.add("attendance", **shared, **row | own)
