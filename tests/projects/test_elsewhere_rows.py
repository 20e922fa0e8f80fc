"""One row of a table: what is taken from it, and why it is refused."""

import pytest

from participate.places.files.report import BadRow
from participate.profiles.words import Theme
from participate.projects.rules.elsewhere import LONGEST_TEXT, MOST_TEXT, place_of, read_row

ROW = {
    "id": "a-1", "source": "power_to_change", "title": "ST MARY'S BREAD CLUB",
    "text": "Neighbours bake bread together.",
    "org_name": "St Mary's", "programme": "", "tags_manual": "", "tags_rules": "SW300", "place_text": "Oxford",
    "place_source": "org_postcode", "ward_code": "E05013115", "ward_name": "Cowley", "lad_name": "Oxford",
}  # fmt: skip


def test_a_good_row() -> None:
    done = read_row(ROW)
    assert (done.source, done.source_key, done.name) == ("power_to_change", "a-1", "St Mary's Bread Club")
    assert (done.about, done.theme) == ("Neighbours bake bread together.", Theme.COOK)
    assert (done.place_code, done.place_text) == ("E05013115", "Cowley, Oxford")


def test_columns_that_are_not_needed_may_be_missing() -> None:
    done = read_row({name: ROW[name] for name in ("id", "source", "title", "text")})
    assert (done.place_code, done.place_text) == ("", "")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": ""}, "its text is empty"),
        ({"text": "  \n "}, "its text is empty"),
        ({"text": "Bread. 12345678901234567890"}, "its text says too little"),
        ({"text": "x" * (MOST_TEXT + 1)}, "its text has more than 20,000 letters"),
        ({"text": "Bread\x00 for all of the neighbours"}, "it holds signs that are no text"),
        ({"title": "Bread\x07"}, "it holds signs that are no text"),
        ({"text": "Caf\udce9 for all of the neighbours"}, "not written in UTF-8"),
        ({"id": ""}, "its id is empty"),
        ({"id": "x" * 81}, "its id is empty or longer"),
        ({"source": ""}, "its source is empty"),
        ({"source": "x" * 61}, "its source is empty or longer"),
        ({"title": None}, "fewer cells"),
        ({None: ["more"]}, "more cells"),
    ],
)
def test_bad_rows(change: dict[str | None, object], why: str) -> None:
    with pytest.raises(BadRow, match=why):
        read_row({**ROW, **change})  # type: ignore[dict-item]


def test_a_long_text_is_cut() -> None:
    done = read_row(ROW | {"text": "bread and jam " * 300})
    assert len(done.about) <= LONGEST_TEXT
    assert done.about.endswith("…")


@pytest.mark.parametrize(
    "text", ["Brot 🥖 für alle Nachbarinnen", "خبز لجميع الجيران في الحي", "<script>alert(1)</script> is a word"]
)
def test_any_language_and_any_sign_is_text(text: str) -> None:
    assert read_row(ROW | {"text": text}).about == text


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({}, "Cowley, Oxford"),
        ({"ward_name": "Oxford"}, "Oxford"),
        ({"lad_name": ""}, "Cowley"),
        ({"lad_name": "Bristol, City of"}, "Cowley, Bristol"),
        ({"lad_name": "Herefordshire, County of"}, "Cowley, Herefordshire"),
        ({"ward_name": ""}, "Oxford"),
        ({"ward_name": "", "lad_name": ""}, "Oxford"),
        ({"ward_name": "", "lad_name": "", "place_text": "ox16 2bw"}, ""),
        ({"ward_name": "", "lad_name": "", "place_text": "Central Oxford, [postcode]"}, "Central Oxford"),
        ({"ward_name": "", "lad_name": "", "place_text": "Mid Sussex, Mid Sussex"}, "Mid Sussex"),
        ({"ward_name": "", "lad_name": "", "place_text": ""}, ""),
        ({"place_source": "text_match"}, ""),
    ],
)
def test_places(change: dict[str, str], place: str) -> None:
    assert place_of(ROW | change) == place


@pytest.mark.parametrize("code", ["", "E05", "12345", "e05013115", "E050131159"])
def test_only_a_whole_code_is_a_code(code: str) -> None:
    assert read_row(ROW | {"ward_code": code}).place_code == ""
