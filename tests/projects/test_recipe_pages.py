"""Recipes are planted once, and each has a page that a neighbour understands."""

import json
from pathlib import Path

import pytest
from flask import Flask

from participate.audit import queries as audit
from participate.audit.models import AuditRow
from participate.core.db import db
from participate.projects import queries, service
from participate.projects.models import Recipe
from tests import shared
from tests.page import PageClient
from tests.projects.build import build_project
from tests.statements import count_statements
from tests.street import CAST, Street


@pytest.fixture
def planted(app: Flask) -> Flask:
    service.plant_recipes()
    db.session.commit()
    return app


def test_they_are_those_of_the_reference() -> None:
    ours = Path(service.__file__).parent.parent / "data" / "recipes.json"
    assert json.loads(ours.read_text()) == json.loads((shared.folder() / "data" / "recipes.json").read_text())


def test_planting_twice_changes_nothing(app: Flask) -> None:
    first = service.plant_recipes()
    assert (first.new, first.changed, first.unchanged) == (59, 0, 0)
    assert db.session.query(AuditRow).filter_by(kind="recipe").count() == 59
    second = service.plant_recipes()
    assert (second.new, second.changed, second.unchanged) == (0, 0, 59)
    assert db.session.query(Recipe).count() == 59
    assert db.session.query(AuditRow).filter_by(kind="recipe").count() == 59


def test_what_somebody_bent_is_put_straight(planted: Flask) -> None:
    recipe = queries.get_recipe("bread-club")
    recipe.summary = "Nonsense"
    db.session.commit()
    again = service.plant_recipes()
    assert (again.new, again.changed, again.unchanged) == (0, 1, 58)
    assert queries.get_recipe("bread-club").summary.startswith("Bake together")
    assert [row.verb for row in audit.list_of("recipe", recipe.id)] == ["changed", "made"]


def test_the_command(app: Flask) -> None:
    runner = app.test_cli_runner()
    assert "59 recipes new, 0 changed, 0 unchanged." in runner.invoke(args=["projects", "recipes"]).output
    assert "0 recipes new, 0 changed, 59 unchanged." in runner.invoke(args=["projects", "recipes"]).output


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_look(planted: Flask, street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    assert client.get("/recipes").status_code == 200
    assert client.get("/recipes/bread-club").status_code == 200
    assert client.get("/recipes/no-such").status_code == 404


def test_the_list_is_paged_and_narrowed(planted: Flask, client: PageClient) -> None:
    page = client.get("/recipes").text
    assert "59 recipes" in page
    assert "1 to 20 of 59" in page
    assert "Batch cook together" in page
    cook = client.get("/recipes?theme=cook").text
    assert "Bread club" in cook
    assert "Bike fix and borrow" not in cook
    assert "That was the last page" in client.get("/recipes?page=9").text
    for asked in ("theme=castle", "theme=%00", "page=-1", "page=abc"):
        assert "59 recipes" in client.get(f"/recipes?{asked}").text


def test_an_empty_list_shows_a_way_on(app: Flask, client: PageClient) -> None:
    assert "/ideas/new" in client.get("/recipes").text


def test_a_page_says_what_it_takes_in_plain_words(planted: Flask, client: PageClient) -> None:
    page = client.get("/recipes/batch-cook").text
    for words in (
        "Neighbours cook one big recipe", "4 to 10 people", "2 to 3 hours, monthly or fortnightly",
        "4 hours to set up, 1 hour a session", "Portions for the freezer", "Kitchen with 2 or more hobs",
        "There is food", "Every One Every Day", "/recipes/batch-cook/start",
    ):  # fmt: skip
        assert words in page


def test_every_recipe_has_a_page(planted: Flask, client: PageClient) -> None:
    for slug in queries.recipes_by_slug():
        assert client.get(f"/recipes/{slug}").status_code == 200, slug


def test_it_shows_where_it_is_done_here(planted: Flask, street: Street, client: PageClient) -> None:
    recipe = queries.get_recipe("bread-club")
    project = build_project(street, recipe_id=recipe.id)
    assert "Neighbours do it here" in client.get("/recipes/bread-club").text
    service.hide(street.dora.id, project, "not true")
    assert "Neighbours do it here" not in client.get("/recipes/bread-club").text


def test_few_statements(planted: Flask, street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    client.get("/recipes")
    for path, most in (("/recipes", 6), ("/recipes/bread-club", 6)):
        with count_statements() as counted:
            client.get(path)
        assert counted.number <= most, counted.texts
