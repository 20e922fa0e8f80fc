"""A team turns its project into a recipe; the recipe's family; hidden ones."""

import pytest

from participate.audit import queries as audit
from participate.core.db import db
from participate.matching.loading.documents import recipes as documents
from participate.projects import queries, service
from participate.projects.models import Project, Recipe
from participate.projects.words import Risk, Stage
from tests.page import PageClient
from tests.projects.build import build_project
from tests.statements import count_statements
from tests.street import CAST, Street

LEADS = ("amina", "dora", "gita")
GOOD = {
    "name": "Mend on Thursdays", "theme": "make", "summary": "We mend coats.", "steps": "Sit down.\nMend.\nGo home.",
    "space": "A table", "materials": "Thread, needles", "skills": "1 mender", "people": "4 to 8 people",
    "rhythm": "1 hour, weekly", "starter_time": "2 hours", "joiner_time": "one hour", "take_home": "A coat",
    "credit": "Amina and Bilal, Parsloes",
}  # fmt: skip


@pytest.fixture
def running(street: Street) -> Street:
    service.plant_recipes()
    street.project.stage = Stage.RUNNING
    street.project.recipe_id = queries.get_recipe("sew-social").id
    db.session.commit()
    return street


def path_of(street: Street) -> str:
    return f"/projects/{street.project.id}/recipe"


def made() -> Recipe:
    return db.session.query(Recipe).filter(Recipe.project_id.is_not(None)).one()


@pytest.mark.parametrize("name", CAST)
def test_who_may(running: Street, client: PageClient, name: str) -> None:
    page = client.become(running.person(name)).get(f"/projects/{running.project.id}").text
    assert (path_of(running) in page) is (name in LEADS)
    answer = client.get(path_of(running))
    assert answer.status_code == (200 if name in LEADS else 303 if name in ("stranger", "femi") else 403)
    if name in LEADS:
        client.send(path_of(running), GOOD)
        assert made().name == "Mend on Thursdays"


@pytest.mark.parametrize("stage", Stage)
def test_when(running: Street, client: PageClient, stage: Stage) -> None:
    running.project.stage = stage
    db.session.commit()
    page = client.become(running.amina).get(f"/projects/{running.project.id}").text
    may = stage in (Stage.RUNNING, Stage.ENDED, Stage.HANDED_OVER)
    assert (path_of(running) in page) is may
    assert client.get(path_of(running)).status_code == (200 if may else 403)


def test_it_is_filled_in_from_the_project(running: Street, client: PageClient) -> None:
    page = client.become(running.amina).get(path_of(running)).text
    for words in (
        'value="Mend Club"', "Bring a torn coat.", 'value="make" checked', "Someone who can thread a sewing machine",
        "Room with power and tables", "Set out the machines", "Amina and Bilal, Parsloes", 'value="1 hour"',
    ):  # fmt: skip
        assert words in page, words


def test_it_is_live_at_once(running: Street, client: PageClient) -> None:
    answer = client.become(running.amina).send(path_of(running), GOOD)
    recipe = made()
    assert answer.headers["Location"] == "/recipes/mend-on-thursdays"
    assert recipe.grown_from is not None
    assert (recipe.grown_from.slug, recipe.ward_id, recipe.steps) == (
        "sew-social", running.ward.id, ["Sit down.", "Mend.", "Go home."],
    )  # fmt: skip
    assert recipe.key is not None
    assert len(recipe.key) == 36
    assert "mend" in recipe.match_words
    assert [row.verb for row in audit.list_of("recipe", recipe.id)] == ["made"]
    page = client.become(None).get("/recipes/mend-on-thursdays").text
    for words in (
        "What you do", "Sit down.", "Amina and Bilal, Parsloes", "Grown from “Sew social”", "(this one)",
        "/recipes/mend-on-thursdays/start", f"/report/recipe/{recipe.id}", "Parsloes",
    ):  # fmt: skip
        assert words in page, words
    assert "Mend on Thursdays" in client.get("/recipes/sew-social").text
    assert "Mend on Thursdays" in client.get("/recipes?theme=make&page=1").text
    assert "The team wrote down how to do it" in client.get(f"/projects/{running.project.id}").text
    assert documents({recipe.id})


def test_its_flags_are_what_the_team_said(running: Street) -> None:
    service.set_risks(running.amina.id, running.project, [Risk.FOOD, Risk.POWER_TOOLS])
    facts = service.RecipeFacts(**(dict(GOOD) | {"theme": running.project.theme, "steps": ["a", "b", "c"]}))  # type: ignore[arg-type]
    recipe = service.make_recipe(running.amina.id, running.project, facts)
    assert recipe.flags == "food, power tools"


def test_it_can_be_changed_and_its_address_stays(running: Street, client: PageClient) -> None:
    client.become(running.amina).send(path_of(running), GOOD)
    key = made().key
    assert 'value="Mend on Thursdays"' in client.get(path_of(running)).text
    client.send(path_of(running), GOOD | {"name": "Mend on Fridays", "credit": ""})
    recipe = made()
    assert (recipe.name, recipe.slug, recipe.key, recipe.credit) == ("Mend on Fridays", "mend-on-thursdays", key, "")
    assert [row.verb for row in audit.list_of("recipe", recipe.id)] == ["changed", "made"]
    assert service.plant_recipes().changed == 0, "the house leaves it alone"


