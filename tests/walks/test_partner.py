"""A partner meets a need, and a mission counts."""

from flask import Flask

from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.partner import Partner


def test_a_partner_and_a_mission(app: Flask, street: Street) -> None:
    ready = {name: Hands(app.test_client().become(street.person(name))) for name in ("amina", "bilal", "chidi", "dora")}
    ready["reader"] = Hands(app.test_client())
    ids = (street.organisation.id, street.project.id, street.need.id)
    Partner(app, lambda name: ready[name], *ids).go()
