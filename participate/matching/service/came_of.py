"""What came of suggestions, read off what people did: signed up, came, borrowed, met, told a story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select, update

from participate.core import clock
from participate.core.db import db
from participate.introductions.queries import lately as introductions
from participate.matching.models import Suggested
from participate.matching.quality.outcomes import Outcome, Row, raised
from participate.matching.quality.steps import KEPT_WEEKS, WEEK, Step, monday_of
from participate.materials.queries import outcomes as materials
from participate.projects.queries import outcomes as projects
from participate.sessions.queries import outcomes as sessions
from participate.spaces.queries import outcomes as spaces
from participate.stories.queries import outcomes as stories

AT_ONCE = 400  # people, things or rows named in one statement
T = TypeVar("T")


def note_outcomes(since: datetime) -> int:
    """Every suggestion whose thing was accepted, met or led to something after `since` is marked so. Returns how many.

    Doing it again changes nothing more.
    """
    changed = _note([*_accepted(since), *_met(since)])
    return changed + _note(list(_made(since)))  # of what was met a moment ago, too


def _accepted(since: datetime) -> Iterator[Outcome]:
    for person_id, session_id, project_id, at in sessions.list_signed_up_since(since):
        yield from _both(person_id, session_id, project_id, Step.ACCEPTED, at)
    for person_id, project_id, at in projects.list_asked_since(since):
        yield _outcome(person_id, f"project:{project_id}", Step.ACCEPTED, at)
    for person_id, thing_id, _for, at in materials.list_asked_since(since):
        yield _outcome(person_id, f"material:{thing_id}", Step.ACCEPTED, at)
    for person_id, thing_id, _for, at in spaces.list_asked_since(since):
        yield _outcome(person_id, f"space:{thing_id}", Step.ACCEPTED, at)
    yield from _pairs(introductions.list_begun_since(since), Step.ACCEPTED)


def _met(since: datetime) -> Iterator[Outcome]:
    for person_id, session_id, project_id, at in sessions.list_came_since(since):
        yield from _both(person_id, session_id, project_id, Step.MET, at)
    for person_id, project_id, at in projects.list_joined_since(since):
        yield _outcome(person_id, f"project:{project_id}", Step.MET, at)
    for person_id, thing_id, _for, at in materials.list_had_since(since):
        yield _outcome(person_id, f"material:{thing_id}", Step.MET, at)
    for person_id, thing_id, _for, at in spaces.list_used_between(since, clock.now()):
        yield _outcome(person_id, f"space:{thing_id}", Step.MET, at)
    yield from _pairs(introductions.list_met_since(since), Step.MET)


def _made(since: datetime) -> Iterator[Outcome]:
    """A story of the session or project that she came to, or for which she had the space or the thing; of two people
    who met, that they are in a team together.
    """
    told: dict[str, datetime] = {}
    for project_id, session_id, at in stories.list_told_since(since):
        told.setdefault(f"project:{project_id}", at)
        if session_id is not None:
            told.setdefault(f"session:{session_id}", at)
    for one in _who_met(told):
        yield _outcome(one.person_id, one.subject, Step.MADE, told[one.subject])
    oldest = clock.now() - KEPT_WEEKS * WEEK
    for kind, used in (
        ("material", materials.list_had_since(oldest)), ("space", spaces.list_used_between(oldest, clock.now())),
    ):  # fmt: skip
        for person_id, thing_id, purpose, _at in used:
            if purpose in told:
                yield _outcome(person_id, f"{kind}:{thing_id}", Step.MADE, told[purpose])
    yield from _teams(since)


def _teams(since: datetime) -> Iterator[Outcome]:
    joined = {person_id: at for person_id, _project_id, at in projects.list_joined_since(since)}
    for some in _parts(sorted(joined)):
        for one, other in sorted(projects.list_pairs_in_teams(some)):
            yield _outcome(one, f"person:{other}", Step.MADE, joined[one])
            yield _outcome(other, f"person:{one}", Step.MADE, joined[one])


def _who_met(told: Iterable[str]) -> Iterator[Suggested]:
    weeks = Suggested.week > monday_of(clock.today()) - KEPT_WEEKS * WEEK
    for some in _parts(sorted(told)):
        query = select(Suggested).where(weeks, Suggested.subject.in_(some), Suggested.step == Step.MET)
        yield from db.session.scalars(query.order_by(Suggested.id))


def _both(person_id: int, session_id: int, project_id: int, step: Step, at: datetime) -> Iterator[Outcome]:
    """What she does with a session she does with its project."""
    yield _outcome(person_id, f"session:{session_id}", step, at)
    yield _outcome(person_id, f"project:{project_id}", step, at)


def _pairs(pairs: Iterable[introductions.Pair], step: Step) -> Iterator[Outcome]:
    for one, other, at in pairs:
        yield _outcome(one, f"person:{other}", step, at)
        yield _outcome(other, f"person:{one}", step, at)


def _outcome(person_id: int, subject: str, step: Step, at: datetime) -> Outcome:
    return Outcome(person_id, subject, step, clock.local(at).date())


def _note(outcomes: list[Outcome]) -> int:
    of_person: dict[int, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        of_person[one.person_id].append(one)
    steps: dict[int, Step] = {}
    for persons in _parts(sorted(of_person)):
        mine = [one for person_id in persons for one in of_person[person_id]]
        steps |= raised(_rows(persons, {one.subject for one in mine}), mine)
    for step in sorted(set(steps.values())):
        for numbers in _parts([number for number, to in steps.items() if to is step]):
            db.session.execute(
                update(Suggested).where(Suggested.id.in_(numbers), Suggested.step < step).values(step=int(step))
                .execution_options(synchronize_session=False)
            )  # fmt: skip
    return len(steps)


def _parts(all_of_them: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(all_of_them), AT_ONCE):
        yield all_of_them[first : first + AT_ONCE]


def _rows(persons: Iterable[int], subjects: set[str]) -> list[Row]:
    weeks = Suggested.week > monday_of(clock.today()) - (KEPT_WEEKS + 1) * WEEK
    held = select(Suggested.id, Suggested.person_id, Suggested.subject, Suggested.week, Suggested.step)
    found = db.session.execute(held.where(Suggested.person_id.in_(persons), weeks).order_by(Suggested.id))
    return [Row(*row) for row in found if row.subject in subjects]
