"""The list of ideas."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.projects import service
from participate.projects.words import IdeaStatus
from tests.page import PageClient
from tests.projects.build import build_idea, move_away
from tests.statements import count_statements
from tests.street import CAST, NOON, Street


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/ideas")
    assert page.status_code == 200
    assert "a bench by the bus stop" in page.text


def test_an_empty_list_shows_a_way_on(app: Flask, client: PageClient) -> None:
    page = client.get("/ideas").text
    assert "No idea here yet" in page
    assert "/ideas/new" in page


def test_the_newest_first_a_page_at_a_time(street: Street, client: PageClient) -> None:
    for number in range(25):
        build_idea(street, f"Idea number {number}!", made_at=NOON + timedelta(minutes=number))
    page = client.get("/ideas").text
    assert page.index("Idea number 24!") < page.index("Idea number 23!")
    assert "1 to 20 of 26" in page
    assert "Idea number 4!" not in page
    assert "Idea number 4!" in client.get("/ideas?page=2").text
    assert "That was the last page" in client.get("/ideas?page=3").text


def test_what_is_not_shown(street: Street, client: PageClient) -> None:
    hidden = build_idea(street, "A hidden idea")
    service.hide(street.dora.id, hidden, "unkind")
    build_idea(street, "A closed idea", status=IdeaStatus.CLOSED)
    build_idea(street, "Of somebody suspended", author_id=street.femi.id)
    build_idea(street, "Of nobody any more", author_id=None)
    for name in ("stranger", "dora"):
        page = client.become(street.person(name)).get("/ideas").text
        assert "A hidden idea" not in page
        assert "A closed idea" not in page
        assert "Of somebody suspended" not in page
        assert "Of nobody any more" in page


def test_near_me(street: Street, client: PageClient) -> None:
    build_idea(street, "Far away", ward_id=street.other_ward.id)
    page = client.become(street.chidi).get("/ideas?show=near").text
    assert "bench by the bus stop" in page
    assert "Far away" not in page
    assert "Far away" in client.get("/ideas").text
    assert "show=near" not in client.become(None).get("/ideas").text, "a stranger without a place has no near"


def test_staff_see_what_waits_longest_first(street: Street, client: PageClient) -> None:
    late = build_idea(street, "Waits long", made_at=NOON - timedelta(days=9), answer_by=NOON - timedelta(days=5))
    build_idea(street, "Waits at another hub", hub_id=None)
    build_idea(street, "Has an answer", status=IdeaStatus.ANSWERED)
    page = client.become(street.dora).get("/ideas?show=waiting").text
    assert page.index("Waits long") < page.index("bench by the bus stop")
    assert "Has an answer" not in page
    assert "Waits at another hub" in page
    assert "Waits since Saturday 27 June" in page
    assert clock.now() > late.answer_by  # type: ignore[operator]


@pytest.mark.parametrize("name", ["stranger", "amina", "chidi", "efua"])
def test_nobody_else_sees_the_queue(street: Street, client: PageClient, name: str) -> None:
    build_idea(street, "Has an answer", status=IdeaStatus.ANSWERED)
    page = client.become(street.person(name)).get("/ideas?show=waiting").text
    assert "Has an answer" in page, "the plain list"
    assert "Waiting for us" not in page


def test_no_other_hub_s_queue(street: Street, client: PageClient) -> None:
    build_idea(street, "Ours")
    move_away(street)
    assert "Everybody has an answer" in client.become(street.dora).get("/ideas?show=waiting").text
    assert "Ours" in client.become(street.gita).get("/ideas?show=waiting").text


def test_the_author_comes_back_with_her_ideas(street: Street, client: PageClient) -> None:
    street.chidi.status = PersonStatus.SUSPENDED
    db.session.commit()
    assert "bench by the bus stop" not in client.get("/ideas").text
    street.chidi.status = PersonStatus.ACTIVE
    db.session.commit()
    assert "bench by the bus stop" in client.get("/ideas").text


@pytest.mark.parametrize("asked", ["show=%00", "show=castle", "page=0", "page=99999999999", "show=<script>"])
def test_nonsense_narrows_nothing(street: Street, client: PageClient, asked: str) -> None:
    assert "bench by the bus stop" in client.get(f"/ideas?{asked}").text


def test_few_statements(street: Street, client: PageClient) -> None:
    for number in range(20):
        build_idea(street, f"Idea {number}")
    client.become(street.chidi)
    with count_statements() as counted:
        client.get("/ideas")
    assert counted.number <= 6, counted.texts
