"""Of very many rows only those are looked at that could still be among the best: no row may be worth more than is said
to be the most, or the best would be left aside.
"""

from itertools import product

import numpy as np
import pytest

from participate.matching.index.document import Document
from participate.matching.index.names import Names
from participate.matching.index.segment import ANYWHERE, Rows
from participate.matching.ranking.facts import Facts
from participate.matching.ranking.near import ceiling, close_wards, far_ceiling, fitness
from participate.matching.rules import STALE_DAYS
from participate.matching.words import Facet, Kind
from participate.places.rules.squares import ROW

TODAY, OWN, BESIDE, FAR = 738_000, 1, 2, 3
SQUARE, NEXT, FAR_SQUARE = 500 * ROW + 500, 500 * ROW + 501, 900 * ROW + 900
PLACES = [
    *product((None, OWN, BESIDE, FAR), (None, SQUARE, NEXT, FAR_SQUARE), (False,)),
    *product((None, OWN), (None, SQUARE), (True,)),
]
DAYS, FREE, SPOKEN = (0, TODAY, TODAY - STALE_DAYS - 1), (0, 1, 2, 3), (0, 1, 2, 3, 4, 6)


def every_row() -> Rows:
    """A row of each kind of place, age, free time and languages."""
    documents = [
        Document(
            str(number), str(number), Kind.PROJECT, Facet.ABOUT, "", ward=ward, square=square, elsewhere=elsewhere,
            day=day, free=free, languages=languages,
        )
        for number, ((ward, square, elsewhere), day, free, languages) in enumerate(product(PLACES, DAYS, FREE, SPOKEN))
    ]  # fmt: skip
    return Rows.of(documents, Names())


EVERY_ROW = every_row()


def fits(facts: Facts) -> np.ndarray:
    return fitness(EVERY_ROW, np.arange(len(EVERY_ROW.ward)), facts)


@pytest.mark.parametrize("square", [None, SQUARE])
@pytest.mark.parametrize(("ward", "near"), [(None, ()), (OWN, (OWN, BESIDE)), (FAR, (FAR,))])
def test_no_row_is_worth_more_than_the_most(ward: int | None, near: tuple[int, ...], square: int | None) -> None:
    for free, languages in product(FREE, SPOKEN):
        facts = Facts((), (), ward=ward, near=near, square=square, free=free, languages=languages, day=TODAY)
        assert fits(facts).max() <= ceiling(facts) + 1e-12, facts


@pytest.mark.parametrize(("ward", "near"), [(OWN, (OWN, BESIDE)), (OWN, ()), (FAR, (FAR,))])
def test_no_row_far_away_is_worth_more_than_is_said_of_these(ward: int, near: tuple[int, ...]) -> None:
    for free, languages in product(FREE, SPOKEN):
        facts = Facts((), (), ward=ward, near=near, free=free, languages=languages, day=TODAY)
        far = ~np.isin(EVERY_ROW.ward, [ANYWHERE, *(close_wards(facts) or ())])
        assert fits(facts)[far].max() <= far_ceiling(facts) + 1e-12, facts
        assert far_ceiling(facts) < ceiling(facts)


@pytest.mark.parametrize(("ward", "square"), [(None, None), (OWN, SQUARE)])
def test_without_a_ward_or_with_a_square_none_is_known_to_be_far(ward: int | None, square: int | None) -> None:
    facts = Facts((), (), ward=ward, near=(OWN,) if ward else (), square=square, day=TODAY)
    assert close_wards(facts) is None
    assert far_ceiling(facts) == ceiling(facts)


def test_the_most_is_reached_where_everything_fits() -> None:
    """Were it far above what rows have, too many would be looked at."""
    facts = Facts((), (), ward=OWN, near=(OWN, BESIDE), square=SQUARE, free=1, languages=2, day=TODAY)
    assert fits(facts).max() == pytest.approx(ceiling(facts))
