"""What staff think of for somebody: shown with their name, and never what she may not see."""

from participate.matching.ranking.by_hand import thought_of
from participate.matching.ranking.facts import Facts
from participate.matching.rules import KINDS_FOR_PERSON
from participate.matching.words import Because, Facet, Kind, Nearness
from tests.matching.given import names, neighbourhood, project

DORA = {"project:2": "Dora", "project:1": ""}
NOW = 1_000


def thought(*, from_whom: dict[str, str] = DORA, kinds: tuple[Kind, ...] = KINDS_FOR_PERSON, **facts: object) -> list:
    index = neighbourhood(
        project(1, "Kite flying", ward=1),
        project(2, "Quilts together", source="need:1", facet=Facet.NEEDS_PERSON, ward=2),
        project(3, "Over by now", until=NOW),
        project(4, "Chidi’s own", owner=4),
    )
    return thought_of(index.snapshot, Facts((), kinds, moment=NOW, **facts), from_whom)  # type: ignore[arg-type]


def test_in_the_order_in_which_they_were_thought_of_with_the_name_for_a_reason() -> None:
    found = thought(ward=1, near=(1, 2))
    assert names(found) == ["project:2", "project:1"]
    assert [(one.reason.by_hand, one.reason.nearness) for one in found] == [
        ("Dora", Nearness.NEXT_WARD), ("", Nearness.SAME_WARD),
    ]  # fmt: skip
    assert all(one.reason.words == () and one.text_score == 0 for one in found)


def test_nothing_that_she_may_not_see_or_does_not_want() -> None:
    assert names(thought(never_groups=frozenset({"project:2"}))) == ["project:1"]
    assert names(thought(no={"project:2": Because.TOO_FAR})) == ["project:1"]
    assert names(thought(joined=("project:1",))) == ["project:2", "project:1"]  # she once came to it: ask her again
    assert thought(kinds=(Kind.SESSION,)) == []
    gone = {"project:3": "Dora", "project:99": "Dora", "nonsense": "Dora"}
    assert thought(from_whom=gone) == []
    assert names(thought(from_whom={"project:4": "Dora"})) == ["project:4"]
    assert thought(from_whom={"project:4": "Dora"}, never_owners=frozenset({4})) == []
    assert thought(from_whom={"project:4": "Dora"}, owner=4) == []
