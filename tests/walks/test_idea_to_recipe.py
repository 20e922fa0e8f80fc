"""(a) From an idea to a recipe that is started in another ward: everything in between, on both databases."""

from flask import Flask

from participate.core.db import db
from participate.projects import service as projects
from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.way import Way


def test_from_an_idea_to_a_recipe_in_another_ward(app: Flask, street: Street) -> None:
    projects.plant_recipes()
    db.session.commit()
    people = {name: street.person(name) for name in ("chidi", "bilal", "dora")}
    ready = {name: Hands(app.test_client().become(person)) for name, person in people.items()}
    Way(
        app, lambda name: ready.get(name) or Hands(app.test_client()), street.ward.id, street.other_ward.id,
        street.space.id,
    ).go()  # fmt: skip
