"""A person is warned, or takes no part for a while; that ends by itself, or when somebody else looked again."""

from datetime import timedelta

from participate.accounts import service as accounts
from participate.accounts.models import Person
from participate.accounts.queries import find_person
from participate.accounts.words import Role
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.moderation import queries
from participate.moderation.models import Measure, Report
from participate.moderation.rules.deciding import check_measure
from participate.moderation.service.telling import tell_of_measure
from participate.moderation.words import MeasureKind


def check(actor_id: int, author_id: int | None) -> Person | None:
    """Whether this member of staff may warn or suspend her. Returns her. Raises NobodyKnown or Colleague."""
    actor, author = find_person(actor_id), find_person(author_id)
    check_measure(
        author.id if author is not None else None,
        of_staff=author is not None and (author.is_staff or author.holds(Role.SAFEGUARDING)),
        of_admin=author is not None and author.holds(Role.ADMIN),
        by_admin=actor is not None and actor.holds(Role.ADMIN),
    )
    return author


def take(actor_id: int, person: Person, kind: MeasureKind, reason: str, decided: Report, days: int) -> Measure:
    """Warn her, or suspend her for `days` (0: until somebody ends it): her sign-ins are over at once."""
    now = clock.now()
    until = now + timedelta(days=days) if days and kind is MeasureKind.SUSPENDED else None
    made = Measure(
        person_id=person.id, kind=kind, reason=reason, report_id=decided.id, made_by=actor_id, made_at=now, until=until
    )
    db.session.add(made)
    db.session.flush()
    record(actor_id, kind.value, "measure", made.id)
    if kind is MeasureKind.SUSPENDED:
        accounts.suspend(actor_id, person)
    tell_of_measure(person, made, kind.value)
    return made


def end(actor_id: int | None, measure: Measure, what: str = "over", reason: str = "") -> None:
    """It is over ("taken_back": it was wrong): she takes part again, unless something else stands. Twice is once."""
    if measure.ended_at is not None:
        return
    measure.ended_at, measure.ended_by = clock.now(), actor_id
    record(actor_id, "ended", "measure", measure.id)
    db.session.flush()
    person = find_person(measure.person_id)
    if person is None:
        return
    if measure.kind is MeasureKind.SUSPENDED and not queries.is_suspended_by_any(person.id):
        accounts.welcome_back(actor_id, person)
    tell_of_measure(person, measure, what, reason)


def uphold(measure: Measure, reason: str) -> None:
    """Somebody else looked again, and it stays: she hears why."""
    person = find_person(measure.person_id)
    if person is not None:
        tell_of_measure(person, measure, "stays", reason)


def end_those_over() -> None:
    """Every suspension whose time is over ends."""
    for measure in queries.list_over(clock.now()):
        end(None, measure)
