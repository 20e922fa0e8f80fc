"""What the address of the form of a new session may carry: only what makes sense, is ahead and can be chosen."""

from datetime import UTC, datetime

import pytest

from participate.sessions.rules import asked_in

NOW = datetime(2026, 7, 2, 11, tzinfo=UTC)  # noon in London
PLACES = {"hub:1": "Shop", "space:3": "Loom room"}


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ({}, {}),
        ({"day": "2026-07-09"}, {"day": "2026-07-09"}),
        ({"day": "9/7/2026"}, {"day": "2026-07-09"}),
        ({"day": "2026-07-02"}, {"day": "2026-07-02"}),
        ({"day": "2026-07-01"}, {}),
        ({"day": "2026-07-02", "hour": "11:00"}, {"hour": "11:00"}),
        ({"day": "2026-07-02", "hour": "13:00"}, {"day": "2026-07-02", "hour": "13:00"}),
        ({"day": "2027-03-28", "hour": "01:30"}, {"hour": "01:30"}),
        ({"day": "2027-09-01"}, {}),
        ({"day": "2026-02-30"}, {}),
        ({"day": "9999-12-31"}, {}),
        ({"day": "0001-01-01", "hour": "00:00"}, {"hour": "00:00"}),
        ({"day": "x" * 5_000}, {}),
        ({"hour": "6pm"}, {"hour": "18:00"}),
        ({"hour": "25:00"}, {}),
        ({"hour": "soon"}, {}),
        ({"length": "90"}, {"length": "90"}),
        ({"length": "720"}, {"length": "720"}),
        ({"length": "721"}, {}),
        ({"length": "0"}, {}),
        ({"length": "-30"}, {}),
        ({"length": "\u0663\u0660"}, {}),
        ({"length": "9" * 30}, {}),
        ({"place": "space:3"}, {"place": "space:3", "place_note": ""}),
        ({"place": "hub:1"}, {"place": "hub:1", "place_note": ""}),
        ({"place": "space:4"}, {}),
        ({"place": "somewhere"}, {}),
        ({"name": "Bread", "place_note": "my flat", "host_id": "3"}, {}),
    ],
)
def test_what_an_address_may_carry(address: dict[str, str], fields: dict[str, str]) -> None:
    assert asked_in(address, PLACES, NOW) == fields
