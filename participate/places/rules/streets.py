"""A street is a named group of five homes or more, never a house."""

import re

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.places.rules.postcodes import postcode_in

FEWEST_HOMES = 5
MOST_HOMES = 2_000
LONGEST_NAME = 80

# “12 Bastable Avenue”, “12a …”, “12-14 …”, “No. 7 …”, “Flat 3, …”. “1st Avenue” is a street.
_HOUSE = re.compile(
    r"(no\.?|number|flat|unit|apartment|apt|room|house)?\s*#?\s*\d+\s*[a-z]?(?![a-z])|(flat|unit|apartment)\s+[a-z]\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


class NotAStreetName(RuleBroken):
    message = mark("Write the name of the street, like Bastable Avenue.")


class HouseNotStreet(RuleBroken):
    message = mark("A street is never one house. Leave out the house number and the postcode.")


class StreetNameTaken(RuleBroken):
    message = mark("This street is here already.")


class TooFewHomes(RuleBroken):
    message = mark("A street here has at least five homes, so that nobody can be picked out.")


def check_street(name: str, homes: int) -> None:
    """Raises NotAStreetName, HouseNotStreet or TooFewHomes. `name` is a clean line."""
    check_name(name)
    check_homes(homes)


def check_name(name: str) -> None:
    """Raises NotAStreetName or HouseNotStreet."""
    if not 0 < len(name) <= LONGEST_NAME or not _LETTER.search(name):
        raise NotAStreetName
    if _HOUSE.match(name) or postcode_in(name):
        raise HouseNotStreet


def check_homes(homes: int) -> None:
    """Raises TooFewHomes."""
    if homes < FEWEST_HOMES:
        raise TooFewHomes
