"""Rules of the spaces: homes, prices, what is in it, and what one sentence tells."""

import pytest

from participate.spaces.permissions import may_see_address
from participate.spaces.rules import (
    HasParts,
    LeastOverMost,
    NotAPrice,
    WasAHome,
    check_kind,
    check_lengths,
    check_no_longer_home,
    draft_from,
    is_at_home,
    pence_of,
    price_typed,
    things_in,
)
from participate.spaces.words import SpaceKind


@pytest.mark.parametrize(
    ("kind", "ticked", "by_person", "at_home"),
    [
        (SpaceKind.HOME, False, True, True),
        (SpaceKind.HOME, False, False, True),
        (SpaceKind.GARDEN, False, True, True),
        (SpaceKind.GARDEN, False, False, False),  # a school's
        (SpaceKind.GARDEN, True, False, True),
        (SpaceKind.KITCHEN, False, True, False),
        (SpaceKind.KITCHEN, True, True, True),
        (SpaceKind.HALL, False, False, False),
        (SpaceKind.HALL, True, False, True),
    ],
)
def test_what_counts_as_a_home(kind: SpaceKind, ticked: bool, by_person: bool, at_home: bool) -> None:
    assert is_at_home(kind, ticked=ticked, by_person=by_person) is at_home


@pytest.mark.parametrize(
    ("address", "kept", "shown"),
    [
        ("Church Elm Lane", "", True),
        ("", "12 Canary Row", True),
        ("", "", True),
        ("Church Elm Lane", "12 Canary Row", True),
        ("12 Canary Row", "12 Canary Row", False),
        ("12, canary row.", "12 Canary Row", False),
    ],
)
def test_what_was_a_home_s_address_is_not_shown_by_one_press(address: str, kept: str, shown: bool) -> None:
    if shown:
        check_no_longer_home(address, kept=kept)
        return
    with pytest.raises(WasAHome):
        check_no_longer_home(address, kept=kept)


def test_the_shortest_is_no_longer_than_the_longest() -> None:
    check_lengths(30, 30)
    check_lengths(15, 1440)
    with pytest.raises(LeastOverMost):
        check_lengths(60, 45)


def test_with_parts_it_stays_a_site() -> None:
    check_kind(SpaceKind.GARDEN, parts=0)
    check_kind(SpaceKind.SITE, parts=3)
    with pytest.raises(HasParts):
        check_kind(SpaceKind.GARDEN, parts=1)


@pytest.mark.parametrize(
    ("at_home", "looks_after", "sees"),
    [(False, False, True), (False, True, True), (True, False, False), (True, True, True)],
)
def test_who_sees_an_address(at_home: bool, looks_after: bool, sees: bool) -> None:
    assert may_see_address(at_home=at_home, looks_after=looks_after) is sees


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("", 0), ("free", 0), (" Free ", 0), ("0", 0), ("5", 500), ("£5", 500), ("7.50", 750), ("7.5", 750), ("7,50", 750),
     ("£ 12", 1200), ("80p", 80), ("80 pence", 80), ("500", 50_000)],
)  # fmt: skip
def test_a_price_as_people_type_it(typed: str, pence: int) -> None:
    assert pence_of(typed) == pence


@pytest.mark.parametrize("typed", ["abc", "-1", "5.123", "501", "9999", "1.50p", "$5", "5 or 6", "٥", "£", "1e3"])
def test_what_is_no_price(typed: str) -> None:
    with pytest.raises(NotAPrice):
        pence_of(typed)


@pytest.mark.parametrize("pence", [0, 80, 500, 750, 50_000])
def test_a_price_comes_back_as_it_could_be_typed(pence: int) -> None:
    assert pence_of(price_typed(pence)) == pence


@pytest.mark.parametrize(
    ("has", "things"),
    [
        ("", []),
        ("two ovens, a long table,  plates.", ["Two ovens", "A long table", "Plates"]),
        ("stove; sink", ["Stove", "Sink"]),
        (", ,", []),
    ],
)
def test_the_things_in_a_line(has: str, things: list[str]) -> None:
    assert things_in(has) == things


@pytest.mark.parametrize(
    ("say", "kind", "name", "capacity"),
    [
        ("I have a kitchen with an oven for 12 people", SpaceKind.KITCHEN, "Kitchen with an oven for 12 people", 12),
        ("We’ve got a church hall that seats 80.", SpaceKind.HALL, "Church hall that seats 80", 80),
        ("my garden is too big for me", SpaceKind.GARDEN, "My garden is too big for me", None),
        ("I have a garage with a bench", SpaceKind.WORKSHOP, "Garage with a bench", None),
        ("There is a room above the shop", SpaceKind.ROOM, "Room above the shop", None),
        ("am o bucătărie", SpaceKind.KITCHEN, "Am o bucătărie", None),
        ("Something", None, "Something", None),
        ("for 99999 people", None, "For 99999 people", None),
        ("", None, "", None),
        ("<script>alert(1)</script>", None, "<script>alert(1)</script>", None),
    ],
)
def test_what_one_sentence_tells(say: str, kind: SpaceKind | None, name: str, capacity: int | None) -> None:
    draft = draft_from(say)
    assert (draft.kind, draft.name, draft.capacity) == (kind, name, capacity)
    assert draft.about == say


def test_a_long_sentence_becomes_a_short_name() -> None:
    draft = draft_from("I have a hall " + "very " * 3_000)
    assert len(draft.name) <= 80
    assert draft.name.endswith("…")
    assert len(draft.about) <= 1_000
