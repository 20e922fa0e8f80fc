"""What two lines are to each other: a truth table."""

import pytest

from participate.matching.index.document import Document
from participate.matching.ranking.facts import Line
from participate.matching.words import Facet, Kind
from tests.matching.given import asked, neighbourhood

MEET = [
    (Facet.LIKES, Facet.LIKES, True),
    (Facet.WANTS_TO_LEARN, Facet.CAN_SHOW, True),
    (Facet.CAN_SHOW, Facet.WANTS_TO_LEARN, True),
    (Facet.CAN_SHOW, Facet.NEEDS_PERSON, True),
    (Facet.NEEDS_PERSON, Facet.CAN_SHOW, True),
    (Facet.NEEDS_SPACE, Facet.SPACE, True),
    (Facet.NEEDS_MATERIAL, Facet.OFFERED, True),
    (Facet.WANTED, Facet.OFFERED, True),
    (Facet.OFFERED, Facet.WANTED, True),
    (Facet.ABOUT, Facet.ABOUT, True),
    (Facet.SAID, Facet.WANTED, True),
    (Facet.OFFERED, Facet.OFFERED, False),
    (Facet.WANTED, Facet.WANTED, False),
    (Facet.NEEDS_PERSON, Facet.SPACE, False),
    (Facet.NEEDS_SPACE, Facet.CAN_SHOW, False),
    (Facet.NEEDS_MATERIAL, Facet.SPACE, False),
    (Facet.LIKES, Facet.WANTED, False),
]


@pytest.mark.parametrize(("mine", "yours", "meet"), MEET)
def test_lines_meet_or_do_not(mine, yours, meet):
    index = neighbourhood(Document("thing:1", "thing:1", Kind.MATERIAL, yours, "overlocker"))
    assert bool(asked(index, Line(mine, "overlocker"))) is meet


def test_somebody_who_can_show_comes_before_somebody_who_likes_it_too():
    index = neighbourhood(
        Document("person:1", "person:1", Kind.PERSON, Facet.LIKES, "overlocker"),
        Document("person:2", "person:2", Kind.PERSON, Facet.CAN_SHOW, "overlocker"),
    )
    first, second = asked(index, Line(Facet.WANTS_TO_LEARN, "overlocker"))
    assert (first.group, second.group) == ("person:2", "person:1")
