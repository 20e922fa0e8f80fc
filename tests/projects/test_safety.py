"""A project's safety page: what is in it, the short list, what is in the food, and whether people may come."""

from datetime import date

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.profiles.words import Theme
from participate.projects import queries, service
from participate.projects.models import Project, Recipe
from participate.projects.rules import safety as rules
from participate.projects.rules.stages import DoneElsewhere
from participate.projects.words import Allergen, Risk, Standing, Tier
from tests.page import PageClient
from tests.projects.build import build_elsewhere, build_project
from tests.projects.test_safety_rules import OF_RECIPE
from tests.street import CAST, Street

MAY = ("amina", "dora", "gita")
PATHS = ("safety", "safety/risks")


def path(street: Street, more: str = "") -> str:
    return f"/projects/{street.project.id}/safety{more}"


def ask(street: Street, *risks: Risk) -> queries.SafetyCheck:
    """Amina says what is in her project."""
    check = service.set_risks(street.amina.id, street.project, risks)
    db.session.commit()
    return check


def ticked(*risks: Risk, **more: object) -> dict[str, object]:
    """The whole list of these risks, as a form sends it."""
    return {"lines": [key for key, _words in rules.checklist(risks)], **more}


def standing(street: Street) -> Standing:
    db.session.expire_all()
    return queries.standing(queries.get_check(street.project.id))


@pytest.mark.parametrize("page", PATHS)
@pytest.mark.parametrize("name", CAST)
def test_who_may(street: Street, client: PageClient, name: str, page: str) -> None:
    answer = client.become(street.person(name)).get(f"/projects/{street.project.id}/{page}")
    signed_out = name in ("stranger", "femi")
    assert answer.status_code == (200 if name in MAY else 303 if signed_out else 403)
    if name not in MAY:
        form = "/ideas/new" if signed_out else "/projects/new"
        refused = client.send(f"/projects/{street.project.id}/{page}", {"risks": "food"}, page=form)
        assert refused.status_code == 403
        assert queries.get_check(street.project.id).risks == []


@pytest.mark.parametrize("name", CAST)
def test_who_says_what_is_in_the_food(street: Street, client: PageClient, name: str) -> None:
    ask(street, Risk.FOOD)
    form = "/ideas/new" if name in ("stranger", "femi") else "/projects/new"
    answer = client.become(street.person(name)).send(path(street, "/allergens"), {"allergens": "milk"}, page=form)
    assert answer.status_code == (303 if name in MAY else 403)


def test_green_is_live_at_once(street: Street, client: PageClient) -> None:
    client.become(street.amina).send(path(street, "/risks"), {"nothing": "y"})
    assert standing(street) is Standing.CLEAR
    service.check_live(street.project)
    assert "Nothing that needs a list" in client.get(path(street)).text


def test_amber_is_live_with_the_list(street: Street, client: PageClient) -> None:
    answer = client.become(street.amina).send(path(street, "/risks"), {"risks": ["food", "tools"]})
    assert answer.headers["Location"] == path(street)
    assert (standing(street), queries.get_check(street.project.id).tier) == (Standing.LIST, Tier.AMBER)
    with pytest.raises(rules.ListOpen):
        service.check_live(street.project)
    page = client.get(path(street)).text
    assert page.count('name="lines"') == 6
    assert page.count('name="allergens"') == 14
    said = ticked(Risk.FOOD, Risk.TOOLS, allergens=["milk", "gluten"])
    assert client.send(path(street), said).status_code == 303
    assert standing(street) is Standing.CLEAR
    service.check_live(street.project)
    check = queries.get_check(street.project.id)
    assert (check.checked_by, check.allergens) == (street.amina.id, ["gluten", "milk"])
    assert audit.list_of("project", street.project.id)[0].verb == "safety list ticked"


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"lines": []}, "lines", "Tick each line"),
        ({"lines": ["food_clean"]}, "lines", "Tick each line"),
        (ticked(Risk.FOOD, Risk.ROAD), "allergens", "Tick what is in the food"),
        (ticked(Risk.FOOD, Risk.ROAD, allergens=["milk"], no_allergen="y"), "allergens", "Which is it?"),
        (ticked(Risk.FOOD, Risk.ROAD, allergens=["castle", "\x00"]), "allergens", "Tick what is in the food"),
        (ticked(Risk.FOOD, Risk.ROAD, no_allergen="y"), "road_day", "Write the day on which"),
        (ticked(Risk.FOOD, Risk.ROAD, no_allergen="y", road_day="soon"), "road_day", "Write the date as day"),
        (ticked(Risk.FOOD, Risk.ROAD, no_allergen="y", road_day="2026-07-01"), "road_day", "has been already"),
        (ticked(Risk.FOOD, Risk.ROAD, no_allergen="y", road_day="x" * 10_000), "road_day", "at most"),
    ],
)
def test_what_is_missing_is_said(
    street: Street, client: PageClient, said: dict[str, object], field: str, words: str
) -> None:
    ask(street, Risk.FOOD, Risk.ROAD)
    answer = client.become(street.amina).send(path(street), said)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert words in answer.text
    assert standing(street) is Standing.LIST


