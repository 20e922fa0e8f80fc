"""Several things said in one breath."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.home.rules import split_lines
from participate.home.rules.lines import MOST_LINES


def said(text: str) -> list[tuple[str, str]]:
    return [(line.words, line.kind.value) for line in split_lines(text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I like baking bread and could teach chess", [("baking bread", "interest"), ("chess", "skill")]),
        ("I’d like to learn English, and I can braid hair", [("English", "interest"), ("braid hair", "skill")]),
        ("I love cooking. I have a hall with a kitchen", [("cooking", "interest"), ("hall with a kitchen", "space")]),
        ("I like sewing and knitting", [("sewing and knitting", "interest")]),
        ("sewing, knitting, tea", [("sewing, knitting, tea", "interest")]),
        ("I can show someone how to make Dal", [("make Dal", "skill")]),
        ("happy to help people with CVs", [("CVs", "skill")]),
        ("My garage is empty on Sundays", [("My garage is empty on Sundays", "space")]),
        ("My garage is empty and I can lend a drill", [("My garage is empty", "space"), ("drill", "material")]),
        ("got a spare drill", [("spare drill", "material")]),
        ("need a ladder", [("ladder", "material")]),
        ("does anyone have some wool", [("wool", "material")]),
        ("Wouldn’t it be good if we had a choir and I could sing", [("we had a choir and I could sing", "idea")]),
        ("there should be more benches", [("there should be more benches", "idea")]),
        ("bins not collected and my road stinks", [("bins not collected and my road stinks", "report")]),
        ("Îmi place gătitul", [("Îmi place gătitul", "interest")]),
        ("রান্না", [("রান্না", "interest")]),
        ("I like", [("I like", "interest")]),
        ("I like chess and I like chess", [("chess", "interest")]),
        ("", []),
        (" \n ", []),
    ],
)
def test_lines(text, lines):
    assert said(text) == lines


@pytest.mark.parametrize("separator", [". ", "; ", "\n", ", ", " and ", " but ", " & "])
def test_whatever_joins_them(separator):
    assert said(f"I like chess{separator}I can sew") == [("chess", "interest"), ("sew", "skill")]


def test_at_most_a_few_lines():
    assert len(split_lines(". ".join(f"I like thing{letter}" for letter in "abcdefghij"))) == MOST_LINES


@given(st.text())
def test_whatever_is_typed_is_kept(text):
    lines = split_lines(text)
    assert bool(lines) == bool(text.split())
    assert all(line.words.strip() for line in lines)


@given(st.lists(st.sampled_from(["I like", "could", "and", ",", ".", "teach", "a drill", "\x00", "—"]), max_size=20))
def test_words_come_from_the_text(words):
    text = " ".join(words)
    for line in split_lines(text):
        assert line.words in " ".join(text.split())
