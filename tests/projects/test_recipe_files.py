"""Recipes go out as a file and come in again: by command and by staff on a page. Nothing here is overwritten."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from participate.audit import queries as audit
from participate.core.db import db
from participate.projects import queries, service
from participate.projects.models import Recipe
from participate.projects.rules.recipe_file import write_file
from tests.page import PageClient
from tests.projects.test_recipe_file_rules import KEY, OTHER, row
from tests.street import CAST, Street

BIG = 500_000
PAGE = "/recipes/file"


@pytest.fixture
def planted(street: Street) -> Street:
    service.plant_recipes()
    db.session.commit()
    return street


def a_file(*rows: dict[str, Any], borough: str = "Thanet") -> str:
    return write_file(borough, rows)


def take(text: str) -> service.Taken:
    taken = service.import_recipes(None, text, biggest=BIG)
    db.session.commit()
    return taken


def of_key(key: str) -> Recipe:
    return db.session.query(Recipe).filter_by(key=key).one()


def test_all_of_ours_out_and_in_again(planted: Street) -> None:
    text = service.export_recipes()
    held = json.loads(text)
    assert (held["participate_recipes"], held["borough"], len(held["recipes"])) == (1, "Barking and Dagenham", 59)
    taken = take(text)
    assert (len(taken.kept), taken.new, taken.changed, taken.refused) == (59, [], [], [])


def test_planted_in_another_borough_with_its_family(planted: Street) -> None:
    mother = queries.get_recipe("bread-club")
    child = Recipe(
        slug="our-bread", key=KEY, grown_from_id=mother.id, project_id=planted.project.id, ward_id=planted.ward.id,
        credit="Amina", match_words=["bread"], steps=["Mix.", "Wait.", "Bake."], name="Our bread",
        **{name: getattr(mother, name) for name in ("theme", "summary", "space", "materials", "skills", "people")},
        **{name: getattr(mother, name) for name in ("rhythm", "starter_time", "joiner_time")},
    )  # fmt: skip
    db.session.add(child)
    db.session.commit()
    text = service.export_recipes(["our-bread"])
    names = [each["name"] for each in json.loads(text)["recipes"]]
    assert names == ["Bread club", "Our bread"], "its mother comes along"
    db.session.delete(child)
    db.session.flush()
    taken = take(text.replace("Barking and Dagenham", "Thanet"))
    assert (taken.new, taken.kept) == (["Our bread"], ["Bread club"])
    came = of_key(KEY)
    assert (came.slug, came.borough, came.credit, came.grown_from_id) == ("our-bread", "Thanet", "Amina", mother.id)
    assert (came.project_id, came.ward_id) == (None, None)
    assert [row.verb for row in audit.list_of("recipe", came.id)][0] == "made"


def test_the_same_file_again_changes_nothing(planted: Street) -> None:
    text = a_file(row(), row(key=OTHER, grown_from=KEY))
    assert len(take(text).new) == 2
    trail = len(audit.list_of("recipe", of_key(KEY).id))
    again = take(text)
    assert (again.new, again.changed, len(again.kept)) == ([], [], 2)
    assert len(audit.list_of("recipe", of_key(KEY).id)) == trail
    assert of_key(OTHER).grown_from_id == of_key(KEY).id, "also when the mother stands later in the file"


def test_a_mother_may_stand_later_in_the_file(planted: Street) -> None:
    take(a_file(row(grown_from=OTHER), row(key=OTHER)))
    assert of_key(KEY).grown_from_id == of_key(OTHER).id


def test_a_mother_who_is_nowhere_is_left_out(planted: Street) -> None:
    assert take(a_file(row(grown_from=OTHER))).new == ["Some name"]
    assert of_key(KEY).grown_from_id is None


def test_what_came_from_there_may_change_what_is_ours_never(planted: Street) -> None:
    take(a_file(row()))
    assert take(a_file(row(name="Better"))).changed == ["Better"]
    assert of_key(KEY).name == "Better"
    assert take(a_file(row(name="Worse"), borough="Hull")).kept == ["Worse"], "another borough does not"
    bread = queries.get_recipe("bread-club")
    assert take(a_file(row(key=bread.key, name="Stolen"))).kept == ["Stolen"]
    assert take(a_file(row(key=bread.key, name="Stolen"), borough="Barking and Dagenham")).kept == ["Stolen"]
    assert take(a_file(row(key=bread.key, name="Stolen"), borough="")).kept == ["Stolen"]
    assert queries.get_recipe("bread-club").name == "Bread club"


def test_no_address_is_taken_twice(planted: Street) -> None:
    take(a_file(row(name="Bread club"), row(key=OTHER, name="Bread club")))
    assert {of_key(KEY).slug, of_key(OTHER).slug} == {"bread-club-2", "bread-club-3"}
    assert service.plant_recipes().unchanged == 59


def test_hidden_ones_stay_here(planted: Street, client: PageClient) -> None:
    service.hide(planted.dora.id, queries.get_recipe("bees"), "x")
    assert "bees" not in [each["name"].lower() for each in json.loads(service.export_recipes())["recipes"]]
    assert client.become(planted.dora).get(f"{PAGE}/download?slug=bees").status_code == 404


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def test_the_commands(planted: Street, runner: FlaskCliRunner, tmp_path: Path) -> None:
    file = tmp_path / "recipes.json"
    assert "recipes.json written." in runner.invoke(args=["recipes", "export", str(file), "bees", "hens"]).output
    assert len(json.loads(file.read_text("utf-8"))["recipes"]) == 2
    assert "0 new, 0 changed, 2 here already, 0 refused." in runner.invoke(args=["recipes", "import", str(file)]).output
    file.write_text(a_file(row(), row(key="x"), row(key=OTHER, name="<b>")), "utf-8")
    told = runner.invoke(args=["recipes", "import", str(file)])
    assert "recipes.json, recipe 2: its key is not a key." in told.output
    assert "recipes.json, recipe 3: its name holds markup." in told.output
    assert "1 new, 0 changed, 0 here already, 2 refused." in told.output
    assert told.exit_code == 0


@pytest.mark.parametrize("held", [b"", b"x", b"\xff\xfe\x00", b"[" * 100_000, b"{}", b"9" * 6_000])
def test_a_bad_file_changes_nothing(planted: Street, runner: FlaskCliRunner, tmp_path: Path, held: bytes) -> None:
    file = tmp_path / "recipes.json"
    file.write_bytes(held)
    told = runner.invoke(args=["recipes", "import", str(file)])
    assert told.exit_code == 1
    assert "Error: recipes.json: " in told.output
    assert db.session.query(Recipe).count() == 59


def test_no_such_file_or_recipe(planted: Street, runner: FlaskCliRunner, tmp_path: Path) -> None:
    assert runner.invoke(args=["recipes", "import", str(tmp_path / "no.json")]).exit_code == 1
    assert "is not here" in runner.invoke(args=["recipes", "export", str(tmp_path / "a.json"), "no-such"]).output
    assert runner.invoke(args=["recipes", "export", str(tmp_path / "no" / "a.json")]).exit_code == 1


@pytest.mark.parametrize("name", CAST)
def test_staff_alone(planted: Street, client: PageClient, name: str) -> None:
    may = name == "dora"
    client.become(planted.person(name))
    assert (PAGE in client.get("/recipes").text) is (name in ("dora", "gita"))
    for path in (PAGE, f"{PAGE}/download"):
        answer = client.get(path)
        assert (answer.status_code == 200) is (may or name == "gita"), path


def test_download(planted: Street, client: PageClient) -> None:
    answer = client.become(planted.dora).get(f"{PAGE}/download")
    assert answer.mimetype == "application/json"
    assert "recipes.json" in answer.headers["Content-Disposition"]
    assert len(json.loads(answer.text)["recipes"]) == 59
    assert len(json.loads(client.get(f"{PAGE}/download?slug=bees").text)["recipes"]) == 1


def upload(client: PageClient, held: bytes):  # type: ignore[no-untyped-def]
    data = {"file": (io.BytesIO(held), "recipes.json")}
    return client.send(f"{PAGE}/check", data, page=PAGE, content_type="multipart/form-data")


def test_looked_at_first_then_taken(planted: Street, client: PageClient) -> None:
    text = a_file(row(name="Kite day"), row(key="x"), row(key=OTHER, name="Kites & “tails”"))
    page = upload(client.become(planted.dora), text.encode())
    for words in ("Take these recipes in?", "Kite day", "2 are new", "1 cannot be taken", "recipe 2: its key is not"):
        assert words in page.text, words
    assert db.session.query(Recipe).count() == 59, "nothing yet"
    answer = client.send(f"{PAGE}/take", {"text": text}, page=PAGE, content_type="multipart/form-data")
    assert answer.headers["Location"] == "/recipes"
    assert of_key(KEY).borough == "Thanet"
    shown = client.get("/recipes/kite-day").text
    assert "Thanet" in shown
    assert [each.actor_id for each in audit.list_of("recipe", of_key(KEY).id)] == [planted.dora.id]


@pytest.mark.parametrize(
    "held",
    [
        b"", b"x", b"\xff\xfe", b"{}", b"[" * 60_000, b'{"a":' * 30_000, b"9" * 6_000, b"null", b"\x00" * 100,
        b" " * 200_001, a_file(row()).encode("utf-16"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_plainly(planted: Street, client: PageClient, held: bytes) -> None:
    answer = upload(client.become(planted.dora), held)
    assert answer.status_code == 422
    assert "The file cannot be used" in answer.text
    taken = client.send(f"{PAGE}/take", {"text": held.decode("utf-8", "replace")}, page=PAGE)
    assert taken.status_code in (413, 422)
    assert db.session.query(Recipe).count() == 59


def test_markup_is_refused_and_never_shown_raw(planted: Street, client: PageClient) -> None:
    text = a_file(row(name="<script>alert(1)</script>"), row(key=OTHER, credit="<img src=x onerror=alert(1)>"))
    page = upload(client.become(planted.dora), text.encode()).text
    assert "2 cannot be taken" in page
    assert "<script>alert" not in page
    assert "<img src" not in page


def test_nothing_uploaded(planted: Street, client: PageClient) -> None:
    answer = client.become(planted.dora).send(f"{PAGE}/check", {}, page=PAGE)
    assert answer.status_code == 422
    assert "choose a file first" in answer.text
