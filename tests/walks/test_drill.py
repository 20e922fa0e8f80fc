"""Borrow a drill, the queue, back with a note, the next told once."""

from flask import Flask

from tests.street import Street
from tests.walks.drill import Drill
from tests.walks.hands import Hands


def test_a_drill_goes_round(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in ("amina", "bilal", "chidi", "dora")}
    Drill(app, lambda name: Hands(app.test_client().become(people.get(name)))).go()
