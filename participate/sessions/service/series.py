"""Several sessions at once: a series, and one more like the last."""

from datetime import date

from participate.core import clock
from participate.core.db import db
from participate.places.models import Hub
from participate.projects.models import Project
from participate.sessions import rules
from participate.sessions.models import Series, Session
from participate.sessions.queries import list_days_met, list_slots
from participate.sessions.service.news import tell_keeper
from participate.sessions.service.planning import SessionFacts, Week, When, Where, facts_from, facts_of, host_of, plan
from participate.sessions.words import Rhythm
from participate.spaces.models import Space


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
) -> list[Session]:
    """Sessions that repeat from `when` on, at the same hour in London, `count` times or up to the day `until`.

    All of them are there at once; the keeper of the space hears once. Raises what `plan` raises, and the RuleBroken of
    rules.rule_of; NoSuchHour when one of them would fall into the hour that spring leaves out.
    """  # fmt: skip
    start = clock.local(when.starts_at)
    rule = rules.rule_of(rhythm, start.date(), count=count, until=until)
    facts = facts or facts_from(project, where.place, host_of(actor_id, project.id))
    length = when.ends_at - when.starts_at
    series = Series(
        project_id=project.id, rule=rule, first_day=start.date(), hour=start.time(), minutes=length.seconds // 60,
        made_at=clock.now(),
    )  # fmt: skip
    db.session.add(series)
    db.session.flush()
    made = []
    for day in rules.days_of(rule, series.first_day):
        starts_at = rules.moment_of(day, series.hour)
        made.append(
            plan(
                actor_id, project, When(starts_at, starts_at + length), where, facts, Week(series.id, day), quietly=True
            )
        )
    tell_keeper(actor_id, made, where.place)
    return made


def again(actor_id: int, last: Session) -> Session:
    """One more like `last`: the next free week, the same hour and place. Raises what `plan` raises, or NoFreeWeek."""
    like = rules.Slot(clock.local(last.starts_at), clock.local(last.ends_at), last.space_id)
    ahead = clock.now() + rules.FURTHEST
    taken = list_slots([last.space_id], clock.now(), ahead) if last.space_id is not None else []
    day = rules.free_week(like, clock.today(), list_days_met(last.project_id), taken)
    starts_at = rules.moment_of(day, like.starts_at.time())
    when = When(starts_at, starts_at + (last.ends_at - last.starts_at))
    return plan(actor_id, last.project, when, Where(_place_of(last), last.place_note), facts_of(last))


def _place_of(last: Session) -> Space | Hub | None:
    """Where a session was; a space that has been hidden since is left out, its hub is not."""
    if last.space is not None and last.space.hidden_at is None:
        return last.space
    return last.hub