def test_the_same_name_twice(running: Street, client: PageClient) -> None:
    client.become(running.amina).send(path_of(running), GOOD | {"name": "Sew social"})
    assert made().slug == "sew-social-2"
    assert service.plant_recipes().unchanged == 59


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Give it a short name"),
        ("name", "x" * 81, "one too many"),
        ("theme", "castle", "Choose the kind"),
        ("summary", "", "Say it in a sentence"),
        ("steps", "", "Write the steps"),
        ("steps", "One\nTwo", "Write 3 to 10 steps"),
        ("steps", "x\n" * 11, "Write 3 to 10 steps"),
        ("steps", "x" * 10_000, "too many"),
        ("space", "", "Write what space"),
        ("materials", "x" * 301, "one too many"),
        ("skills", "Ring 07700 900123", "leave phone numbers out"),
        ("people", "", "Write how many"),
        ("rhythm", "a\x00b", "cannot be shown"),
        ("credit", "ann@example.org", "leave e-mail addresses out"),
    ],
)
def test_what_is_wrong_is_said(running: Street, client: PageClient, field: str, typed: str, said: str) -> None:
    answer = client.become(running.amina).send(path_of(running), GOOD | {field: typed})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert said in answer.text
    assert db.session.query(Recipe).count() == 59


@pytest.mark.parametrize("typed", ["🍞 jeden Tag", "طبخ مع الجيران", "<script>alert(1)</script>"])
def test_words_of_every_kind(running: Street, client: PageClient, typed: str) -> None:
    names = ("name", "summary", "space", "materials", "skills", "credit", "take_home")
    client.become(running.amina).send(path_of(running), GOOD | dict.fromkeys(names, typed))
    page = client.get(f"/recipes/{made().slug}")
    assert page.status_code == 200
    assert "<script>alert" not in page.text


@pytest.mark.parametrize("name", CAST)
def test_a_hidden_one(running: Street, client: PageClient, name: str) -> None:
    client.become(running.amina).send(path_of(running), GOOD)
    service.hide(running.dora.id, made(), "It is not true")
    sees = name in ("amina", "bilal", "dora", "gita")
    page = client.become(running.person(name)).get("/recipes/mend-on-thursdays")
    assert page.status_code == (200 if sees else 404)
    assert ("It is not true" in page.text) is sees
    assert "Mend on Thursdays" not in client.get("/recipes?theme=make").text
    assert "Mend on Thursdays" not in client.get("/recipes/sew-social").text
    if name == "stranger":
        assert "mend-on-thursdays" not in client.get(f"/projects/{running.project.id}").text
        assert not documents({made().id})


def family(street: Street, generations: int) -> list[Recipe]:
    """Each grown from the one before; the last two are sisters."""
    found = [queries.get_recipe("bread-club")]
    for number in range(generations):
        project = build_project(street, name=f"Bread {number}", recipe_id=found[-1].id)
        facts = service.RecipeFacts(
            **(dict(GOOD) | {"name": f"Bread {number}", "theme": project.theme, "steps": ["a", "b", "c"]})  # type: ignore[arg-type]
        )
        found.append(service.make_recipe(street.amina.id, project, facts))
    db.session.commit()
    return found


def test_a_family_tree_with_places(running: Street, client: PageClient) -> None:
    mother, child, grandchild = family(running, 2)
    for number in range(4):
        build_project(running, name=f"Loaf {number}", recipe_id=grandchild.id)
    tree = queries.family_of(child)
    assert [(each.name, each.depth, each.mother, each.places) for each in tree] == [
        ("Bread club", 0, "", 1), ("Bread 0", 1, "Bread club", 1), ("Bread 1", 2, "Bread 0", 4),
    ]  # fmt: skip
    assert queries.family_of(mother) == tree == queries.family_of(grandchild)
    page = client.get(f"/recipes/{child.slug}").text
    assert "Grown from “Bread 0” · 4 places" in page
    service.hide(running.dora.id, child, "x")
    assert [(each.name, each.mother) for each in queries.family_of(mother)] == [("Bread club", ""), ("Bread 1", "")]


def test_a_family_that_goes_round_or_deep_does_not_hang(running: Street) -> None:
    recipes = family(running, 20)
    assert 1 < len(queries.family_of(recipes[10])) <= 26
    recipes[0].grown_from_id = recipes[-1].id  # as no service writes it
    db.session.commit()
    queries.family_of(recipes[10])


def test_who_stands_alone_has_no_family(running: Street, client: PageClient) -> None:
    assert queries.family_of(queries.get_recipe("bees")) == []
    assert "Its family" not in client.get("/recipes/bees").text


def test_started_again_elsewhere(running: Street, client: PageClient) -> None:
    client.become(running.amina).send(path_of(running), GOOD)
    given = {"name": "Mend again", "ward": str(running.other_ward.id)}
    client.become(running.chidi).send("/recipes/mend-on-thursdays/start", given)
    project = db.session.query(Project).order_by(Project.id.desc()).first()
    assert project is not None
    assert (project.name, project.recipe_id, project.ward_id) == ("Mend again", made().id, running.other_ward.id)
    assert "1 place" in client.get("/recipes/mend-on-thursdays").text


def test_few_statements(running: Street, client: PageClient) -> None:
    recipes = family(running, 6)
    client.become(running.chidi).get(f"/recipes/{recipes[3].slug}")
    with count_statements() as counted:
        client.get(f"/recipes/{recipes[3].slug}")
    assert counted.number <= 12, counted.texts
