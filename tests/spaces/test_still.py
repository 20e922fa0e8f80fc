"""Is it still there? One letter a fortnight before, one press to answer, and gone from everywhere when nobody does."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from participate.audit import queries as audit
from participate.core import clock, mail
from participate.core.db import db
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.spaces import jobs, queries
from tests.page import PageClient
from tests.spaces.build import build_space
from tests.street import NOON, Street

DAY = timedelta(days=1)


@pytest.fixture
def letters(app: Flask) -> Iterator[Path]:
    """The folder of the local page, empty."""
    folder = app.extensions["settings"].data / "letters"
    for old in folder.glob("*.json"):
        old.unlink()
    yield folder
    for old in folder.glob("*.json"):
        old.unlink()


def promised(name: str = "letter") -> list[dict[str, object]]:
    return [row.payload for row in db.session.scalars(select(Promise).where(Promise.name == name).order_by(Promise.id))]


def test_once_a_fortnight_before(street: Street) -> None:
    space = build_space(street, expires_on=date(2026, 7, 20))
    build_space(street, expires_on=date(2026, 12, 1))
    asked: list[int] = []
    for number in range(30):
        with clock.stop_at(NOON + number * DAY):
            jobs.ask_again()
            db.session.commit()
            asked.append(len(promised()))
    assert asked == [0] * 4 + [1] * 26  # on 6 July, and never again
    assert promised()[0] == {
        "name": "space_still",
        "person_id": street.amina.id,
        "facts": {"offer_id": space.id, "offer_name": "Amina’s kitchen", "until": "2026-07-20"},
    }
    assert space.asked_on == date(2026, 7, 6)


def test_the_worker_asks_once(street: Street) -> None:
    build_space(street, expires_on=date(2026, 7, 10))
    db.session.commit()
    assert "spaces.ask_again" in outbox.run_periodic()
    assert "spaces.ask_again" not in outbox.run_periodic()
    with clock.stop_at(NOON + DAY):
        assert "spaces.ask_again" in outbox.run_periodic()
    assert len(promised()) == 1


@pytest.mark.parametrize(
    ("owner", "readers"),
    [("keeper", {"chidi"}), ("organisation", {"bilal"}), ("hub", {"dora"}), ("suspended", set())],
)
def test_whom_it_asks(street: Street, owner: str, readers: set[str]) -> None:
    names = {
        "keeper": {"keeper_id": street.chidi.id},
        "organisation": {"organisation_id": street.organisation.id},
        "hub": {"hub_id": street.hub.id},
        "suspended": {"keeper_id": street.femi.id},
    }
    build_space(street, expires_on=date(2026, 7, 10), **names[owner])
    jobs.ask_again()
    db.session.flush()
    assert {letter["person_id"] for letter in promised()} == {street.person(name).id for name in readers}


def test_hidden_ones_are_left_alone(street: Street) -> None:
    build_space(street, expires_on=date(2026, 7, 10), hidden_at=clock.now())
    jobs.ask_again()
    db.session.flush()
    assert promised() == []


def test_the_letter_asks_and_leads_to_the_page(app: Flask, street: Street, letters: Path) -> None:
    space = build_space(street, expires_on=date(2026, 7, 10), name="Kitchen & <garden>")
    db.session.commit()
    jobs.ask_again()
    db.session.commit()
    outbox.run_due()
    laid = mail.list_laid(letters)
    assert [letter.to for letter in laid] == ["amina@example.org"]
    assert laid[0].subject == "Is it still there? Kitchen & <garden>"
    assert f"/spaces/{space.id}/still" in laid[0].body
    assert "Friday 10 July" in laid[0].body
    assert "Kitchen & <garden>" in laid[0].body
    assert "Kitchen &amp; &lt;garden&gt;" in laid[0].html
    assert "http://127.0.0.1:8000/spaces/" in laid[0].html


def test_yes_keeps_it_for_half_a_year(street: Street, client: PageClient) -> None:
    space = build_space(street, expires_on=date(2026, 7, 10), asked_on=date(2026, 7, 1))
    page = client.become(street.amina).get(f"/spaces/{space.id}/still")
    assert "Is it still there?" in page.text
    assert space.expires_on == date(2026, 7, 10)  # a GET changes nothing
    answer = client.send(f"/spaces/{space.id}/still", {"answer": "yes"})
    assert answer.headers["Location"] == f"/spaces/{space.id}"
    db.session.refresh(space)
    assert (space.expires_on, space.asked_on, space.expired_on) == (date(2027, 1, 1), None, None)
    assert [row.verb for row in audit.list_of("space", space.id)] == ["confirmed"]


def test_after_yes_it_is_asked_again_the_next_time(street: Street, client: PageClient) -> None:
    space = build_space(street, expires_on=date(2026, 7, 10))
    jobs.ask_again()
    client.become(street.amina).send(f"/spaces/{space.id}/still", {"answer": "yes"})
    with clock.stop_at(NOON + 175 * DAY):
        jobs.ask_again()
        db.session.commit()
    assert [letter["person_id"] for letter in promised()].count(street.amina.id) == 2


def test_no_takes_it_away(street: Street, client: PageClient) -> None:
    space_id = build_space(street).id
    answer = client.become(street.amina).send(f"/spaces/{space_id}/still", {"answer": "no"})
    assert answer.headers["Location"] == "/spaces"
    db.session.expire_all()
    assert queries.find_space(space_id) is None


@pytest.mark.parametrize("answer", ["", "maybe", "YES", "\x00"])
def test_any_other_answer_asks_again(street: Street, client: PageClient, answer: str) -> None:
    space = build_space(street)
    assert client.become(street.amina).send(f"/spaces/{space.id}/still", {"answer": answer}).status_code == 200
    db.session.refresh(space)
    assert space.expires_on != date(2027, 1, 1)


def test_when_nobody_says_so_it_goes_from_everywhere(street: Street, client: PageClient) -> None:
    space = build_space(street, expires_on=date(2026, 7, 3))
    verbs: list[list[str]] = []
    for number in range(4):
        with clock.stop_at(NOON + number * DAY):
            jobs.ask_again()
            db.session.commit()
            verbs.append([row.verb for row in audit.list_of("space", space.id)])
    assert verbs == [[], [], ["expired"], ["expired"]]  # noted once, on the day after
    with clock.stop_at(NOON + 2 * DAY):
        assert queries.cards_of([space.id]) == {}
        assert client.get(f"/spaces/{space.id}").status_code == 404


def test_an_ended_one_comes_back_with_a_yes(street: Street, client: PageClient) -> None:
    space = build_space(street, expires_on=date(2026, 6, 1))
    jobs.ask_again()
    client.become(street.amina).send(f"/spaces/{space.id}/still", {"answer": "yes"})
    assert space.id in queries.cards_of([space.id])
    db.session.refresh(space)
    assert space.expired_on is None
