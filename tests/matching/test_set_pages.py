"""The set of a project for its team and staff; the ask for whoever is asked; for nobody else."""

import pytest
from flask import Flask

from participate.core.db import db
from participate.matching.models import Ask
from participate.matching.queries import asks
from participate.matching.words import AskStatus
from participate.outbox import service as outbox
from participate.profiles.words import Theme
from participate.projects.models import Recipe
from tests.matching.set_street import Spinning, build
from tests.page import PageClient
from tests.street import CAST, Street, add
from tests.walks.hands import Hands

TEAM = ("amina", "dora", "gita")


@pytest.fixture
def spinning(app: Flask, street: Street) -> Spinning:
    return build(street)


def browser(app: Flask, street: Street, name: str) -> PageClient:
    return app.test_client().become(street.person(name))  # type: ignore[attr-defined, no-any-return]


def page_of(spinning: Spinning) -> str:
    return f"/projects/{spinning.project.id}/set"


@pytest.mark.parametrize("name", CAST)
def test_the_team_and_staff_see_it_and_nobody_else(app: Flask, street: Street, spinning: Spinning, name: str) -> None:
    answer = browser(app, street, name).get(page_of(spinning))
    assert answer.status_code == (200 if name in TEAM else 303 if name in ("stranger", "femi") else 403)


def test_staff_see_names_and_the_team_does_not(app: Flask, street: Street, spinning: Spinning) -> None:
    staff, team = (browser(app, street, name).get(page_of(spinning)).text for name in ("dora", "amina"))
    assert "Hana" in staff
    assert not any(each.first_name in team for each in spinning.spinners)
    for source in (staff, team):
        assert "2 neighbours, Loom room and 2\u00a0×\u00a0Spindle" in source
        assert "Thursday 9 July, 6pm to 7:30pm" in source


def test_one_press_and_the_page_says_how_it_stands(app: Flask, street: Street, spinning: Spinning) -> None:
    amina = Hands(browser(app, street, "amina"))
    amina.fill(page_of(spinning), {}, to="/ask")
    source = amina.read(page_of(spinning))
    assert "2 are being asked" in source
    assert not any(each.first_name in source for each in spinning.spinners)
    amina.fill(page_of(spinning), {}, to="/off")
    assert "You are asking" not in amina.read(page_of(spinning))


def test_a_set_that_changed_meanwhile_is_not_asked_for(app: Flask, street: Street, spinning: Spinning) -> None:
    client = browser(app, street, "amina")
    answer = client.send(
        f"{page_of(spinning)}/ask",
        {"set": "2026-07-09T17:00:00+00:00 1/person:1/1", "heads": "8"},
        page=page_of(spinning),
    )
    assert answer.status_code == 409
    assert "Something changed a moment ago" in answer.text
    assert db.session.scalar(db.select(db.func.count(Ask.id))) == 0


def test_only_whoever_is_asked_sees_and_answers_it(app: Flask, street: Street, spinning: Spinning) -> None:
    Hands(browser(app, street, "amina")).fill(page_of(spinning), {}, to="/ask")
    first = next(each for each in spinning.spinners if spinning.asked(each))
    ask = spinning.asked(first)
    assert ask is not None
    for name in ("amina", "dora", "chidi"):
        other = browser(app, street, name)
        assert other.get(f"/asks/{ask.id}").status_code == 404
        assert other.send(f"/asks/{ask.id}/answer", {"said": "yes"}, page="/mine/words").status_code == 404
    hers = Hands(app.test_client().become(first))  # type: ignore[attr-defined]
    source = hers.read(f"/asks/{ask.id}")
    assert "Amina thinks of you for this." in source
    assert "Two neighbours who can spin wool" in source
    assert f"/asks/{ask.id}" in hers.read("/for-you")
    hers.fill(f"/asks/{ask.id}", {}, to="/answer")
    assert asks.find_waiting_ask(first.id) is not None, "a press without a word answers nothing"
    hers.client.send(f"/asks/{ask.id}/answer", {"said": "no"}, page=f"/asks/{ask.id}")
    assert "nobody hears it" in hers.read(f"/asks/{ask.id}")
    db.session.expire_all()
    assert db.session.get_one(Ask, ask.id).status is AskStatus.NO
    outbox.run_due()
    assert "2 are being asked" in Hands(browser(app, street, "amina")).read(page_of(spinning))


def test_a_project_that_lacks_nothing_says_what_to_do(app: Flask, street: Street, spinning: Spinning) -> None:
    for need in list(spinning.project.needs):
        db.session.delete(need)
    db.session.commit()
    assert "Nothing is lacking" in browser(app, street, "amina").get(page_of(spinning)).text


def test_a_recipe_says_what_is_near_for_it_and_names_nobody(app: Flask, street: Street, spinning: Spinning) -> None:
    recipe = Recipe(
        slug="wool-night", name="Wool night", theme=Theme.MAKE, summary="Spin.", space="A room with a loom",
        materials="Spindles", skills="1 person who can spin wool; 1 who can juggle", people="4", rhythm="Weekly",
        starter_time="An hour", joiner_time="An hour", match_words=["wool"],
    )  # fmt: skip
    add(recipe)
    db.session.commit()
    source = Hands(browser(app, street, "chidi")).read("/recipes/wool-night/set")
    assert "1 neighbour, Loom room and Spindle" in source
    assert "Someone who can juggle" in source
    assert not any(each.first_name in source for each in spinning.spinners)
    assert browser(app, street, "chidi").get(f"/recipes/wool-night/set?idea={street.idea.id}").status_code == 200
    for odd in ("x", "999999999", "-1", "1" * 40):
        assert browser(app, street, "chidi").get(f"/recipes/wool-night/set?idea={odd}").status_code == 200
