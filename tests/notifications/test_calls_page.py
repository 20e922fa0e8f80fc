"""The page of the call list: who may see it, what it says, and what a button notes."""

import pytest
from sqlalchemy import select

from participate.accounts.models import RoleHeld
from participate.accounts.words import Role
from participate.core.db import db, transaction
from participate.notifications.models import Call
from participate.notifications.service.writing import _spoken, words_to_say
from participate.notifications.words import CallStatus
from participate.places.models import Hub
from tests.more.notifications import things
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, add, person


def words_of(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("who", CAST)
def test_who_may_see_it(street: Street, client: PageClient, who: str) -> None:
    things(street)
    answer = client.become(street.person(who)).get("/calls")
    assert answer.status_code == {"stranger": 303, "femi": 303, "dora": 200, "gita": 200}.get(who, 404)
    assert ("Omar" in answer.text) is (who in ("dora", "gita"))


def test_whom_how_what_and_by_when(street: Street, client: PageClient) -> None:
    things(street)
    text = words_of(client.become(street.dora).get("/calls").text)
    assert 'href="tel:02080000000"' in text
    assert "at the mosque on Fridays" in text
    assert "A place is free at “Bread for beginners”, Sunday 5 July" in text
    assert "http" not in text.partition("<main")[2].partition("</main")[0].replace("https://www.w3.org", "")
    assert "Too long: since Wednesday 1 July" in text
    assert "Tried once" in text
    assert "No number: tell them when they come in" in text
    assert "Please come in to the hub" in text, "what somebody reported is not told on the phone"
    assert text.index("Nan O’Brien") < text.index("Omar Ali"), "the most pressing first"
    assert text.count("They say yes") == 1, "only where something is asked"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" is it still true? Yes or no: ", "Is it still true? Yes or no."),
        ("A place is free.", "A place is free."),
        ("“Mend Club” on Saturday", "“Mend Club” on Saturday"),
        ("", ""),
    ],
)
def test_what_is_read_out_is_a_sentence(text: str, said: str) -> None:
    assert _spoken(text) == said


def test_whether_words_are_still_true_is_asked_without_a_press(street: Street) -> None:
    words = words_to_say("words_still", {"lines": ["sewing"]}, street.chidi)
    assert words is not None
    assert words.paragraphs[0].startswith("Is it still true, what you like doing?")
    assert "press" not in words.paragraphs[0]


@pytest.mark.parametrize(
    ("outcome", "status"), [("told", "done"), ("yes", "done"), ("no", "done"), ("nobody_there", "waiting")]
)
def test_a_button(street: Street, client: PageClient, outcome: str, status: str) -> None:
    number = things(street)["call_id"]
    answer = client.become(street.dora).send(f"/calls/{number}", {"outcome": outcome}, page="/calls")
    assert (answer.status_code, answer.location) == (303, "/calls")
    db.session.expire_all()
    assert db.session.get_one(Call, number).status is CallStatus(status)
    assert ("Bread for beginners" in client.get("/calls").text) is (status == "waiting")


def test_twice_is_said_kindly(street: Street, client: PageClient) -> None:
    number = things(street)["call_id"]
    client.become(street.dora).send(f"/calls/{number}", {"outcome": "told"}, page="/calls")
    client.send(f"/calls/{number}", {"outcome": "yes"}, page="/calls")
    assert "Somebody has noted this call already." in client.get("/calls").text


@pytest.mark.parametrize("bad", ["", "maybe", "x" * 10_000, "\0", "🙂"])
def test_bad_buttons(street: Street, client: PageClient, bad: str) -> None:
    number = things(street)["call_id"]
    client.become(street.dora).send(f"/calls/{number}", {"outcome": bad}, page="/calls")
    assert "Say what came of the call." in client.get("/calls").text


@pytest.mark.parametrize("who", ["amina", "chidi", "efua"])
def test_nobody_else_notes_it(street: Street, client: PageClient, who: str) -> None:
    number = things(street)["call_id"]
    client.become(street.person(who))
    answer = client.send(f"/calls/{number}", {"outcome": "told"}, page="/letters-to-me/choice")
    assert answer.status_code == 404


def test_staff_see_the_calls_of_their_hub(street: Street, client: PageClient) -> None:
    number = things(street)["call_id"]
    other = Hub(name="Another shop", address="Elsewhere", ward_id=street.other_ward.id)
    add(other)
    with transaction():
        ines = person("Ines Silva")
        ines.roles.append(RoleHeld(role=Role.STAFF, subject=f"hub:{other.id}", since=NOON))
    client.become(ines)
    assert "Omar" not in client.get("/calls").text
    assert client.send(f"/calls/{number}", {"outcome": "told"}, page="/letters-to-me/choice").status_code == 404
    with transaction():
        db.session.execute(db.update(Call).values(hub_id=None))
    assert "Omar" in client.get("/calls").text, "nobody's hub is everybody's"


def test_few_statements(street: Street, client: PageClient) -> None:
    things(street)
    one = db.session.scalars(select(Call)).first()
    assert one is not None
    for number in range(25):
        add(Call(person_id=person(f"Person{number} X").id, hub_id=street.hub.id, promise_id=number, letter="unknown",
                 facts={}, made_at=one.made_at, due_at=one.due_at))  # fmt: skip
    db.session.commit()
    client.become(street.dora)
    with count_statements() as counted:
        assert "1 to 20 of 28" in client.get("/calls").text
    assert counted.number <= 12, counted.texts
