"""A person with no phone, entirely through the desk."""

from flask import Flask

from participate.core.db import db
from tests.street import Street
from tests.walks.counter import Counter
from tests.walks.hands import Hands


def test_nobody_needs_a_phone(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in ("amina", "chidi", "dora")}
    ids = street.session.id, street.project.id
    db.session.commit()  # the walk looks into the database in contexts of its own
    Counter(app, lambda name: Hands(app.test_client().become(people[name])), *ids).go()
