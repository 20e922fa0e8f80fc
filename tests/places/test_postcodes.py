"""Postcodes as people type them, and what the packed table says of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.places.data.wards import BOROUGH_NAME, WARDS
from participate.places.postcode_table import SHIPPED, BadTable, Entry, Use, pack, table, unpack
from participate.places.rules import (
    NotAPostcode,
    PostcodeDead,
    PostcodeMissing,
    PostcodeOutside,
    PostcodeUnknown,
    canonical,
)


@pytest.mark.parametrize(
    "typed",
    [
        "RM10 9QS",
        "rm10 9qs",
        "RM109QS",
        "  rm10   9qs  ",
        "Rm10-9Qs",
        "RM10.9QS",
        "R M 1 0 9 Q S",
        "ＲＭ１０　９ＱＳ",  # full width
        "RM10\u00a09QS",  # no-break space
        "RM10\u200b9QS",  # zero-width space
        "\u202eRM10 9QS\u202c",  # direction marks
        "RM10 9QS\n",
        "RMIO 9QS",  # letters for figures
        "rml0 9qs",
        "RM۱۰ ۹QS",  # Urdu figures
        "<RM10 9QS>",
        "RM10 9QS 🏠",
    ],
)
def test_one_postcode_typed_many_ways(typed: str) -> None:
    assert canonical(typed) == "RM10 9QS"


def test_the_letter_o_for_nought() -> None:
    assert canonical("IG11 OLG") == "IG11 0LG"


@pytest.mark.parametrize(
    ("typed", "canonical_form"),
    [("e1 1aa", "E1 1AA"), ("m11ae", "M1 1AE"), ("ec1a1bb", "EC1A 1BB"), ("w1a 0ax", "W1A 0AX")],
)
def test_other_shapes(typed: str, canonical_form: str) -> None:
    assert canonical(typed) == canonical_form


@pytest.mark.parametrize("typed", ["", " ", "\n\t", "\u3000"])
def test_nothing_typed(typed: str) -> None:
    with pytest.raises(PostcodeMissing):
        canonical(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "RM10",
        "RM10 9",
        "9QS",
        "RM10 9Q",
        "RM10 9QSS",
        "RM10 9QV",  # V never ends a postcode
        "12 Bastable Avenue",
        "barking",
        "x" * 10_000,
        "RM10 9QS" * 1_250,
        "RM10 9QS" + " " * 40,
        "\0",
        "RM10\0",
        "🏠🏠",
        "باركنگ",
        "<script>alert(1)</script>",
        "'; DROP TABLE ward; --",
        "{{7*7}}",
        "\ud800",
        "-",
    ],
)
def test_what_is_not_a_postcode(typed: str) -> None:
    with pytest.raises(NotAPostcode):
        canonical(typed)


@given(st.text(max_size=60))
def test_any_text_gives_a_postcode_or_a_clear_no(typed: str) -> None:
    try:
        found = canonical(typed)
    except (PostcodeMissing, NotAPostcode):
        return
    assert canonical(found) == found


def look_up(postcode: str) -> Entry:
    return table().look_up(postcode, BOROUGH_NAME)


def test_a_live_postcode_gives_ward_and_square() -> None:
    entry = look_up("RM10 9QS")  # Dagenham Library
    assert entry.use is Use.LIVE
    assert entry.ward_code == "E05014070"  # Village
    assert entry.square is not None


def test_a_dead_postcode_says_so_and_hints_at_a_ward() -> None:
    with pytest.raises(PostcodeDead) as caught:
        look_up("IG11 0BX")
    assert caught.value.key == "dead"
    assert caught.value.ward_code == "E05014068"


def test_a_dead_postcode_whose_ward_nobody_knows() -> None:
    dead = (code for code, entry in table().entries().items() if entry == Entry(Use.DEAD))
    with pytest.raises(PostcodeDead) as caught:
        look_up(next(dead))
    assert caught.value.ward_code is None


@pytest.mark.parametrize("postcode", ["IG11 0AD", "SW1A 1AA", "M1 1AE"])
def test_a_postcode_of_another_borough(postcode: str) -> None:
    with pytest.raises(PostcodeOutside) as caught:
        look_up(postcode)
    assert caught.value.facts == {"borough": "Barking and Dagenham"}


def test_a_postcode_that_nobody_knows() -> None:
    with pytest.raises(PostcodeUnknown):
        look_up("RM10 9ZZ")


def test_every_problem_has_its_own_key_and_words() -> None:
    kinds = [PostcodeMissing, NotAPostcode, PostcodeUnknown, PostcodeOutside, PostcodeDead]
    assert len({kind.key for kind in kinds}) == len({kind.message for kind in kinds}) == len(kinds)


def test_the_shipped_table_is_whole() -> None:
    entries = table().entries()
    uses = [entry.use for entry in entries.values()]
    assert (uses.count(Use.LIVE), uses.count(Use.DEAD), uses.count(Use.OUTSIDE)) == (3055, 1599, 38)
    assert {entry.ward_code for entry in entries.values() if entry.use is Use.LIVE} == {ward.code for ward in WARDS}
    assert pack(entries) == SHIPPED.read_text("ascii")
    assert "Code-Point" in (SHIPPED.parent / "postcodes-attribution.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "participate postcodes 2\n\n",
        "participate postcodes 1\nE1\nA",
        "participate postcodes 1\nE1\nAB\n",
    ],
)
def test_a_broken_table_is_told_apart(text: str) -> None:
    with pytest.raises(BadTable):
        unpack(text)


def test_packing_and_unpacking_keep_everything() -> None:
    entries = {
        "RM10 9QS": Entry(Use.LIVE, "E05014070", 22511126),
        "RM9 1AA": Entry(Use.DEAD, "E05014060"),
        "RM9 1AB": Entry(Use.DEAD),
        "IG11 0AD": Entry(Use.OUTSIDE),
    }
    assert unpack(pack(entries)).entries() == entries
