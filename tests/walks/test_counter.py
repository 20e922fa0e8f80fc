"""A person with no phone, entirely through the desk."""

from flask import Flask

from tests.street import Street
from tests.walks.counter import Counter
from tests.walks.hands import Hands


def test_nobody_needs_a_phone(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in ("amina", "chidi", "dora")}
    Counter(app, lambda name: Hands(app.test_client().become(people[name])), street.session.id, street.project.id).go()
