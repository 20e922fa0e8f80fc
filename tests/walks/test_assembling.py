"""A set for a stuck project: three are asked, one says no, the next is asked, and it is on."""

from flask import Flask

from tests.street import CAST, Street
from tests.walks.assembling import Assembling
from tests.walks.hands import Hands


def test_three_are_asked_and_one_says_no(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in CAST}
    Assembling(app, lambda name: Hands(app.test_client().become(people.get(name)))).go()  # type: ignore[attr-defined]
