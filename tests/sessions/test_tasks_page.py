"""The tasks of a volunteer day: everybody reads them, hosts and staff change them, the last place goes once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db
from participate.sessions import queries, service
from participate.sessions.models import Session, Task
from participate.sessions.rules import SessionOver
from participate.sessions.service import TaskFacts
from tests.page import PageClient
from tests.sessions.making import session
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

COUNTERS = ("amina", "dora", "gita")
GOOD = {"name": "Plant hedge", "minutes": "60", "places": "4", "skill": "", "kit": "Boots and gloves"}
LONG = "x" * 10_000


def page_of(street: Street) -> str:
    return f"/sessions/{street.session.id}/tasks"


def add_task(street: Street, **more: object) -> Task:
    facts = {"name": "Plant hedge", "places": 4, "minutes": 60} | more
    made = service.add_task(
        street.amina.id,
        db.session.get_one(Session, street.session.id),
        TaskFacts(**facts),  # type: ignore[arg-type]
    )
    db.session.commit()
    return made


@pytest.mark.parametrize("who", CAST)
def test_everybody_reads_them(street: Street, client: PageClient, who: str) -> None:
    add_task(street, skill="A steady hand", kit="Boots")
    page = client.become(street.person(who)).get(page_of(street))
    assert page.status_code == 200
    for words in ("Plant hedge", "1 hour", "4 places left of 4", "Skill: A steady hand", "Wear or bring: Boots"):
        assert words in page.text
    assert ("Add a task" in page.text) is (who in COUNTERS)
    assert ("Remove" in page.text) is (who in COUNTERS)


@pytest.mark.parametrize("who", ["stranger", "bilal", "chidi", "efua", "femi"])
def test_who_may_not_send(street: Street, client: PageClient, who: str) -> None:
    task = add_task(street)
    token = client.become(street.person(who)).token(f"/report/session/{street.session.id}")
    sent = {**GOOD, "name": "Dig", "csrf_token": token}
    for path in (page_of(street), f"{page_of(street)}/{task.id}", f"{page_of(street)}/{task.id}/remove"):
        assert client.post(path, data=sent).status_code == 403
    assert [each.name for each in queries.list_tasks(street.session.id)] == ["Plant hedge"]


def test_the_shortest_first(street: Street, client: PageClient) -> None:
    for name, minutes in (("Plant hedge", 60), ("Make tea", 20), ("Dig the pond", 180), ("Paint signs", 20)):
        add_task(street, name=name, minutes=minutes)
    text = client.get(page_of(street)).text
    places = [text.index(name) for name in ("20 minutes", "Make tea", "Paint signs", "Plant hedge", "Dig the pond")]
    assert places == sorted(places)
    assert text.count("<h2") == 3


def test_add_change_and_remove(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    assert client.send(page_of(street), GOOD).status_code == 303
    task = db.session.scalars(select(Task)).one()
    assert (task.name, task.minutes, task.places, task.kit, task.taken) == ("Plant hedge", 60, 4, "Boots and gloves", 0)
    one = f"{page_of(street)}/{task.id}"
    assert 'value="Plant hedge"' in client.get(one).text
    assert client.send(one, {**GOOD, "places": "6", "minutes": "45"}).status_code == 303
    db.session.expire_all()
    assert (task.places, task.minutes) == (6, 45)
    assert client.send(f"{one}/remove", page=page_of(street)).status_code == 303
    assert queries.count_tasks(street.session.id) == 0
    assert client.get(one).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Write what there is to do"),
        ({"name": LONG}, "too many"),
        ({"name": "a\x00b"}, "Some of these signs"),
        ({"name": "Ring 07700 900123"}, "leave phone numbers out"),
        ({"kit": "Mail me@example.org"}, "leave"),
        ({"minutes": ""}, "Write the minutes"),
        ({"minutes": "4"}, "from 5 to 720"),
        ({"minutes": str(2**63)}, "from 5 to 720"),
        ({"places": "0"}, "from 1 to 100"),
        ({"places": "101"}, "from 1 to 100"),
        ({"places": "-1"}, "from 1 to 100"),
        ({"skill": LONG}, "too many"),
    ],
)
def test_what_is_wrong(street: Street, client: PageClient, wrong: dict[str, str], said: str) -> None:
    answer = client.become(street.amina).send(page_of(street), {**GOOD, **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Boots and gloves"' in answer.text or "kit" in wrong, "the words are kept"
    assert queries.count_tasks(street.session.id) == 0


def test_words_stay_words(street: Street, client: PageClient) -> None:
    client.become(street.amina).send(page_of(street), {**GOOD, "name": "<script>alert(1)</script> 🍞 مرحبا"})
    assert "<script>alert" not in client.get(page_of(street)).text
    assert "<script>alert" not in client.get(f"/sessions/{street.session.id}").text


def test_at_most_twenty(street: Street, client: PageClient) -> None:
    for number in range(20):
        add_task(street, name=f"Task {number}")
    client.become(street.amina)
    text = client.get(page_of(street)).text
    assert "as many as a day can hold" in text
    answer = client.send(page_of(street), GOOD, page=f"{page_of(street)}/{queries.list_tasks(street.session.id)[0].id}")
    assert answer.status_code == 409
    assert "at most 20 tasks" in answer.text
    assert queries.count_tasks(street.session.id) == 20


def test_a_place_is_taken_and_given_back(street: Street) -> None:
    task = add_task(street, places=2)
    assert [service.take_task(task.id) for _each in range(3)] == [True, True, False]
    assert db.session.get_one(Task, task.id).taken == 2
    assert [service.free_task(task.id) for _each in range(3)] == [True, True, False]
    assert db.session.get_one(Task, task.id).taken == 0
    assert not service.free_task(None)
    assert not service.take_task(9999)


def test_what_is_chosen_stays(street: Street, client: PageClient) -> None:
    task = add_task(street, places=2)
    service.take_task(task.id)
    service.take_task(task.id)
    client.become(street.amina)
    text = client.get(page_of(street)).text
    assert "All places are taken" in text
    assert "Remove" not in text
    one = f"{page_of(street)}/{task.id}"
    assert client.send(f"{one}/remove", page=one).status_code == 409
    answer = client.send(one, {**GOOD, "places": "1"})
    assert answer.status_code == 422
    assert "2 people have chosen it" in answer.text


def test_on_the_sessions_page(street: Street, client: PageClient) -> None:
    task = add_task(street, places=1)
    path = f"/sessions/{street.session.id}"
    assert "1 place left" in client.get(path).text
    service.take_task(task.id)
    assert "1 hour, full" in client.get(path).text


def test_another_sessions_task(street: Street, client: PageClient) -> None:
    task, other = add_task(street), session(street, NOON + timedelta(days=4))
    client.become(street.amina)
    assert client.get(f"/sessions/{other.id}/tasks/{task.id}").status_code == 404
    assert client.get("/sessions/9999/tasks").status_code == 404


def test_when_it_is_over(street: Street, client: PageClient) -> None:
    task = add_task(street)
    made = db.session.get_one(Session, street.session.id)
    with clock.stop_at(NOON + timedelta(days=3)):
        text = client.become(street.amina).get(page_of(street)).text
        assert "Add a task" not in text
        assert "I’ll do one of these" not in text
        with pytest.raises(SessionOver):
            service.remove_task(street.amina.id, made, task)


def test_a_hidden_session(street: Street, client: PageClient) -> None:
    db.session.get_one(Session, street.session.id).hidden_at = NOON
    assert client.become(street.chidi).get(page_of(street)).status_code == 404
    assert client.become(street.amina).get(page_of(street)).status_code == 200


def test_statements(street: Street, client: PageClient) -> None:
    for number in range(20):
        add_task(street, name=f"Task {number}", minutes=10 + number)
    client.become(street.amina)
    with count_statements() as counted:
        client.get(page_of(street))
    assert counted.number <= 8, counted.texts
