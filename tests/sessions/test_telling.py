"""Letters to everybody who signed up, each with a link of her own; and how many usually come."""

from datetime import timedelta

from participate.accounts.words import Channel
from participate.core.db import db
from participate.sessions import queries, service
from participate.sessions.models import Attendance
from participate.sessions.words import CameBy, SignUpStatus
from tests.page import PageClient
from tests.sessions.making import session
from tests.sessions.signing import letters, sign_up
from tests.street import NOON, Street, add


def test_each_once_and_with_her_own_link(street: Street) -> None:
    guest = service.person_at("Maria", Channel.TEXT, "+447700900123")
    rows = [sign_up(street.session, each) for each in (street.chidi, guest)]
    rows.append(sign_up(street.session, street.efua, SignUpStatus.WAITING))
    sign_up(street.session, street.gita, SignUpStatus.CANCELLED)
    sign_up(street.session, street.bilal)
    for _again in range(2):
        told = service.tell_everyone(street.session, "session_reminder", key="x", but={street.bilal.id}, soon=False)
        assert told == 3
        db.session.commit()
    sent = {each.to: each.body for each in letters()}
    assert set(sent) == {"chidi@example.org", "+447700900123", "efua@example.org"}
    for made in rows:
        to = made.person.email or made.person.phone
        assert queries.token_of(made) in sent[to]
    service.tell_everyone(street.session, "session_reminder", key="another", soon=False)
    assert len(letters()) == 7


def test_a_suspended_person_is_not_written_to(street: Street) -> None:
    sign_up(street.session, street.femi)
    service.tell_everyone(street.session, "session_reminder", key="x", soon=False)
    assert letters() == []


def met(street: Street, days: int, heads: int, *, counted: bool = True) -> None:
    """A session so many days ago to which so many heads came."""
    moment = NOON - timedelta(days=days)
    held = session(street, moment, counted_at=moment if counted else None)
    add(*[Attendance(session_id=held.id, came_by=CameBy.WALK_IN, came_at=moment) for _each in range(heads)])


def test_the_usual_number(street: Street, client: PageClient) -> None:
    """The mean of the last five that were counted; nobody came is a number too."""
    assert queries.usual_count(street.project.id) is None
    met(street, 90, 50)  # the sixth: too long ago
    for days, heads in ((8, 4), (15, 6), (22, 0), (29, 7), (36, 3)):
        met(street, days, heads)
    met(street, 1, 30, counted=False)
    assert queries.usual_count(street.project.id) == 4
    assert "Usually 4 come" in client.get(f"/sessions/{street.session.id}").text
