"""The host's list: for hosts and staff alone."""

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.sessions import queries
from participate.sessions.models import Session, SignUp
from participate.sessions.words import MadeBy, SignUpStatus
from tests.page import PageClient
from tests.sessions.signing import letters, sign_up
from tests.statements import count_statements
from tests.street import CAST, Street, person

HOSTS = ("amina", "dora", "gita")


def path(street: Street, rest: str = "") -> str:
    return f"/sessions/{street.session.id}/coming{rest}"


@pytest.mark.parametrize("rest", ["", "/add"])
@pytest.mark.parametrize("who", CAST)
def test_who_reads_it(street: Street, client: PageClient, who: str, rest: str) -> None:
    sign_up(street.session, street.chidi, note="I am shy.", meet_me=True)
    page = client.become(street.person(who)).get(path(street, rest))
    signed_in = who not in ("stranger", "femi")
    assert page.status_code == (200 if who in HOSTS else 403 if signed_in else 303)
    if who in HOSTS and not rest:
        assert page.headers["Cache-Control"] == "no-store"
        for words in ("Chidi", "I am shy.", "Meet at the door", "1 coming"):
            assert words in page.text
        assert "Okafor" not in page.text
        assert "chidi@example.org" not in page.text


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("button", ["invite", "away"])
def test_who_presses_it(street: Street, client: PageClient, who: str, button: str) -> None:
    made = sign_up(street.session, street.chidi, SignUpStatus.WAITING)
    client.become(street.person(who))
    data = {"csrf_token": client.token(path(street) if who in HOSTS else f"/report/session/{street.session.id}")}
    page = client.post(path(street, f"/{made.id}/{button}"), data=data)
    db.session.expire_all()
    changed = made.status is not SignUpStatus.WAITING
    assert changed is (who in HOSTS)
    assert (page.status_code == 303) is (who in HOSTS)


def test_in_order_and_with_its_facts(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.capacity, held.places = 4, 3
    sign_up(held, street.chidi, heads=3, babies=1, children=1)
    sign_up(held, street.efua, SignUpStatus.WAITING, any_time=True)
    text = client.become(street.amina).get(path(street)).text
    for words in ("and 2 young ones", "1 baby", "1 of 5 to 11", "Short notice is fine", "1 on the waiting list",
                  "Every place is taken", "The room holds 4"):  # fmt: skip
        assert words in text
    assert text.index("Chidi") < text.index("Efua")


def test_invite_within_and_above_the_places(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.capacity, held.places = 2, 1
    rows = [sign_up(held, each, SignUpStatus.WAITING) for each in (street.chidi, street.efua, street.gita)]
    client.become(street.amina)
    said = []
    for made in rows:
        page = client.send(path(street, f"/{made.id}/invite"), page=path(street))
        said.append(page.status_code)
    assert said == [303, 303, 409]
    assert "The room is full: 2 fit in" in page.text
    db.session.expire_all()
    assert [each.status for each in rows] == [SignUpStatus.GOING, SignUpStatus.LIKELY, SignUpStatus.WAITING]
    assert "likely" in letters("efua@example.org")[0].subject


def test_somebody_rang_that_she_cannot_come(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    assert client.become(street.dora).send(path(street, f"/{made.id}/away"), page=path(street)).status_code == 303
    db.session.expire_all()
    assert (made.status, db.session.get_one(Session, street.session.id).taken) == (SignUpStatus.CANCELLED, 0)
    assert "You are off the list" in letters("chidi@example.org")[0].subject


def test_a_sign_up_of_another_session(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    client.become(street.amina)
    token = client.token(path(street))
    for number in (made.id + 1, 2**31 - 1):
        page = client.post(path(street, f"/{number}/away"), data={"csrf_token": token})
        assert page.status_code == 404


def test_write_somebody_down(street: Street, client: PageClient) -> None:
    fields = {"name": "Jean", "contact": "jean@example.org", "children": "1", "note": "Uses a stick."}
    page = client.become(street.amina).send(path(street, "/add"), fields)
    assert page.status_code == 303
    made = db.session.scalar(select(SignUp))
    assert made is not None
    assert (made.made_by, made.heads, made.person.name) == (MadeBy.HOST, 2, "Jean")
    assert f"/come/{queries.token_of(made)}" in letters("jean@example.org")[0].body


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "Write a name."), ({"contact": "x"}, "Write an e-mail"),
        ({"contact": ""}, "one way to reach them"), ({"name": "\0" * 10_000}, "cannot be shown"),
        ({"note": "x" * 10_000}, "at most 200"), ({"babies": "٣x"}, "whole number"),
    ],
)  # fmt: skip
def test_bad_input(street: Street, client: PageClient, fields: dict[str, str], words: str) -> None:
    page = client.become(street.amina).send(
        path(street, "/add"), {"name": "Jean", "contact": "jean@example.org"} | fields
    )
    assert page.status_code == 422
    assert words in page.text


@pytest.mark.parametrize("who", CAST)
def test_a_code_on_the_phone(street: Street, client: PageClient, who: str) -> None:
    made = sign_up(street.session, street.chidi)
    client.become(street.person(who))
    page = client.get("/sign-ups/code")
    allowed = who in ("dora", "gita")
    assert page.status_code == (200 if allowed else 303 if who in ("stranger", "femi") else 404)
    if allowed:
        code = queries.code_of(made)
        for said in (code, code.lower(), code.replace("-", " ")):
            answer = client.send("/sign-ups/code", {"code": said})
            assert answer.headers["Location"] == f"{path(street)}#sign-up-{made.id}"
        for wrong in ("", "KPT-22F", "0OIL", "x" * 10_000, "\0", "🍞"):
            assert client.send("/sign-ups/code", {"code": wrong}).status_code == 422


def test_over_or_cancelled_there_is_nothing_to_press(street: Street, client: PageClient) -> None:
    sign_up(street.session, street.chidi)
    with clock.stop_at(street.session.ends_at):
        text = client.become(street.amina).get(path(street)).text
    assert "Chidi" in text
    assert "Cannot come" not in text


def test_statements(street: Street, client: PageClient) -> None:
    for number in range(8):
        sign_up(street.session, person(f"N{number} Neighbour"))
        sign_up(street.session, person(f"W{number} Neighbour"), SignUpStatus.WAITING)
    client.become(street.amina)
    with count_statements() as counted:
        client.get(path(street))
    assert counted.number <= 12, counted.texts
