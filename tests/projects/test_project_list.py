"""The lists of projects."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects import queries, service
from participate.projects.queries import Near
from participate.projects.words import Shelf, Stage
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_project
from tests.statements import count_statements
from tests.street import CAST, NOON, SQUARE, Street

NORTH = 1  # the next square to the north


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(street: Street, client: PageClient, name: str) -> None:
    page = client.become(street.person(name)).get("/projects")
    assert page.status_code == 200
    assert "Mend Club" in page.text


def test_an_empty_list_shows_a_way_on(app: Flask, client: PageClient) -> None:
    page = client.get("/projects").text
    assert "No project here yet" in page
    assert "/recipes" in page


def test_three_lists_that_never_mix(street: Street, client: PageClient) -> None:
    build_elsewhere()
    build_project(street, name="Over Club", stage=Stage.ENDED)
    build_project(street, name="Given Club", stage=Stage.HANDED_OVER)
    build_project(street, name="Resting Club", stage=Stage.RESTING)
    names = ("Mend Club", "Resting Club", "Over Club", "Given Club", "Barton Sings")
    shown = {}
    for shelf in ("", "?shelf=ended", "?shelf=elsewhere"):
        page = client.get(f"/projects{shelf}").text
        shown[shelf] = {name for name in names if f">{name}</a>" in page}
    assert shown == {
        "": {"Mend Club", "Resting Club"},
        "?shelf=ended": {"Over Club", "Given Club"},
        "?shelf=elsewhere": {"Barton Sings"},
    }


def test_what_is_hidden_is_on_none(street: Street, client: PageClient) -> None:
    other = build_elsewhere()
    over = build_project(street, name="Over Club", stage=Stage.ENDED)
    for project in (street.project, other, over):
        service.hide(street.dora.id, project, "no")
    client.become(street.dora)
    for shelf in Shelf:
        assert queries.list_projects(shelf, None, None, Near(), 1).total == 0
        assert client.get(f"/projects?shelf={shelf}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("theme=make", {"Mend Club"}),
        ("theme=cook", {"Bread Club", "Far Club"}),
        ("ward=WARD", {"Mend Club", "Bread Club"}),
        ("ward=OTHER", {"Far Club"}),
        ("theme=cook&ward=OTHER", {"Far Club"}),
        ("theme=make&ward=OTHER", set()),
        ("theme=grow", set()),
    ],
)
def test_it_is_narrowed(street: Street, client: PageClient, asked: str, names: set[str]) -> None:
    build_project(street)
    build_project(street, name="Far Club", ward_id=street.other_ward.id)
    asked = asked.replace("WARD", str(street.ward.id)).replace("OTHER", str(street.other_ward.id))
    page = client.get(f"/projects?{asked}").text
    assert {name for name in ("Mend Club", "Bread Club", "Far Club") if f">{name}</a>" in page} == names
    assert ("Nothing of this kind here yet" in page) is not bool(names)


@pytest.mark.parametrize(
    "asked",
    ["theme=castle", "ward=0", "ward=abc", "ward=9223372036854775808", "shelf=attic", "page=-1", "page=x",
     "theme=%00", "ward=%00", "shelf=%F0%9F%8D%9E", "theme=<script>", "ward=" + "9" * 400],
)  # fmt: skip
def test_nonsense_narrows_nothing(street: Street, client: PageClient, asked: str) -> None:
    assert ">Mend Club</a>" in client.get(f"/projects?{asked}").text


def order(near: Near) -> list[str]:
    return [card.name for card in queries.list_projects(Shelf.NOW, None, None, near, 1).items]


def test_nearest_first(street: Street) -> None:
    db.session.delete(street.session)
    db.session.flush()
    db.session.delete(street.project)
    build_project(street, name="A kilometre", square=SQUARE + 4 * NORTH, changed_at=NOON + timedelta(days=1))
    build_project(street, name="Here")
    build_project(street, name="Somewhere in my ward", square=None)
    build_project(street, name="Next ward", ward_id=street.other_ward.id, square=None)
    build_project(street, name="Nowhere", ward_id=None, square=None, changed_at=NOON + timedelta(days=2))
    build_project(street, name="Two kilometres", square=SQUARE + 8 * NORTH)
    near = (street.ward.id, street.other_ward.id)
    in_a_square = order(Near(near, SQUARE))
    assert in_a_square[0] == "Here"
    assert set(in_a_square[1:3]) == {"A kilometre", "Somewhere in my ward"}
    assert in_a_square[3:] == ["Two kilometres", "Next ward", "Nowhere"]
    in_a_ward = order(Near(near))
    assert set(in_a_ward[:4]) == {"A kilometre", "Here", "Somewhere in my ward", "Two kilometres"}
    assert in_a_ward[4:] == ["Next ward", "Nowhere"]
    assert order(Near())[0] == "Nowhere", "where no place is known, what changed last"


def test_the_liveliest_first_for_whoever_is_nowhere(street: Street) -> None:
    for name, stage in (("Resting", Stage.RESTING), ("Gathering", Stage.GATHERING), ("Running", Stage.RUNNING)):
        build_project(street, name=name, stage=stage)
    assert order(Near()) == ["Running", "Mend Club", "Gathering", "Resting"]


def test_a_walk_only_for_whoever_has_a_place(street: Street, client: PageClient) -> None:
    assert "about 5 minutes’ walk" in client.become(street.chidi).get("/projects").text
    page = client.become(street.efua).get("/projects").text
    assert "minutes’ walk" not in page
    assert "Which are near me?" in page
    assert "Parsloes" in page


def test_what_was_done_elsewhere_says_where_and_no_walk(street: Street, client: PageClient) -> None:
    build_elsewhere(square=SQUARE, ward_id=street.ward.id)
    page = client.become(street.chidi).get("/projects?shelf=elsewhere").text
    assert "Barton, Oxford" in page
    assert "minutes’ walk" not in page


def test_a_page_at_a_time(street: Street, client: PageClient) -> None:
    for number in range(30):
        build_project(street, name=f"Club {number:02}", theme=Theme.GROW)
    first = client.get("/projects?theme=grow").text
    assert "1 to 20 of 30" in first
    assert "/projects?theme=grow&amp;page=2" in first
    second = client.get("/projects?theme=grow&page=2").text
    names = [f"Club {number:02}</a>" for number in range(30)]
    assert sum(name in first for name in names) == 20
    assert sum(name in second for name in names) == 10
    assert not [name for name in names if name in first and name in second]
    assert "That was the last page" in client.get("/projects?theme=grow&page=3").text


def test_few_statements(street: Street, client: PageClient) -> None:
    for number in range(20):
        build_project(street, name=f"Club {number}")
        build_elsewhere(source_key=f"k{number}")
    client.become(street.chidi)
    for path in ("/projects", "/projects?shelf=elsewhere"):
        with count_statements() as counted:
            client.get(path)
        assert counted.number <= 9, counted.texts
