"""Staff look at likely doubles: one person or two, and back."""

from flask import Flask
from sqlalchemy import select

from participate.accounts import queries, service
from participate.accounts.models import Merge, Person, SamePerson
from participate.accounts.words import Channel, PersonStatus, SameStatus
from participate.core import clock
from participate.core.db import db
from participate.sessions import service as sessions
from participate.sessions.models import Attendance
from participate.sessions.words import CameBy
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, Street, add


def a_pair(street: Street) -> SamePerson:
    """Chidi, and a guest at his address."""
    service.meet_guest("Chidi Okafor", Channel.MAIL, "chidi@example.org")
    db.session.commit()
    service.find_doubles()
    db.session.commit()
    return db.session.scalars(select(SamePerson)).one()


def test_staff_alone(client: PageClient, street: Street) -> None:
    pair = a_pair(street)
    for path in ("/same-person", f"/same-person/{pair.id}"):
        for name in CAST:
            answer = client.become(street.person(name)).get(path)
            assert (answer.status_code == 200) == (name in ("dora", "gita")), (name, path, answer.status_code)


def test_one_person_and_back(client: PageClient, street: Street) -> None:
    pair = a_pair(street)
    page, chidi, guest = f"/same-person/{pair.id}", street.chidi.id, pair.high_id
    client.become(street.dora)
    assert "chidi@example.org" not in client.get(page).text  # enough of it to compare, no more
    assert client.send(page, {"which": str(chidi)}).status_code == 303
    assert db.session.get_one(Person, guest).merged_into_id == chidi
    assert "This is decided" in client.get(page).text
    made = db.session.scalars(select(Merge)).one()
    assert client.send(f"/merges/{made.id}/undo", page="/same-person").status_code == 303
    assert db.session.get_one(Person, guest).status is PersonStatus.ACTIVE
    assert client.send(f"/merges/{made.id}/undo", page="/mine/account").status_code == 409


def test_two_people(client: PageClient, street: Street) -> None:
    pair = a_pair(street)
    client.become(street.dora).send(f"/same-person/{pair.id}", {"which": "two"})
    assert db.session.scalar(select(SamePerson.status)) is SameStatus.DIFFERENT
    assert queries.count_pairs() == 0


def test_bad_answers(client: PageClient, street: Street) -> None:
    page = f"/same-person/{a_pair(street).id}"
    client.become(street.dora)
    for typed in ("", "9999", "x" * 10_000, "\0", "<script>"):
        assert client.send(page, {"which": typed}).status_code == 422
    assert client.get("/same-person/999").status_code == 404
    assert db.session.scalars(select(Merge)).all() == []


def test_rights_go_to_an_admin(client: PageClient, street: Street) -> None:
    service.meet_guest("Dora Mensah", Channel.MAIL, "dora@example.org")
    db.session.commit()
    service.find_doubles()
    db.session.commit()
    pair = db.session.scalars(select(SamePerson)).one()
    answer = client.become(street.dora).send(f"/same-person/{pair.id}", {"which": str(pair.low_id)})
    assert answer.status_code == 422
    assert "Only an admin" in answer.text


def test_few_statements_whatever_waits(client: PageClient, street: Street) -> None:
    for number in range(30):
        service.meet_guest("Chidi Okafor", Channel.MAIL, f"c{number}@example.org").ward_id = street.ward.id
    twice = select(Person.id).where(Person.name == "Chidi Okafor", Person.id != street.chidi.id).order_by(Person.id)
    ids, now = db.session.scalars(twice).all(), clock.now()
    add(*[SamePerson(low_id=street.chidi.id, high_id=each, why="name_ward", found_at=now) for each in ids])
    client.become(street.dora).get("/same-person")
    with count_statements() as counted:
        page = client.get("/same-person")
    assert "1 to 20 of 30" in page.text
    assert counted.number <= 12


def test_one_name_at_one_session(app: Flask, street: Street) -> None:
    guest = service.meet_guest("Bilal  SHEIKH", Channel.MAIL, "b@example.org")
    for each in (street.bilal, guest):
        add(Attendance(session_id=street.session.id, person_id=each.id, came_by=CameBy.WALK_IN, came_at=clock.now()))
    assert sessions.find_doubles() == 1
    assert sessions.find_doubles() == 0
    pair = db.session.scalars(select(SamePerson)).one()
    assert (pair.low_id, pair.high_id) == (street.bilal.id, guest.id)
