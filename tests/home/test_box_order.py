"""The one box, for somebody who looks for a thing or a place."""

import pytest
from flask import Flask

from participate.home.views import _groups
from participate.home.words import Kind
from tests.page import PageClient
from tests.street import Street


@pytest.mark.parametrize(
    ("meant", "first"),
    [
        (Kind.MATERIAL, "material"),
        (Kind.SPACE, "space"),
        (Kind.INTEREST, "idea"),
        (Kind.SKILL, "idea"),
        (Kind.IDEA, "idea"),
        (Kind.REPORT, "idea"),
    ],
)
def test_what_she_means_comes_first(app: Flask, meant: Kind, first: str) -> None:
    with app.test_request_context():
        order = [kind for kind, _title, _most in _groups(meant, 2)]
    assert order[0] == first
    assert sorted(order) == ["idea", "material", "person", "project", "recipe", "session", "space"]


@pytest.mark.parametrize("who", ["stranger", "chidi"])
@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("We are looking for a kitchen to cook in", "/spaces"),
        ("I have a kitchen you could use", "/spaces/new"),
    ],
)
def test_who_looks_for_a_space_is_not_asked_to_offer_one(
    street: Street, client: PageClient, who: str, words: str, leads: str
) -> None:
    client.become(street.person(who))
    answer = client.send("/keep", {"say": words, "kind": "space"}, page="/find?say=kitchen")
    if who == "stranger" and leads == "/spaces/new":
        leads = "/join"
    assert answer.status_code == 303
    assert answer.location == leads
    if leads == "/spaces":
        assert "Open one to ask for it." in client.get(leads).text


def test_the_front_page_leads_to_things_and_projects(street: Street, client: PageClient) -> None:
    text = client.get("/").text
    assert 'href="/materials"' in text
    assert 'href="/projects"' in text
