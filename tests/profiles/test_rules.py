"""Rules of the profiles."""

import pytest

from participate.core.errors import RuleBroken
from participate.profiles.permissions import may_change
from participate.profiles.rules import (
    MOST_POSTINGS,
    TooManyPostings,
    check_room,
    languages_of,
    same_words,
    week_bits,
)
from participate.profiles.words import SPOKEN, PartOfDay


@pytest.mark.parametrize(("has", "room"), [(0, True), (MOST_POSTINGS - 1, True), (MOST_POSTINGS, False), (99, False)])
def test_room_for_one_more(has: int, room: bool) -> None:
    if room:
        check_room(has)
    else:
        with pytest.raises(TooManyPostings):
            check_room(has)
    assert issubclass(TooManyPostings, RuleBroken)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Baking bread", "baking  bread.", True),
        ("baking bread", "baking bread!", True),
        ("baking bread", "baking", False),
        ("GĂTIT", "gătit", True),
        ("", "", True),
    ],
)
def test_same_words(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


def test_languages_once_each_in_our_order() -> None:
    assert languages_of(["ur", "en", "xx", "ur"]) == ["en", "ur"]
    assert len(languages_of(SPOKEN)) == 12


def test_week_bits() -> None:
    assert week_bits([]) == 0
    assert week_bits([(0, PartOfDay.MORNING)]) == 1
    assert week_bits([(6, PartOfDay.EVENING), (6, PartOfDay.EVENING)]) == 1 << 20
    every = [(day, part) for day in range(7) for part in PartOfDay]
    assert week_bits(every) == (1 << 21) - 1


@pytest.mark.parametrize(("caller_id", "may"), [(1, True), (2, False), (None, False)])
def test_only_her_own(caller_id: int | None, may: bool) -> None:
    class Caller:
        id = caller_id

    assert may_change(Caller(), 1) is may