@pytest.mark.parametrize("said", [{}, {"risks": "castle"}, {"risks": "food", "nothing": "y"}, {"risks": "\x00"}])
def test_the_question_wants_one_answer(street: Street, client: PageClient, said: dict[str, str]) -> None:
    answer = client.become(street.amina).send(path(street, "/risks"), said)
    assert answer.status_code == 422
    assert 'id="risks-error"' in answer.text
    assert queries.get_check(street.project.id).risks == []


def test_other_risks_open_the_list_again(street: Street) -> None:
    check = ask(street, Risk.FOOD, Risk.ROAD)
    facts = service.ListFacts(
        tuple(ticked(Risk.FOOD, Risk.ROAD)["lines"]), (Allergen.NUTS,), road_closed_on=date(2026, 12, 5)
    )  # type: ignore[arg-type]
    service.tick_list(street.amina.id, check, facts)
    assert queries.standing(check) is Standing.WAITS
    ask(street, Risk.FOOD, Risk.ROAD)
    assert queries.standing(check) is Standing.WAITS, "the same risks change nothing"
    ask(street, Risk.FOOD, Risk.TOOLS)
    assert (check.tier, queries.standing(check), check.approver_id) == (Tier.AMBER, Standing.LIST, None)
    assert (check.allergens, check.road_closed_on, check.ticked) == (["nuts"], None, [])
    ask(street, Risk.TOOLS)
    assert check.allergens == []


def test_allergens_stand_on_the_page(street: Street, client: PageClient) -> None:
    url = f"/projects/{street.project.id}"
    assert "In the food" not in client.get(url).text
    check = ask(street, Risk.FOOD)
    assert "the host has not said yet" in client.get(url).text
    service.tick_list(street.amina.id, check, service.ListFacts(tuple(ticked(Risk.FOOD)["lines"]), no_allergen=True))  # type: ignore[arg-type]
    assert "none of the 14 allergens" in client.get(url).text
    client.become(street.amina).send(path(street, "/allergens"), {"allergens": ["sesame", "nuts"]})
    page = client.become(None).get(url).text
    assert "Sesame; Tree nuts (almonds, hazelnuts, walnuts)." in page
    assert standing(street) is Standing.CLEAR, "another dish opens nothing"


@pytest.mark.parametrize("said", [{}, {"allergens": "milk", "no_allergen": "y"}, {"allergens": "x"}])
def test_allergens_want_an_answer(street: Street, client: PageClient, said: dict[str, str]) -> None:
    ask(street, Risk.FOOD)
    answer = client.become(street.amina).send(path(street, "/allergens"), said)
    assert answer.status_code == 422
    assert 'id="allergens-error"' in answer.text


def test_without_food_there_is_no_question_about_it(street: Street, client: PageClient) -> None:
    assert client.become(street.amina).get(path(street, "/allergens")).status_code == 404
    ask(street, Risk.TOOLS)
    assert 'name="allergens"' not in client.get(path(street)).text


def test_nobody_was_asked(street: Street, client: PageClient) -> None:
    project = build_project(street)
    with pytest.raises(rules.NotAsked):
        service.check_live(project)
    page = client.become(street.dora).get(f"/projects/{project.id}").text
    assert "Before people come: say what is in it." in page
    asked = client.get(f"/projects/{project.id}/safety").text
    assert 'value="food" checked' in asked, "what its theme mostly has in it is ticked"
    client.send(f"/projects/{project.id}/safety/risks", {"nothing": "y"}, page=f"/projects/{project.id}/safety")
    service.check_live(project)


def test_nobody_was_asked_and_it_looks_harmless(street: Street) -> None:
    service.check_live(build_project(street, theme=Theme.PLAY))


def test_its_recipe_knows_better_than_its_theme(street: Street) -> None:
    service.plant_recipes()
    db.session.commit()
    of = {recipe.slug: recipe for recipe in db.session.query(Recipe)}
    for slug, tier in OF_RECIPE.items():
        with db.session.no_autoflush:
            project = Project(theme=Theme.COOK, recipe=of[slug])
        if tier is Tier.GREEN:
            service.check_live(project)
        else:
            with pytest.raises(rules.NotAsked):
                service.check_live(project)


def test_it_begins_with_the_flags_of_a_recipe(street: Street) -> None:
    project = build_project(street)
    assert service.begin_safety(street.amina.id, project, "none").tier is Tier.GREEN
    assert service.begin_safety(street.amina.id, project, "food, allergens").risks == ["food"]
    check = service.begin_safety(street.amina.id, project, "road closure 6-12 weeks ahead, noise, food")
    assert (check.tier, check.approver_id) == (Tier.RED, street.dora.id)
    service.check_live(street.project)
    with pytest.raises(rules.ListOpen):
        service.check_live(project)


def test_one_done_elsewhere_has_no_safety(street: Street, client: PageClient) -> None:
    other = build_elsewhere()
    assert client.become(street.gita).get(f"/projects/{other.id}/safety").status_code == 403
    with pytest.raises(DoneElsewhere):
        service.set_risks(street.gita.id, other, [])
