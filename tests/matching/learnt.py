"""A neighbourhood with a past: gardeners and bakers, each a crowd that joins its own things."""

from participate.matching.index.document import Document
from participate.matching.index.live import Index
from participate.matching.learning.learn import learn
from participate.matching.learning.learned import Learned
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.suggest import suggest
from participate.matching.ranking.suggestion import Suggestion
from participate.matching.words import Kind
from tests.matching.given import neighbourhood, project

GARDENS = ["Beds on Roding Road", "Compost heap", "Seeds and saplings", "Roses by the wall", "Weeding crew",
           "Herbs in pots", "Pond keepers", "Fruit trees"]  # fmt: skip
LOAVES = ["Sourdough Saturday", "Cake table", "Pies for all", "Flour mill", "Buns at dawn", "Pizza oven",
          "Biscuit tin", "Bread for the hall"]  # fmt: skip
REST = [
    f"{what} {where}"
    for what in ("Choir", "Chess", "Football", "Poetry")
    for where in ("north", "south", "hall", "park")
]
PEOPLE = 80


def things() -> list[Document]:
    """Gardens are 1 to 8, loaves 11 to 18, the rest 31 to 46. Each crowd's things share a few words."""
    found = [project(1 + at, name, "Green fingers and soil outside.") for at, name in enumerate(GARDENS)]
    found += [project(11 + at, name, "Baking and warm ovens together.") for at, name in enumerate(LOAVES)]
    return found + [project(31 + at, name) for at, name in enumerate(REST)]


def past() -> list[tuple[int, str]]:
    """Who joined what: gardeners (even) four gardens each, bakers four loaves. Garden 8 and loaf 18 are new."""
    pairs = []
    for who in range(PEOPLE):
        first = 1 if who % 2 == 0 else 11
        pairs += [(who, f"project:{first + (who // 2 + step) % 7}") for step in range(4)]
    return pairs


def learnt() -> tuple[Index, Learned]:
    """The index and what is learned from it and from the past."""
    index = neighbourhood(*things())
    found = learn(index.snapshot, past())
    assert found is not None
    return index, found


def for_someone(index: Index, learned: Learned | None, **facts) -> list[Suggestion]:
    """What is suggested to somebody of whom this is known."""
    given = {"lines": (), "kinds": (Kind.PROJECT,)} | facts
    return suggest(index.snapshot, Facts(**given), learned=learned)
