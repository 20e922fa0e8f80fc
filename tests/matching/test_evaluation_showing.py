"""What was shown in a run counts as what is shown on the pages."""

from participate.matching.evaluation.showing import EVERY, Showing
from tests.matching.given import neighbourhood, project

INDEX = neighbourhood(*(project(number, f"Project {number}") for number in range(1, 5)))


def test_what_was_shown_counts_after_a_while_and_the_rest_is_due() -> None:
    showing = Showing(INDEX.snapshot, frozenset({"project:1", "project:2", "project:3"}))
    for _person in range(EVERY - 1):
        showing.note(["project:1", "other", "other", "project:2"])
    assert showing.exposure == {}
    assert showing.due == frozenset()
    showing.note(["project:1"])
    assert showing.exposure["project:1"] > showing.exposure["project:2"] > 0
    assert showing.due == {"project:3"}  # 4 was never shown either, but is not ranked here


def test_the_first_places_count_most() -> None:
    showing = Showing(INDEX.snapshot, frozenset())
    for _person in range(EVERY):
        showing.note([f"project:{number}" for number in range(1, 5)])
    by_place = [showing.exposure[f"project:{number}"] for number in range(1, 5)]
    assert by_place[0] == by_place[1] == by_place[2] == 2 * by_place[3]
