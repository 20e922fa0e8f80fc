"""Rules of the materials: what one sentence tells."""

import pytest

from participate.materials.rules import draft_from
from participate.materials.words import Deal


@pytest.mark.parametrize(
    ("say", "deal", "name", "how_many"),
    [
        ("I have a drill to lend", Deal.LEND, "Drill", 1),
        ("We need 12 chairs", Deal.WANT, "Chairs", 12),
        ("I’ve got 3 big pots", Deal.LEND, "Big pots", 3),
        ("I can lend a sewing machine", Deal.LEND, "Sewing machine", 1),
        ("I am giving away wool", Deal.GIVE, "Wool", 1),
        ("I have a pram to give away", Deal.GIVE, "Pram", 1),
        ("I'm looking for a ladder", Deal.WANT, "Ladder", 1),
        ("I need to borrow a tent", Deal.WANT, "Tent", 1),
        ("20 litre pot", Deal.LEND, "20 litre pot", 1),
        ("0 chairs", Deal.LEND, "0 chairs", 1),
        ("5000 chairs", Deal.LEND, "5000 chairs", 1),
        ("Gift wrap", Deal.LEND, "Gift wrap", 1),
        ("", Deal.LEND, "", 1),
        ("<b>drill</b>", Deal.LEND, "<b>drill</b>", 1),
    ],
)
def test_what_one_sentence_tells(say: str, deal: Deal, name: str, how_many: int) -> None:
    draft = draft_from(say)
    assert (draft.deal, draft.name, draft.how_many) == (deal, name, how_many)
    assert draft.about == say


def test_a_long_sentence_becomes_a_short_name() -> None:
    draft = draft_from("I have wool " + "and more " * 3_000)
    assert len(draft.name) <= 80
    assert len(draft.about) <= 600
