"""A kitchen is listed; ten weeks are asked for, the sixth is taken; agreed; where it is, only the booker sees."""

from flask import Flask

from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.kitchen import Kitchen


def test_ten_tuesdays_in_a_kitchen(app: Flask, street: Street) -> None:
    people = {name: street.person(name) for name in ("amina", "bilal", "chidi", "efua")}
    Kitchen(app, lambda name: Hands(app.test_client().become(people.get(name))), street.ward.id).go()
