"""Text as people type it. No database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.core import text


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  bread \t and   jam ", "bread and jam"),
        ("cafe\u0301", "café"),
        ("one\r\ntwo", "one two"),
        ("ab\u202ecd", "abcd"),
        ("ab\x00cd", "abcd"),
        ("\ufeffbread", "bread"),
        ("گھر\u200cمیں", "گھر\u200cمیں"),
        ("👩\u200d🍳", "👩\u200d🍳"),
        ("<b>bread</b>", "<b>bread</b>"),
    ],
)
def test_a_line(typed: str, clean: str) -> None:
    assert text.clean_line(typed) == clean


def test_paragraphs_stay() -> None:
    assert text.clean_text(" a \n\n\n\n b ") == "a\n\nb"
    assert text.paragraphs("a\n\nb") == ["a", "b"]


@given(st.text(max_size=400))
def test_clean_twice_is_clean_once(typed: str) -> None:
    once = text.clean_text(typed)
    assert text.clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\x00" not in once
    once.encode("utf-8")


@given(st.text(max_size=400), st.integers(min_value=2, max_value=80))
def test_short_is_short(typed: str, longest: int) -> None:
    assert len(text.shorten(typed, longest)) <= longest


@pytest.mark.parametrize(
    ("name", "first"), [("Amina Rahman", "Amina"), ("Amina", "Amina"), ("", ""), ("Ștefan cel Mare", "Ștefan")]
)
def test_first_names(name: str, first: str) -> None:
    assert text.first_name(name) == first


def test_slugs() -> None:
    assert text.slug_of("Eastbrook & Rush Green") == "eastbrook-and-rush-green"
    assert text.slug_of("Ștefan’s Café") == "stefans-cafe"
