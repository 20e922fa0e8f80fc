"""A wish for chairs, met by the second keeper who is asked."""

from flask import Flask

from tests.street import Street
from tests.walks.chairs import Chairs
from tests.walks.hands import Hands


def test_a_wish_for_chairs(app: Flask, street: Street) -> None:
    ready = {name: Hands(app.test_client().become(street.person(name))) for name in ("amina", "bilal", "chidi")}
    Chairs(app, lambda name: ready[name]).go()
