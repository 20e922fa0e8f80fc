"""Who is owed a share of what is shown: new people, quiet projects, every ward. Pure."""

from participate.matching.index.document import Document
from participate.matching.quality import exposure
from participate.matching.ranking.share import NEW_DAYS, due
from participate.matching.words import Facet, Kind
from tests.matching.given import ABBEY, FAR, THAMES, neighbourhood, person, project

TODAY = 740_000
SHOWN = {"project:1": 1.0}  # something was shown, or nobody is owed anything


def session(number: int, ward: int) -> Document:
    return Document(f"session:{number}", f"session:{number}", Kind.SESSION, Facet.ABOUT, "Tea", ward=ward, day=TODAY)


def test_nobody_is_owed_anything_before_anything_was_shown() -> None:
    assert due(neighbourhood(project(1, "Bread")).snapshot, {}, TODAY) == frozenset()


def test_new_people_are_until_they_were_shown() -> None:
    new = person(1, "baking", day=TODAY - NEW_DAYS + 1)
    older = person(2, "baking", day=TODAY - NEW_DAYS)
    both = [person(3, "baking", day=TODAY, source="posting:8"), person(3, "tea", day=TODAY - 400, source="posting:9")]
    seen = person(4, "baking", day=TODAY)
    snapshot = neighbourhood(new, older, *both, seen, project(1, "Bread")).snapshot
    assert due(snapshot, SHOWN | {"person:4": 0.3}, TODAY) == {"person:1"}


def test_quiet_projects_are_but_not_those_done_elsewhere() -> None:
    away = project(3, "Toys", ward=None, elsewhere=True)
    snapshot = neighbourhood(project(1, "Bread"), project(2, "Repairs"), away).snapshot
    assert due(snapshot, SHOWN, TODAY) == {"project:2"}
    assert due(snapshot, SHOWN | {"project:2": 0.3}, TODAY) == frozenset()


def test_of_a_ward_that_is_left_out_everything_is_that_was_shown_less_than_usual() -> None:
    shown = {f"session:{number}": 1.0 for number in range(1, 40)}
    there = [session(number, THAMES if number % 2 else ABBEY) for number in range(1, 40)]
    lone = [session(50, FAR), session(51, FAR), session(52, FAR)]
    snapshot = neighbourhood(*there, *lone).snapshot
    crowd = {f"person:{900 + number}": 1.0 for number in range(20)}
    assert due(snapshot, shown | crowd, TODAY) == {"session:50", "session:51", "session:52"}
    favourite = {"session:50": 1.1, "session:51": 0.1}
    assert due(snapshot, shown | crowd | favourite, TODAY) == {"session:51", "session:52"}
    enough = {"session:50": 1.0, "session:51": 0.9}
    assert due(snapshot, shown | crowd | enough, TODAY) == frozenset()


def test_what_was_removed_is_owed_nothing() -> None:
    index = neighbourhood(project(1, "Bread"), project(2, "Repairs"))
    index.replace(["project:2"], [])
    assert due(index.snapshot, SHOWN, TODAY) == frozenset()


def test_exposure_is_told_against_what_is_usual_for_a_kind() -> None:
    told = exposure.relative([("project:1", 100.0), ("project:1", 90.0), ("project:2", 10.0), ("person:1", 4.0)])
    assert told["project:1"] == 190 / (100 + exposure.YOUNG)
    assert told["project:2"] == 10 / (100 + exposure.YOUNG)
    assert told["person:1"] == 4 / (4 + exposure.YOUNG)
