"""Who is named in a worry, and how a case goes on."""

import pytest

from participate.moderation.rules import worries as rules
from participate.moderation.words import WorryStatus


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ruth Cole was unkind", True), ("it was ruth cole’s doing", True), ("Ask Ruth  Cole, please", True),
        ("Ruth", True), ("ruth!", True), ("Ruth’s", True), ("Ruth in the shop", False), ("Cole", False),
        ("Ruth and Mr Cole", False), ("Ruthless Coleman", False), ("", False), ("a cole ruth", False),
        ("RUTH COLE", True), ("Mrs Ruth-Cole", False),
    ],
)  # fmt: skip
def test_a_name_is_found_whole(text: str, named: bool) -> None:
    assert rules.names(text, "Ruth Cole") is named


def test_nobody_without_a_name_is_named() -> None:
    assert not rules.names("anything", "")


def test_everybody_who_is_named_is_found() -> None:
    people = [(1, "Ruth Cole"), (2, "Halima Yusuf"), (3, "Nadia Aziz")]
    assert rules.named_in(("Ruth Cole and Halima Yusuf", "Nadia"), people) == [1, 2, 3]
    assert rules.named_in(("", ""), people) == []


NEW, TAKEN, CLOSED = WorryStatus.NEW, WorryStatus.TAKEN, WorryStatus.CLOSED


@pytest.mark.parametrize(
    ("status", "taken_by", "over", "raised"),
    [
        (NEW, None, False, None), (TAKEN, 7, False, None), (TAKEN, 8, False, rules.TakenAlready),
        (TAKEN, 8, True, None), (CLOSED, 7, True, rules.ClosedAlready), (CLOSED, None, False, rules.ClosedAlready),
    ],
)  # fmt: skip
def test_taking(status: WorryStatus, taken_by: int | None, over: bool, raised: type[Exception] | None) -> None:
    if raised is None:
        rules.check_taking(status, taken_by, 7, over=over)
    else:
        with pytest.raises(raised):
            rules.check_taking(status, taken_by, 7, over=over)


@pytest.mark.parametrize(
    ("status", "taken_by", "raised"),
    [(TAKEN, 7, None), (TAKEN, 8, rules.NotYours), (NEW, None, rules.NotYours), (CLOSED, 7, rules.ClosedAlready)],
)
def test_closing(status: WorryStatus, taken_by: int | None, raised: type[Exception] | None) -> None:
    if raised is None:
        rules.check_working(status, taken_by, 7)
    else:
        with pytest.raises(raised):
            rules.check_working(status, taken_by, 7)
