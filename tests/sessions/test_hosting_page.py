"""The first time somebody hosts: what to think of, who is beside her, one printed page."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.places.models import Hub
from participate.sessions import queries, service
from participate.sessions.models import Session
from participate.sessions.rules import SessionOver
from participate.sessions.rules.tasks import NotABuddy
from tests.page import PageClient
from tests.sessions.letters import letters
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

COUNTERS = ("amina", "dora", "gita")


def held(street: Street) -> Session:
    return db.session.get_one(Session, street.session.id)


def first_page(street: Street) -> str:
    return f"/sessions/{street.session.id}/first-time"


def one_page(street: Street) -> str:
    return f"/sessions/{street.session.id}/one-page"


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("page", [first_page, one_page])
def test_who_may(street: Street, client: PageClient, who: str, page: object) -> None:
    answer = client.become(street.person(who)).get(page(street))  # type: ignore[operator]
    if who in COUNTERS:
        assert answer.status_code == 200
    elif who in ("stranger", "femi"):
        assert (answer.status_code, answer.location) == (303, "/sign-in")
    else:
        assert answer.status_code == 403


def test_four_things_to_think_of(street: Street, client: PageClient) -> None:
    db.session.get_one(Hub, street.hub.id).phone = "020 7946 0000"
    text = client.become(street.amina).get(first_page(street)).text
    for words in ("The key", "The kit", "If you are ill", "Somebody beside you", "020 7946 0000"):
        assert words in text
    for name in ("Bilal", "Dora"):
        assert f">{name}</option>" in text
    assert ">Amina</option>" not in text, "nobody is her own buddy"
    assert ">Chidi</option>" not in text


def test_the_first_time_only(street: Street, client: PageClient) -> None:
    tools = f"/sessions/{street.session.id}"
    client.become(street.amina)
    assert "Hosting for the first time" in client.get(tools).text
    earlier = session(street, NOON - timedelta(days=7), host_id=street.amina.id)
    assert queries.is_first_time(held(street)), "nobody has counted that one"
    db.session.get_one(Session, earlier.id).counted_at = NOON - timedelta(days=6)
    db.session.commit()
    assert not queries.is_first_time(held(street))
    text = client.get(tools).text
    assert "Hosting for the first time" not in text
    assert "Somebody beside you" in text
    assert "<h1>Before people come</h1>" in client.get(first_page(street)).text
    held(street).host_id = None
    assert not queries.is_first_time(held(street))


def test_a_buddy_is_chosen_and_told_once(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    for _each in range(2):
        assert client.send(first_page(street), {"buddy": str(street.bilal.id)}).status_code == 303
    assert held(street).buddy_id == street.bilal.id
    assert "Bilal is beside you." in client.get(first_page(street)).text
    assert "Bilal" in client.get(one_page(street)).text
    outbox.run_due()
    (letter,) = letters("You are beside the host")
    assert letter.to == "bilal@example.org"
    assert "Amina hosts" in letter.body
    assert "Saturday 4 July, 12pm to 2pm" in letter.body
    assert client.send(first_page(street), {"buddy": ""}).status_code == 303
    assert held(street).buddy_id is None


def test_staff_who_choose_themselves_need_no_letter(street: Street) -> None:
    service.choose_buddy(street.dora.id, held(street), street.dora.id)
    assert db.session.scalars(select(Promise)).all() == []


@pytest.mark.parametrize("who", ["x", "999999", "-1", "<script>", "x" * 10_000, str(2**63)])
def test_nobody_else_can_be_chosen(street: Street, client: PageClient, who: str) -> None:
    answer = client.become(street.amina).send(first_page(street), {"buddy": who})
    assert answer.status_code == 422
    assert "Choose one from the list." in answer.text
    assert held(street).buddy_id is None


def test_rules_of_the_buddy(street: Street) -> None:
    with pytest.raises(NotABuddy):
        service.choose_buddy(street.amina.id, held(street), street.chidi.id)
    with pytest.raises(NotABuddy):
        service.choose_buddy(street.amina.id, held(street), street.amina.id)
    with clock.stop_at(NOON + timedelta(days=3)), pytest.raises(SessionOver):
        service.choose_buddy(street.amina.id, held(street), street.bilal.id)


def test_everything_on_one_page(street: Street, client: PageClient) -> None:
    made = held(street)
    made.door, made.bring, made.capacity = "The green door", "A torn coat", 12
    db.session.get_one(Hub, street.hub.id).phone = "020 7946 0000"
    sign_up(street.session, street.chidi, heads=3, children=2)
    text = client.become(street.amina).get(one_page(street)).text
    for words in (
        "Kitchen at the Shop", "The green door", "A torn coat", "020 7946 0000", "Chidi O + 2 children",
        "If nobody comes", "12",
    ):  # fmt: skip
        assert words in text
    assert "irst time" not in text
    made = held(street)
    made.drop_in = True
    assert "Chidi" not in client.get(one_page(street)).text


def test_words_stay_words(street: Street, client: PageClient) -> None:
    made = held(street)
    made.door = made.bring = "<script>alert(1)</script>"
    client.become(street.amina)
    for page in (first_page(street), one_page(street)):
        assert "<script>alert" not in client.get(page).text


def test_statements(street: Street, client: PageClient) -> None:
    for each in (street.chidi, street.efua, street.gita):
        sign_up(street.session, each)
    client.become(street.amina)
    for page in (first_page(street), one_page(street)):
        with count_statements() as counted:
            client.get(page)
        assert counted.number <= 12, counted.texts
