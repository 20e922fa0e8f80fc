"""The stories of the demo neighbourhood."""

import pytest

from participate.demo.content import reading
from participate.organisations.rules import check_open_words
from participate.projects.words import Stage
from tests.demo.paper import Rows, neighbourhood
from tests.street import NOON


@pytest.fixture(scope="module")
def rows() -> Rows:
    return neighbourhood(NOON)


def test_each_is_told_once_by_a_host_of_such_a_project(rows: Rows) -> None:
    told = rows["story"]
    projects = {row["id"]: row for row in rows["project"]}
    hosts = {(row["project_id"], row["person_id"]) for row in rows["team_member"] if row["part"] != "helper"}
    known = {one["title"] for one in reading.tables("stories")}
    assert len({row["title"] for row in told}) == len(told)
    assert {row["title"] for row in told} <= known
    assert len(told) > len(known) / 2
    for row in told:
        project = projects[row["project_id"]]
        assert project["stage"] in (Stage.RUNNING, Stage.ENDED, Stage.HANDED_OVER)
        assert (row["project_id"], row["person_id"]) in hosts


def test_nobody_tells_of_what_has_not_happened(rows: Rows) -> None:
    sessions = {row["id"]: row for row in rows["session"]}
    of_sessions = [row for row in rows["story"] if row["session_id"] is not None]
    assert len(of_sessions) > 5
    for row in rows["story"]:
        assert row["made_at"] < NOON
    for row in of_sessions:
        session = sessions[row["session_id"]]
        assert session["project_id"] == row["project_id"]
        assert session["ends_at"] < NOON
        assert session["ends_at"] <= row["made_at"]


def test_their_words_could_be_typed_by_anybody() -> None:
    for one in reading.tables("stories"):
        for name in ("title", "words", "learnt", "made", "numbers"):
            check_open_words(one[name])
        assert len(one["title"]) <= 120
        assert "'" not in "".join(one[name] for name in ("title", "words", "learnt", "made", "numbers"))


def test_every_recipe_that_they_name_is_one_of_the_demo() -> None:
    known = {variant.recipe for variant in reading.variants()}
    assert {recipe for one in reading.tables("stories") for recipe in one["recipes"]} <= known


def test_tested_projects_ask_for_something_next(rows: Rows) -> None:
    tested = [row for row in rows["project"] if row["stage"] not in (Stage.GATHERING, Stage.TRYING_OUT)]
    assert any(row["asks_next"] for row in tested)
    assert any(row["backed_by"] for row in tested)
    assert not any(row["asks_next"] for row in rows["project"] if row["stage"] is Stage.GATHERING)
