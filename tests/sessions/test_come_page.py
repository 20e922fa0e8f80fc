"""The page behind a secret link: what it says, and what can be done there. A GET changes nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp
from participate.sessions.words import SessionStatus, SignUpStatus
from tests.page import PageClient
from tests.sessions.signing import letters, sign_up
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GOING, LIKELY, OFFERED, WAITING, CANCELLED, LAPSED = SignUpStatus


def link(made: SignUp) -> str:
    return f"/come/{queries.token_of(made)}"


def again(made: SignUp) -> SignUp:
    db.session.expire_all()
    return db.session.get_one(SignUp, made.id)


def seats(street: Street) -> int:
    db.session.expire_all()
    return db.session.get_one(Session, street.session.id).taken


@pytest.mark.parametrize("who", CAST)
def test_the_link_opens_it_for_whoever_has_it(street: Street, client: PageClient, who: str) -> None:
    made = sign_up(street.session, street.chidi)
    page = client.become(street.person(who)).get(link(made))
    assert page.status_code == 200
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    for words in (
        "You are coming",
        "Saturday 4 July, 12pm to 2pm",
        "Kitchen at the Shop",
        "Amina.",
        queries.code_of(made),
    ):
        assert words in page.text
    assert "Rahman" not in page.text
    assert "Okafor" not in page.text


@pytest.mark.parametrize("bad", ["x", "1-" + "0" * 32, "1-" + "é" * 32, "0-" + "0" * 32, "9" * 5000, "%00", "1-", "-"])
def test_a_bad_link(street: Street, client: PageClient, bad: str) -> None:
    sign_up(street.session, street.chidi)
    assert client.get(f"/come/{bad}").status_code == 404
    assert client.get(f"/come/{bad}/change").status_code == 404
    token = client.token("/join")
    for button in ("yes", "away", "late", "renew", "change"):
        assert client.post(f"/come/{bad}/{button}", data={"csrf_token": token}).status_code == 404


def test_a_hidden_session_has_no_pages(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    db.session.get_one(Session, street.session.id).hidden_at = NOON
    assert client.get(link(made)).status_code == 404


def test_a_get_changes_nothing(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    for button in ("yes", "away", "late", "renew"):
        assert client.get(f"{link(made)}/{button}").status_code == 405
    client.get(f"{link(made)}/change?children=2&note=x")
    made = again(made)
    assert (made.status, made.heads, made.note) == (GOING, 1, "")


def test_i_cannot_come(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    page = client.send(f"{link(made)}/away", page=link(made))
    assert (page.status_code, page.headers["Location"]) == (303, link(made))
    assert (again(made).status, seats(street)) == (CANCELLED, 0)
    text = client.get(link(made)).text
    assert "You are not coming" in text
    assert "Sign up again" in text
    assert client.post(f"{link(made)}/away", data={"csrf_token": client.token("/join")}).status_code == 303
    assert seats(street) == 0


def test_running_late(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    assert "Running late?" not in client.get(link(made)).text, "only on the day"
    with clock.stop_at(street.session.starts_at - HOUR):
        assert client.send(f"{link(made)}/late", {"minutes": "20"}, page=link(made)).status_code == 303
        assert again(made).late_minutes == 20
        assert "The host knows: 20 minutes late." in client.get(link(made)).text
        assert "20 minutes late" in client.become(street.amina).get(f"/sessions/{street.session.id}/coming").text
        client.send(f"{link(made)}/late", {"minutes": "0"}, page=link(made))
        assert again(made).late_minutes is None
        for bad in ("", "7", "x", "-10", "9" * 5000):
            assert client.send(f"{link(made)}/late", {"minutes": bad}, page=link(made)).status_code == 422


def test_change(street: Street, client: PageClient) -> None:
    held = db.session.get_one(Session, street.session.id)
    held.children, held.capacity = True, 3
    made = sign_up(street.session, street.chidi)
    page = client.send(f"{link(made)}/change", {"children": "2", "note": "We love bread.", "meet_me": "y"})
    assert page.status_code == 303
    made = again(made)
    assert (made.heads, made.note, made.meet_me, seats(street)) == (3, "We love bread.", True, 3)
    assert 'value="2"' in client.get(f"{link(made)}/change").text
    assert "They wait for you outside." in client.get(link(made)).text
    page = client.send(f"{link(made)}/change", {"children": "3"})
    assert (page.status_code, seats(street)) == (422, 3)
    assert "There is room for 3 in all" in page.text
    assert client.send(f"{link(made)}/change", {"children": "x" * 9000}).status_code == 422
    client.send(f"{link(made)}/change", {})
    assert (again(made).heads, seats(street)) == (1, 1)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (GOING, "You are coming"), (LIKELY, "It is likely, not certain"), (OFFERED, "A place is free"),
        (WAITING, "You are next."), (CANCELLED, "You are not coming"), (LAPSED, "The time to answer was over"),
    ],
)  # fmt: skip
def test_where_it_stands(street: Street, client: PageClient, status: SignUpStatus, words: str) -> None:
    until = NOON + HOUR if status is OFFERED else None
    made = sign_up(street.session, street.chidi, status, offered_until=until)
    assert words in client.get(link(made)).text


def test_yes_to_a_place(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi, OFFERED, offered_until=NOON + HOUR)
    text = client.get(link(made)).text
    assert "Please answer by Thursday 2 July, 1pm." in text
    assert client.send(f"{link(made)}/yes", page=link(made)).status_code == 303
    assert again(made).status is GOING
    assert client.send(f"{link(made)}/yes", page=link(made)).status_code == 303, "twice is once"


@pytest.mark.parametrize(
    ("status", "words"),
    [(LAPSED, "The time to answer is over"), (CANCELLED, "given up"), (WAITING, "Somebody else was quicker")],
)
def test_yes_too_late(street: Street, client: PageClient, status: SignUpStatus, words: str) -> None:
    db.session.get_one(Session, street.session.id).capacity = 1
    sign_up(street.session, street.bilal)
    made = sign_up(street.session, street.chidi, status)
    page = client.post(f"{link(made)}/yes", data={"csrf_token": client.token("/join")})
    assert page.status_code == 409
    assert words in page.text
    assert again(made).status is status


def test_a_new_link(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    old, code = link(made), queries.code_of(made)
    page = client.send(f"{old}/renew", page=old)
    new = page.headers["Location"]
    assert new != old
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    assert queries.find_by_code(code) is None
    assert new in letters("chidi@example.org")[-1].body


def test_a_cancelled_session(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    held = db.session.get_one(Session, street.session.id)
    held.status, held.cancelled_at, held.cancelled_because = SessionStatus.CANCELLED, NOON, "The oven is broken."
    text = client.get(link(made)).text
    assert "Cancelled. The oven is broken." in text
    assert "I cannot come" not in text


def test_over(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    with clock.stop_at(NOON + 9 * DAY):
        text = client.get(link(made)).text
        assert "It is over" in text
        page = client.post(f"{link(made)}/away", data={"csrf_token": client.token("/join")})
    assert page.status_code == 409
    assert again(made).status is GOING


def test_no_token_stands_in_any_table(street: Street, client: PageClient) -> None:
    """Whoever reads the database has no link: it needs the site's key."""
    made = service.sign_up(street.chidi, street.session)
    token = queries.token_of(made)
    db.session.commit()
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            assert token not in str(row), table.name


def test_statements(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi, WAITING)
    with count_statements() as counted:
        client.get(link(made))
    assert counted.number <= 6, counted.texts
