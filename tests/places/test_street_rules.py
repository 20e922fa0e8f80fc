"""A street is a named group of five homes or more, never a house."""

import pytest

from participate.places.rules.streets import HouseNotStreet, NotAStreetName, TooFewHomes, check_street


@pytest.mark.parametrize(
    "name",
    [
        "Bastable Avenue",
        "St Awdry’s Road",
        "1st Avenue",
        "2nd Street",
        "The Lintons",
        "Gale Street, north side",
        "Flatford Way",
        "House Lane",
        "Noble Road",
        "Unity Road",
        "شارع النور",
        "A13 slip road",
    ],
)
def test_names_of_streets(name: str) -> None:
    check_street(name, 5)


@pytest.mark.parametrize(
    "name",
    [
        "12 Bastable Avenue",
        "12a Bastable Avenue",
        "12 A Bastable Avenue",
        "12-14 Bastable Avenue",
        "12",
        "No. 12 Bastable Avenue",
        "no 12",
        "Number 12 Bastable Avenue",
        "Flat 3, The Lintons",
        "flat b, The Lintons",
        "Unit 4 Gale Street",
        "#7 Gale Street",
        "House 9",
        "Gale Street RM9 4UN",
        "١٢ Gale Street",
    ],
)
def test_a_house_is_refused(name: str) -> None:
    with pytest.raises((HouseNotStreet, NotAStreetName)):
        check_street(name, 50)


@pytest.mark.parametrize("name", ["", "x" * 81, "🏠", "...", "\u202e"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(NotAStreetName):
        check_street(name, 50)


@pytest.mark.parametrize(("homes", "fine"), [(-1, False), (0, False), (1, False), (4, False), (5, True), (900, True)])
def test_at_least_five_homes(homes: int, fine: bool) -> None:
    if fine:
        check_street("Bastable Avenue", homes)
        return
    with pytest.raises(TooFewHomes):
        check_street("Bastable Avenue", homes)
