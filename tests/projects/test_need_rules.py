"""Needs as lines: few, short, each once."""

import pytest

from participate.projects.rules.needs import (
    LONGEST,
    MOST_OPEN,
    NeedMet,
    NeedOpen,
    NeedTooLong,
    TooManyNeeds,
    check_meet,
    check_reopen,
    check_room,
    lines_of,
    needs_typed,
)
from participate.projects.words import NeedKind, NeedStatus


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", []),
        ("\n \n", []),
        ("A host", ["A host"]),
        ("A host\nA host\nTea", ["A host", "Tea"]),
        ("- A host\n• Tea\n* Cups", ["A host", "Tea", "Cups"]),
        ("  A   host \r\nTea", ["A host", "Tea"]),
        ("x" * LONGEST, ["x" * LONGEST]),
        ("سماور\n🫖", ["سماور", "🫖"]),
    ],
)
def test_lines(typed: str, lines: list[str]) -> None:
    assert lines_of(typed) == lines


def test_a_line_too_long() -> None:
    with pytest.raises(NeedTooLong):
        lines_of("Tea\n" + "x" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("open_now", "more", "room"),
    [(0, 0, True), (0, MOST_OPEN, True), (0, MOST_OPEN + 1, False), (MOST_OPEN - 1, 1, True), (MOST_OPEN, 1, False)],
)
def test_room(open_now: int, more: int, room: bool) -> None:
    if room:
        check_room(open_now, more)
    else:
        with pytest.raises(TooManyNeeds):
            check_room(open_now, more)


def test_all_kinds_together() -> None:
    typed = {NeedKind.PERSON: "A cook\nA driver", NeedKind.SPACE: "", NeedKind.MATERIAL: "Pots"}
    assert needs_typed(typed) == [
        (NeedKind.PERSON, "A cook"), (NeedKind.PERSON, "A driver"), (NeedKind.MATERIAL, "Pots"),
    ]  # fmt: skip


def test_all_kinds_together_are_few() -> None:
    many = "\n".join(f"Thing {number}" for number in range(MOST_OPEN))
    with pytest.raises(TooManyNeeds):
        needs_typed({NeedKind.PERSON: "One more", NeedKind.MATERIAL: many})


def test_met_and_open_again() -> None:
    check_meet(NeedStatus.OPEN)
    with pytest.raises(NeedMet):
        check_meet(NeedStatus.MET)
    check_reopen(NeedStatus.MET, MOST_OPEN - 1)
    with pytest.raises(NeedOpen):
        check_reopen(NeedStatus.OPEN, 0)
    with pytest.raises(TooManyNeeds):
        check_reopen(NeedStatus.MET, MOST_OPEN)
