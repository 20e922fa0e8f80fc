"""Planning, changing and cancelling: what is taken over, what is refused, who is told."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participate.audit.queries import list_of
from participate.core import clock
from participate.core.db import db
from participate.outbox.models import Promise
from participate.projects.models import Project
from participate.projects.words import Stage
from participate.sessions import rules, service
from participate.sessions.models import Session
from participate.sessions.service import SessionFacts, When, Where
from participate.sessions.words import SessionStatus
from tests.street import NOON, Street

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SOON = When(NOON + DAY, NOON + DAY + HOUR)


def letters() -> list[tuple[str, int]]:
    rows = db.session.scalars(select(Promise).where(Promise.name == "letter").order_by(Promise.id))
    return [(row.payload["name"], row.payload["person_id"]) for row in rows]


def test_the_rest_comes_from_the_project_and_the_space(street: Street) -> None:
    street.project.cost_pence, street.project.bring, street.project.take_home = 150, "a torn coat", "a mended one"
    street.space.children = True
    made = service.plan(street.amina.id, street.project, SOON, Where(street.space))
    assert (made.name, made.cost_pence, made.bring, made.take_home) == ("Mend Club", 150, "a torn coat", "a mended one")
    assert (made.step_free, made.toilet, made.children, made.quiet, made.capacity) == (True, True, True, False, 12)
    assert (made.space_id, made.hub_id, made.ward_id, made.square) == (
        street.space.id, street.hub.id, street.ward.id, street.space.square,
    )  # fmt: skip
    assert (made.host_id, made.language, made.status) == (street.amina.id, "en", SessionStatus.PLANNED)
    assert [(row.verb, row.actor_id) for row in list_of("session", made.id)] == [("made", street.amina.id)]


def test_at_a_hub_and_somewhere_else(street: Street) -> None:
    at_hub = service.plan(street.amina.id, street.project, SOON, Where(street.hub))
    assert (at_hub.hub_id, at_hub.space_id, at_hub.step_free, at_hub.capacity) == (street.hub.id, None, True, None)
    outside = service.plan(street.amina.id, street.project, SOON, Where(None, "The gate of the park"))
    assert (outside.hub_id, outside.place_note, outside.ward_id, outside.square) == (
        None, "The gate of the park", street.ward.id, None,
    )  # fmt: skip
    with pytest.raises(rules.NowhereToMeet):
        service.plan(street.amina.id, street.project, SOON, Where())


@pytest.mark.parametrize(("who", "host"), [("amina", "amina"), ("bilal", "bilal"), ("dora", "amina")])
def test_who_welcomes_people(street: Street, who: str, host: str) -> None:
    made = service.plan(getattr(street, who).id, street.project, SOON, Where(street.hub))
    assert made.host_id == getattr(street, host).id


@pytest.mark.parametrize("change", [{"stage": Stage.ENDED}, {"hidden_at": NOON}, {"source": "x", "source_key": "1"}])
def test_projects_without_new_sessions(street: Street, change: dict[str, object]) -> None:
    project = db.session.get_one(Project, street.project.id)
    for name, value in change.items():
        setattr(project, name, value)
    with pytest.raises(rules.ProjectHasNoSessions):
        service.plan(street.amina.id, project, SOON, Where(street.hub))


def test_the_keeper_of_a_space_is_asked(street: Street) -> None:
    service.plan(street.amina.id, street.project, SOON, Where(street.space))
    assert letters() == [("booking_asked", street.dora.id)]
    service.plan(street.dora.id, street.project, SOON, Where(street.space))
    service.plan(street.amina.id, street.project, SOON, Where(street.hub))
    assert len(letters()) == 1, "not about her own plan, nor where there is no keeper"


def test_change(street: Street) -> None:
    session = db.session.get_one(Session, street.session.id)
    later = When(NOON + 3 * DAY, NOON + 3 * DAY + 2 * HOUR)
    service.change(street.amina.id, session, later, Where(street.hub, "Back door"), SessionFacts("Mending", quiet=True))
    assert (session.starts_at, session.space_id, session.place_note) == (NOON + 3 * DAY, None, "Back door")
    assert (session.name, session.quiet, session.host_id) == ("Mending", True, None)
    assert list_of("session", session.id)[0].verb == "changed"
    service.change(street.amina.id, session, later, Where(street.space), SessionFacts("Mending"))
    assert letters() == [("booking_asked", street.dora.id)]


def test_a_session_that_has_begun_keeps_its_beginning(street: Street) -> None:
    session = db.session.get_one(Session, street.session.id)
    begun = session.starts_at
    with clock.stop_at(begun + HOUR):
        longer = When(begun, begun + 3 * HOUR)
        service.change(street.amina.id, session, longer, Where(street.hub), SessionFacts("Longer"))
        moved = When(begun + HOUR / 2, begun + 3 * HOUR)
        with pytest.raises(rules.SessionInPast):
            service.change(street.amina.id, session, moved, Where(street.hub), SessionFacts("Moved"))
    with clock.stop_at(begun + 4 * HOUR), pytest.raises(rules.SessionOver):
        service.change(street.amina.id, session, longer, Where(street.hub), SessionFacts("Too late"))


def test_cancel_keeps_it_and_tells_the_team(street: Street) -> None:
    session = db.session.get_one(Session, street.session.id)
    service.cancel(street.amina.id, session, "The oven is broken.")
    db.session.commit()
    assert (session.status, session.cancelled_at, session.cancelled_because) == (
        SessionStatus.CANCELLED, NOON, "The oven is broken.",
    )  # fmt: skip
    assert letters() == [("session_cancelled", street.bilal.id)]
    assert list_of("session", session.id)[0].verb == "cancelled"
    with pytest.raises(rules.SessionCancelled):
        service.cancel(street.amina.id, session, "Again.")
    with pytest.raises(rules.SessionCancelled):
        service.change(street.amina.id, session, SOON, Where(street.hub), SessionFacts("Back"))


def test_staff_who_cancel_tell_the_host_too(street: Street) -> None:
    service.cancel(street.dora.id, db.session.get_one(Session, street.session.id), "Flood.")
    assert sorted(letters()) == sorted([("session_cancelled", street.amina.id), ("session_cancelled", street.bilal.id)])


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_at": NOON},
        {"cost_pence": -1},
        {"capacity": 0},
        {"status": SessionStatus.CANCELLED},
        {"cancelled_at": NOON},
    ],
)
def test_what_the_database_itself_refuses(street: Street, wrong: dict[str, object]) -> None:
    session = db.session.get_one(Session, street.session.id)
    for name, value in wrong.items():
        setattr(session, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()
