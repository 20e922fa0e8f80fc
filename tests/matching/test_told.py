"""Only rows that hold a word that may lead are looked at, and near is searched only where enough of them may be."""

from participate.matching.ranking.facts import Line
from participate.matching.ranking.question import ask
from participate.matching.ranking.told import Told
from participate.matching.words import Facet, Kind
from tests.matching.given import ABBEY, FAR, THAMES, neighbourhood, project

BEES = (project(1, "Keeping bees"), project(2, "Bees", ward=FAR), project(3, "Bees", ward=ABBEY))


def test_no_more_is_near_than_holds_the_word() -> None:
    snapshot = neighbourhood(*BEES).snapshot
    told = Told(snapshot, ask(snapshot, [Line(Facet.SAID, "bees")]))
    enough = {most: told.may_be_enough([Kind.PROJECT], [THAMES, ABBEY], most) for most in (1, 2, 3)}
    assert enough == {1: True, 2: True, 3: False}
    assert not told.may_be_enough([Kind.PERSON], [THAMES, ABBEY], 1)


def test_each_segment_knows_its_own_rows() -> None:
    index = neighbourhood(*BEES)
    index.replace([], [project(4, "Bees again")])
    told = Told(index.snapshot, ask(index.snapshot, [Line(Facet.SAID, "bees")]))
    assert [int(told.of(segment).sum()) for segment in index.snapshot.segments] == [3, 1]
