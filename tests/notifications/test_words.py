"""Every letter has its line for the ledger, and no subject tells over a shoulder what is nobody's business."""

import re

import pytest

from participate.notifications.words import ASKING, AT_ONCE, LETTERS, NIGHTLY, OFFERS, OPEN_ENDED
from tests.house.test_templates import TEMPLATES

FOLDERS = sorted(folder.name for folder in (TEMPLATES / "mail").iterdir() if folder.is_dir())
TELLING = re.compile(
    r"\b(safeguard\w*|worr(y|ied|ies)|block(ed)?|suspend\w*|abuse\w*|harm\w*|health|disab\w*|mental|debt|benefits?|police|"
    r"report(ed)?|complain\w*|warning|banned|apart|incident|vulnerable|isolated)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("letter", [name for name in FOLDERS if name != "code"])
def test_the_ledger_knows_every_letter(letter: str) -> None:
    assert letter in LETTERS, "add to notifications/words/letters.py what it is and why somebody gets it"


@pytest.mark.parametrize("letter", FOLDERS)
def test_no_subject_tells_too_much(letter: str) -> None:
    for file in ("subject.txt",):
        path = TEMPLATES / "mail" / letter / file
        said = " ".join(re.findall(r'"([^"]*)"', path.read_text())) if path.exists() else ""
        assert not TELLING.search(said), said


@pytest.mark.parametrize("letter", FOLDERS)
def test_no_subject_holds_what_somebody_typed_in_private(letter: str) -> None:
    path = TEMPLATES / "mail" / letter / "subject.txt"
    names = set(re.findall(r"%\((\w+)\)s", path.read_text())) if path.exists() else set()
    assert not names & {"words", "reason", "answer", "contact", "phone", "email"}


@pytest.mark.parametrize("letter", FOLDERS)
def test_a_letter_can_go_each_way(letter: str) -> None:
    there = {file.name for file in (TEMPLATES / "mail" / letter).iterdir()}
    assert {"subject.txt", "body.txt", "body.html", "text.txt"} <= there


def test_what_is_named_is_there() -> None:
    named = ASKING | AT_ONCE | NIGHTLY | OFFERS | OPEN_ENDED
    assert named <= set(LETTERS)


def test_the_look_sees_a_telling_subject() -> None:
    assert TELLING.search("You were reported")
    assert not TELLING.search("A place is free")
