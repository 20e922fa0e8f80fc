"""A quarter for the committee, from the overview to the spreadsheet: on both databases."""

from datetime import date

from flask import Flask

from participate.insight.periods import of_day
from participate.insight.words import Grain
from tests.insight import published
from tests.street import Street
from tests.walks.hands import Hands
from tests.walks.officer import OfficerWalk


def test_from_the_overview_to_the_spreadsheet(app: Flask, street: Street) -> None:
    published.publish(6, of_day(date(2025, 10, 1), Grain.MONTH))
    client = app.test_client().become(street.efua)
    OfficerWalk(lambda _name: Hands(client), lambda address: client.get(address).data).go()
