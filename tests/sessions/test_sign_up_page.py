"""Signing up: two fields for a stranger, none for a neighbour."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.sessions import queries
from participate.sessions.models import Session, SignUp, Task
from participate.sessions.words import SessionStatus, SignUpStatus
from tests.page import PageClient
from tests.sessions.signing import letters, sign_up, site_without_texts
from tests.statements import count_statements
from tests.street import CAST, Street, add

MARIA = {"name": "Maria", "contact": "maria@example.org"}


def path(street: Street) -> str:
    return f"/sessions/{street.session.id}/sign-up"


def rows(street: Street) -> list[SignUp]:
    db.session.expire_all()
    return list(db.session.scalars(select(SignUp).where(SignUp.session_id == street.session.id).order_by(SignUp.id)))


def test_two_fields_and_one_tap(street: Street, client: PageClient) -> None:
    session_page = f"/sessions/{street.session.id}"
    text = client.get(session_page).text
    assert "I’ll come" in text
    page = client.send(path(street), MARIA, page=session_page)
    (made,) = rows(street)
    assert (page.status_code, page.headers["Location"]) == (303, f"/come/{queries.token_of(made)}")
    assert (made.status, made.heads, made.person.name, made.person.kind) == (
        SignUpStatus.GOING, 1, "Maria", PersonKind.GUEST
    )  # fmt: skip
    assert db.session.get_one(Session, street.session.id).taken == 1
    page = client.get(page.headers["Location"])
    for words in (
        "You are coming",
        "Saturday 4 July, 12pm to 2pm",
        "Amina",
        "Leaving early is fine",
        queries.code_of(made),
    ):
        assert words in page.text
    (letter,) = letters()
    assert letter.to == "maria@example.org"
    assert f"/come/{queries.token_of(made)}" in letter.body
    assert "Amina meets you." in letter.body


@pytest.mark.parametrize("who", CAST)
def test_everybody_may(street: Street, client: PageClient, who: str) -> None:
    client.become(street.person(who))
    person = street.person(who)
    known = person is not None and person.is_active
    assert ('name="contact"' in client.get(path(street)).text) is not known
    page = client.send(path(street), {} if known else MARIA)
    assert page.status_code == 303
    (made,) = rows(street)
    assert made.person.name == (person.name if known else "Maria")


def test_everything_she_can_say(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.children, held.capacity = True, 12
    more = {"babies": "1", "toddlers": "0", "children": "2", "teenagers": "", "meet_me": "y", "any_time": "y",
            "note": "One of us uses a wheelchair."}  # fmt: skip
    client.send(path(street), MARIA | more)
    (made,) = rows(street)
    assert (made.heads, made.babies, made.children, made.meet_me, made.any_time) == (4, 1, 2, True, True)
    assert made.note == "One of us uses a wheelchair."
    assert db.session.get_one(Session, street.session.id).taken == 4
    public = client.become(street.chidi).get(f"/sessions/{street.session.id}").text
    assert "4 coming" in public
    assert "8 places left" in public
    assert "Maria" not in public
    assert "wheelchair" not in public


def test_the_same_person_twice_is_the_same_sign_up(street: Street, client: PageClient) -> None:
    client.send(path(street), MARIA)
    page = client.send(path(street), MARIA | {"name": "Somebody else"})
    assert page.headers["Location"] == f"/sessions/{street.session.id}", "her link goes to her, not to whoever asks"
    assert "on the list already" in client.get(page.headers["Location"]).text
    assert len(rows(street)) == 1
    client.become(street.chidi)
    token = client.send(path(street)).headers["Location"]
    again = client.get(path(street))
    assert (again.status_code, again.headers["Location"]) == (303, token)
    assert len(rows(street)) == 2


def test_the_same_form_twice_is_one_sign_up_and_one_answer(street: Street, client: PageClient) -> None:
    """F-11: a double tap, or a browser that tries again."""
    fields = MARIA | {"ticket": "one-form"}
    first, second = client.send(path(street), fields), client.send(path(street), fields)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(rows(street)) == 1
    assert len(letters()) == 1


def test_after_no_comes_yes_again_with_a_new_link(street: Street, client: PageClient) -> None:
    first = client.send(path(street), MARIA).headers["Location"]
    client.send(f"{first}/away", page=first)
    second = client.send(path(street), MARIA).headers["Location"]
    assert first != second
    assert [each.status for each in rows(street)] == [SignUpStatus.CANCELLED, SignUpStatus.GOING]


def test_a_full_session_has_a_list(street: Street, client: PageClient) -> None:
    db.session.get_one(Session, street.session.id).capacity = 1
    sign_up(street.session, street.bilal)
    text = client.get(f"/sessions/{street.session.id}").text
    assert "Every place is taken" in text
    assert "Join the waiting list" in text
    page = client.send(path(street), MARIA)
    made = rows(street)[-1]
    assert made.status is SignUpStatus.WAITING
    text = client.get(page.headers["Location"]).text
    assert "You are next." in text
    assert "On the waiting list" in text
    assert "waiting list" in letters()[0].subject


@pytest.mark.parametrize("state", ["cancelled", "over", "drop_in"])
def test_where_nobody_signs_up(street: Street, client: PageClient, state: str) -> None:
    token, held = client.token(path(street)), db.session.get_one(Session, street.session.id)
    if state == "cancelled":
        held.status, held.cancelled_at, held.cancelled_because = SessionStatus.CANCELLED, clock.now(), "No oven."
    held.drop_in = state == "drop_in"
    at = held.ends_at if state == "over" else clock.now()
    with clock.stop_at(at):
        assert client.get(path(street)).headers["Location"] == f"/sessions/{held.id}"
        assert client.post(path(street), data=MARIA | {"csrf_token": token}).status_code == 303
        text = client.get(f"/sessions/{held.id}").text
    assert rows(street) == []
    assert {"cancelled": "No oven.", "over": "This one is over", "drop_in": "Nobody needs to book"}[state] in text
    assert "I’ll come" not in text


@pytest.mark.parametrize("who", CAST)
def test_a_hidden_session(street: Street, client: PageClient, who: str) -> None:
    db.session.get_one(Session, street.session.id).hidden_at = clock.now()
    page = client.become(street.person(who)).get(path(street))
    assert page.status_code == (200 if who in ("amina", "dora", "gita") else 404)


def test_women_only(street: Street, client: PageClient) -> None:
    db.session.get_one(Session, street.session.id).women_only = True
    assert "This one is for women." in client.get(path(street)).text
    assert "This one is for women." in client.get(f"/sessions/{street.session.id}").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "Tell us what to call you."),
        ({"name": "x" * 10_000}, "Use at most 80 letters."),
        ({"name": "\0\0"}, "Some of these signs cannot be shown."),
        ({"contact": ""}, "Write your e-mail"),
        ({"contact": "maria"}, "Write an e-mail address like"),
        ({"contact": "<script>@example.org"}, "whole e-mail address"),
        ({"babies": "-1"}, "Write a whole number from 0 to 30."),
        ({"children": "lots"}, "Write a whole number from 0 to 30."),
        ({"children": "2"}, "This one is for grown-ups."),
        ({"note": "x" * 201}, "Use at most 200 letters."),
        ({"task": "7"}, "Choose one from the list."),
    ],
)
def test_bad_input_is_answered_beside_the_field(
    street: Street, client: PageClient, fields: dict[str, str], words: str
) -> None:
    page = client.send(path(street), MARIA | fields)
    assert page.status_code == 422
    assert words in page.text
    assert rows(street) == []
    assert db.session.scalar(select(func.count()).where(Person.kind == PersonKind.GUEST)) == 0


@pytest.mark.parametrize("name", ["مريم", "Zoë 🍞", "<script>alert(1)</script>", "\u202eairaM"])
def test_names_stay_names(street: Street, client: PageClient, name: str) -> None:
    assert client.send(path(street), MARIA | {"name": name}).status_code == 303
    text = client.become(street.amina).get(f"/sessions/{street.session.id}/coming").text
    assert "<script>alert" not in text


def test_a_party_that_could_never_fit(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.children, held.capacity, held.places = True, 5, 2
    page = client.send(path(street), MARIA | {"children": "2"})
    assert page.status_code == 422
    assert "There is room for 2 in all" in page.text


def test_a_task_of_a_volunteer_day(street: Street, client: PageClient) -> None:
    task = Task(session_id=street.session.id, name="Plant hedge", places=1, minutes=60)
    add(task)
    assert "Plant hedge (1 place left)" in client.get(path(street)).text
    page = client.send(path(street), MARIA | {"task": str(task.id)})
    db.session.expire_all()
    assert (page.status_code, task.taken) == (303, 1)
    assert "Plant hedge" not in client.get(path(street)).text
    assert (
        client.send(path(street), {"name": "Jo", "contact": "jo@example.org", "task": str(task.id)}).status_code == 422
    )


def test_a_mobile_number(street: Street, client: PageClient) -> None:
    page = client.send(path(street), {"name": "Maria", "contact": "07700 900123"})
    assert page.status_code == 303
    assert rows(street)[0].person.phone == "+447700900123"
    (letter,) = letters()
    assert (letter.channel, letter.to) == ("text", "+447700900123")
    assert "/come/" in letter.body


def test_a_mobile_number_where_no_texts_are_sent(street: Street, client: PageClient, app: Flask) -> None:
    with site_without_texts(app):
        assert "mobile" not in client.get(path(street)).text
        page = client.send(path(street), {"name": "Maria", "contact": "07700 900123"})
    assert page.status_code == 422
    assert "We cannot send texts yet." in page.text


def test_a_suspended_contact_is_sent_to_the_hub(street: Street, client: PageClient) -> None:
    page = client.send(path(street), {"name": "Femi", "contact": street.femi.email})
    assert page.status_code == 422
    assert "Please ring the hub" in page.text
    assert rows(street) == []


def test_a_network_is_slowed_down(street: Street, client: PageClient) -> None:
    token = client.token(path(street))
    answers = [
        client.post(
            path(street), data={"name": "A", "contact": f"a{number}@example.org", "csrf_token": token}
        ).status_code
        for number in range(41)
    ]
    assert (set(answers[:40]), answers[40]) == ({303}, 429)


def test_statements(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.capacity = 3
    for person in (street.amina, street.bilal, street.efua):
        sign_up(street.session, person)
    sign_up(street.session, street.gita, SignUpStatus.WAITING)
    client.become(street.chidi)
    for address in (f"/sessions/{held.id}", path(street)):
        with count_statements() as counted:
            client.get(address)
        assert counted.number <= 12, counted.texts
