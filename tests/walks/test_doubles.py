"""One neighbour known three times becomes one, is counted once, and is three again when it is undone."""

from flask import Flask

from tests.street import Street
from tests.walks.doubles import Doubles
from tests.walks.hands import Hands


def test_known_three_times(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in ("amina", "dora")}
    walk = Doubles(
        app, lambda name: Hands(app.test_client().become(people.get(name))),  # type: ignore[attr-defined]
        street.session.id, street.project.id, street.ward.id,
    )  # fmt: skip
    walk.go()
