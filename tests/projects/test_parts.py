"""“Our part / the council’s part”, testing something to sell, and the existing group first."""

import pytest

from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.profiles.words import Theme
from participate.projects.models import Project, Recipe
from participate.projects.rules.alike import are_alike
from participate.projects.rules.parts import LineTooLong, TooManyLines, part_of_typed
from tests.page import PageClient
from tests.projects.build import build_project
from tests.projects.test_start import filled
from tests.street import Street

SALE = {
    "selling": "y", "product": "Coffee soap", "test_days": "Three Saturdays", "test_result": "We sold twelve.",
    "asks_next": "A kitchen on Tuesdays", "backed_by": "The bakery",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("We sweep.\r\n- We plant.", "We sweep.\nWe plant."),
        ("We sweep.\nWe sweep.", "We sweep."),
        ("x" * 100, "x" * 100),
        ("\n".join("abcdef"), "\n".join("abcdef")),
    ],
)
def test_lines(typed: str, lines: str) -> None:
    assert part_of_typed(typed) == lines


@pytest.mark.parametrize(("typed", "broken"), [("x" * 101, LineTooLong), ("\n".join("abcdefg"), TooManyLines)])
def test_lists_are_short(typed: str, broken: type[RuleBroken]) -> None:
    with pytest.raises(broken):
        part_of_typed(typed)


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Bread Club", "Thames Bread", True),
        ("Bread Club", "Mend Club", False),
        ("Seeds on Elm Road", "Seed swap", True),
        ("Walk together", "Sing together", False),
        ("", "", False),
        ("木工", "木工", False),
    ],
)
def test_names_that_say_the_same(name: str, other: str, same: bool) -> None:
    assert are_alike(name, other) is same


def edit(street: Street, client: PageClient, **more: str) -> object:
    path = f"/projects/{street.project.id}/edit"
    return client.become(street.amina).send(path, filled(street, **more))


def test_both_parts_stand_side_by_side(street: Street, client: PageClient) -> None:
    url = f"/projects/{street.project.id}"
    assert "Who does what" not in client.get(url).text
    answer = edit(street, client, our_part="We sweep.\n- We plant.", council_part="Takes the bags <b>away</b>.")
    assert answer.status_code == 303  # type: ignore[attr-defined]
    page = client.get(url).text
    for words in (
        "Our part",
        "The council’s part",
        "We sweep.</bdi></li>",
        "We plant.</bdi></li>",
        "&lt;b&gt;away&lt;/b&gt;",
    ):
        assert words in page
    assert "We sweep.\nWe plant.</textarea>" in client.get(f"{url}/edit").text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("our_part", "\n".join("abcdefg")), ("council_part", "x" * 101), ("our_part", "x" * 10_000),
        ("product", "x" * 201), ("test_result", "a\x00b"), ("asks_next", "x" * 281), ("backed_by", "x" * 10_000),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(street: Street, client: PageClient, field: str, typed: str) -> None:
    answer = edit(street, client, **{field: typed})
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert f'id="{field}-error"' in answer.text  # type: ignore[attr-defined]
    db.session.refresh(street.project)
    assert street.project.name == "Mend Club"


def test_testing_something_to_sell(street: Street, client: PageClient) -> None:
    edit(street, client, **SALE)
    page = client.become(None).get(f"/projects/{street.project.id}").text
    for words in ("Testing something to sell", *SALE.values()):
        if words != "y":
            assert words in page
    edit(street, client, **(SALE | {"selling": ""}))
    page = client.get(f"/projects/{street.project.id}").text
    assert "Coffee soap" not in page
    assert "A kitchen on Tuesdays" in page


def school_bakes(street: Street, **more: object) -> Project:
    return build_project(street, organisation_id=street.organisation.id, **more)


def test_the_existing_group_is_shown_first(street: Street, client: PageClient) -> None:
    bread = school_bakes(street)
    client.become(street.chidi)
    page = client.get("/projects/new").text
    assert "Already near you" in page
    assert page.index("Elm Tree School") < page.index("What is it called?")
    said = filled(street, name="Bread on Fridays")
    answer = client.send("/projects/new", said)
    assert answer.status_code == 200
    assert "Is it this?" in answer.text
    assert f'href="/projects/{bread.id}/help"' in answer.text
    assert 'value="Bread on Fridays"' in answer.text
    assert db.session.query(Project).filter_by(name="Bread on Fridays").count() == 0
    assert client.send("/projects/new", said | {"anyway": "y"}).status_code == 303
    assert db.session.query(Project).filter_by(name="Bread on Fridays").count() == 1


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Mending"},
        {"theme": Theme.PLAY},
        {"organisation_id": None},
        {"stage": "ended"},
        {"hidden_because": "x", "hidden_at": "now"},
    ],
)
def test_what_is_something_else_stops_nobody(street: Street, client: PageClient, more: dict[str, object]) -> None:
    if "hidden_at" in more:
        more = more | {"hidden_at": street.project.made_at}
    build_project(street, **({"organisation_id": street.organisation.id} | more))
    answer = client.become(street.chidi).send("/projects/new", filled(street, name="Bread on Fridays"))
    assert answer.status_code == 303


def test_the_existing_group_is_shown_before_its_recipe_is_started(street: Street, client: PageClient) -> None:
    recipe = Recipe(
        slug="bread-club", name="Loaf", theme=Theme.COOK, summary="x", space="Kitchen", materials="Flour",
        skills="Baking", people="4", rhythm="Weekly", starter_time="2 hours", joiner_time="1 hour", match_words=[],
    )  # fmt: skip
    db.session.add(recipe)
    db.session.flush()
    client.become(street.chidi)
    assert "already runs" not in client.get("/recipes/bread-club/start").text
    school_bakes(street, recipe_id=recipe.id)
    assert "already runs" in client.get("/recipes/bread-club/start").text


def test_the_edit_page_shows_the_others_and_not_itself(street: Street, client: PageClient) -> None:
    bread = school_bakes(street)
    mine = build_project(street, name="Cake Club")
    client.become(street.dora)
    assert "Already near you" in client.get(f"/projects/{mine.id}/edit").text
    assert "Already near you" not in client.get(f"/projects/{bread.id}/edit").text
