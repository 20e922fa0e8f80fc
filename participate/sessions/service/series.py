"""Several sessions at once: a series, and one more like the last."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from participate.core import clock
from participate.core.db import db
from participate.organisations import queries as organisations
from participate.organisations.words import Standing
from participate.places.models import Hub
from participate.projects.models import Project
from participate.sessions import rules
from participate.sessions.models import Series, Session
from participate.sessions.queries import keeps, list_days_met, list_slots
from participate.sessions.rules.rooms import heads_of
from participate.sessions.service.planning import (
    SessionFacts,
    Week,
    When,
    Where,
    facts_from,
    facts_of,
    host_of,
    plan,
    put_down,
)
from participate.sessions.service.rooms import book_rooms
from participate.sessions.service.whole import whole
from participate.sessions.words import Rhythm
from participate.spaces.models import Space
from participate.spaces.queries import check_slots
from participate.spaces.rules import Slot


@dataclass(frozen=True)
class Instead:
    """What becomes of one day of a series on which its room cannot be had: it is left out, is at another time, or in
    another space."""

    left_out: bool = False
    when: When | None = None
    space: Space | None = None


@whole()
def plan_series(
    actor_id: int,
    project: Project,
    when: When,
    where: Where,
    rhythm: Rhythm,
    *,
    count: int | None = None,
    until: date | None = None,
    facts: SessionFacts | None = None,
    instead: Mapping[date, Instead] | None = None,
) -> list[Session]:
    """Sessions that repeat from `when` on, at the same hour in London, `count` times or up to the day `until`.

    All of them are there at once, or none; the keeper of the space hears once. `instead`: London days of the series
    that are otherwise. Raises what `plan` raises, and the RuleBroken of rules.rule_of; NoSuchHour when one of them
    would fall into the hour that spring leaves out; SeriesTooShort when every day is left out.
    """
    series = _series(project, when, rhythm, count, until)
    facts = facts or facts_from(project, where.place, host_of(actor_id, project.id))
    made, otherwise = list[Session](), instead or {}
    for day in rules.days_of(series.rule, series.first_day):
        chosen = otherwise.get(day, Instead())
        if chosen.left_out:
            continue
        place, own = (Where(chosen.space), _in(facts, chosen.space)) if chosen.space is not None else (where, facts)
        usual = _when(series, day)
        session = put_down(actor_id, project, chosen.when or usual, place, own, Week(series.id, day))
        session.apart = place is not where or (chosen.when or usual) != usual
        made.append(session)
    if not made:
        raise rules.SeriesTooShort
    book_rooms(actor_id, made)
    return made


def _series(project: Project, when: When, rhythm: Rhythm, count: int | None, until: date | None) -> Series:
    start, length = clock.local(when.starts_at), when.ends_at - when.starts_at
    rule = rules.rule_of(rhythm, start.date(), count=count, until=until)
    series = Series(
        project_id=project.id, rule=rule, first_day=start.date(), hour=start.time(), minutes=length.seconds // 60,
        made_at=clock.now(),
    )  # fmt: skip
    db.session.add(series)
    db.session.flush()
    return series


def _when(series: Series, day: date) -> When:
    starts_at = rules.moment_of(day, series.hour)
    return When(starts_at, starts_at + timedelta(minutes=series.minutes))


def _in(facts: SessionFacts, space: Space) -> SessionFacts:
    """The facts of a session that is in this space for once: who gets in, and how many fit."""
    capacity, places = rules.fitted(facts.capacity, space.capacity), rules.fitted(facts.places, space.capacity)
    return replace(facts, step_free=space.step_free, toilet=space.toilet, capacity=capacity, places=places)


@whole()
def again(actor_id: int, last: Session) -> Session:
    """One more like `last`: the next free week, the same hour and place. Raises what `plan` raises, or NoFreeWeek."""
    like = rules.Slot(clock.local(last.starts_at), clock.local(last.ends_at), last.space_id)
    ahead = clock.now() + rules.FURTHEST
    taken = list_slots([last.space_id], clock.now(), ahead) if last.space_id is not None else []
    place, length = _place_of(last), last.ends_at - last.starts_at
    whens = []
    for day in rules.free_weeks(like, clock.today(), list_days_met(last.project_id), taken):
        with suppress(rules.NoSuchHour):
            starts_at = rules.moment_of(day, like.starts_at.time())
            whens.append(When(starts_at, starts_at + length))
    when = _first_had(actor_id, last, whens, place) if isinstance(place, Space) else whens[0]
    return plan(actor_id, last.project, when, Where(place, last.place_note), facts_of(last))


def _first_had(actor_id: int, last: Session, whens: list[When], space: Space) -> When:
    """The first of these times at which the space can be booked. Raises why not, where none is."""
    slots, heads = [Slot(each.starts_at, each.ends_at) for each in whens], heads_of(last.capacity, last.places, 0)
    found = check_slots(space, slots, heads, as_keeper=keeps(actor_id, space))
    for when, broken in zip(whens, found, strict=True):
        if broken is None:
            return when
    first = found[0]
    raise first if first is not None else rules.NoFreeWeek


def _place_of(last: Session) -> Space | Hub | None:
    """Where a session was; a space that is not offered any more is left out, its hub is not."""
    if last.space is not None and organisations.standing(last.space, clock.today()) is Standing.SHOWN:
        return last.space
    return last.hub
