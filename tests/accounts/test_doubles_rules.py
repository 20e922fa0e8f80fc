"""Which rows look like one person, as a truth table."""

import pytest

from participate.accounts.rules.doubles import Known, doubles, plain_name, same_name, which_stays
from participate.accounts.words import PersonKind, SameWhy

A, E, G = PersonKind.ACCOUNT, PersonKind.ENTERED, PersonKind.GUEST
MAIL = {"email": "x@example.org"}
WARD = {"ward_id": 1}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ((A, "Ann Lee", MAIL), (A, "Ann Lee", MAIL), SameWhy.CONTACT),
        ((A, "Ann Lee", MAIL), (A, "ann", MAIL), SameWhy.CONTACT),
        ((A, "Ann Lee", MAIL), (A, "Bob Lee", MAIL), None),  # two adults share an address
        ((A, "Ann Lee", MAIL), (G, "Bob Lee", MAIL), SameWhy.CONTACT),
        ((A, "Ann Lee", {"phone": "+442071234567"}), (E, "Ann", {"ring": "020 7123 4567"}), SameWhy.CONTACT),
        ((A, "Ann Lee", WARD), (E, "Ann  LEE", WARD), SameWhy.NAME_WARD),
        ((G, "Ánn Lée", WARD), (E, "Ann Lee", WARD), SameWhy.NAME_WARD),
        ((A, "Ann Lee", WARD), (A, "Ann Lee", WARD), None),  # each proved a contact of her own
        ((A, "Ann Lee", WARD), (E, "Ann Lee", {"ward_id": 2}), None),
        ((A, "Ann", WARD), (E, "Ann", WARD), None),  # a first name alone is no name
        ((A, "Ann Lee", {}), (E, "Ann Lee", {}), None),
    ],
)
def test_pairs(one: tuple, other: tuple, why: SameWhy | None) -> None:
    found = doubles([Known(7, *one[:2], **one[2]), Known(3, *other[:2], **other[2])])
    assert found == ({(3, 7): why} if why else {})


def test_a_word_that_stands_for_nobody_is_no_person() -> None:
    many = [Known(number, G, "No Name", ward_id=1) for number in range(9)]
    assert doubles(many) == {}
    assert list(same_name((each.id, each.name) for each in many)) == []


def test_names() -> None:
    assert plain_name(" O’Neill-Smith  José ") == "oneill smith jose"


@pytest.mark.parametrize(("kinds", "stays"), [((A, G), 1), ((G, A), 2), ((E, G), 1), ((A, A), 1)])
def test_which_stays(kinds: tuple[PersonKind, PersonKind], stays: int) -> None:
    assert which_stays(Known(1, kinds[0], "A"), Known(2, kinds[1], "A")) == stays
