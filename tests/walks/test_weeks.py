"""(b) A weekly series, one week moved, one cancelled, everybody told once; (c) from the front page to a place."""

from flask import Flask

from tests.page import PageClient
from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.weeks import Weeks, come_once


def test_four_weeks_one_moved_one_cancelled(app: Flask, street: Street) -> None:
    ready = {"amina": Hands(app.test_client().become(street.amina))}
    weeks = Weeks(app, lambda name: ready.get(name) or Hands(app.test_client()), street.project.id, street.space.id)
    weeks.go()
    weeks.read_the_calendar()


def test_from_the_front_page_to_a_place_in_two_fields(client: PageClient, street: Street) -> None:
    place, fields = come_once(Hands(client), "hana@example.org")
    assert place.startswith("/come/")
    assert fields <= 3
    assert street.session.taken == 1
