"""Fair: whoever is shown and asked much steps back, a share is guaranteed, and chance is only among equals."""

import numpy as np
import pytest

from participate.matching.ranking.suited import shuffled
from participate.matching.rules import DUE_PLACE, EQUAL
from participate.matching.words import Kind
from tests.matching.given import asked, names, neighbourhood, person


@pytest.fixture(scope="module")
def index():
    return neighbourhood(*[person(number, "chess") for number in range(1, 13)])


def chess(index, **facts):
    return asked(index, "chess", kinds=[Kind.PERSON], **facts)


def test_who_is_asked_a_lot_steps_back(index):
    usual = names(chess(index))
    found = names(chess(index, exposure={usual[0]: 4.0}))
    assert found[-1] == usual[0]
    assert set(found) == set(usual)


def test_what_is_shown_as_usual_steps_back_a_little(index):
    [first, *_rest] = chess(index)
    again = next(one for one in chess(index, exposure={first.group: 1.0}) if one.group == first.group)
    assert 0.7 < again.score / first.score < 0.8


def test_one_of_the_first_is_one_that_is_owed_its_share(index):
    usual = names(chess(index))
    owed = usual[-1]
    found = names(chess(index, due=frozenset({owed})))
    assert found.index(owed) == DUE_PLACE
    assert [each for each in found if each != owed] == usual[:-1]


def test_what_is_not_good_enough_is_not_lifted():
    index = neighbourhood(
        *[person(number, "chess") for number in range(1, 9)], person(9, "chess and much else besides", day=1)
    )
    facts = {"day": 900, "exposure": {"person:9": 30.0}}
    assert names(chess(index, due=frozenset({"person:9"}), **facts))[-1] == "person:9"


def test_chance_puts_equals_in_another_order_for_each_seed_and_the_same_for_one(index):
    orders = {tuple(names(chess(index, chance=seed))) for seed in range(6)}
    assert len(orders) > 3
    assert names(chess(index, chance=1)) == names(chess(index, chance=1))
    assert {frozenset(order) for order in orders} == {frozenset(names(chess(index)))}


def test_chance_never_puts_the_worse_before_the_clearly_better():
    worth = np.array([1.0, 1.02, 1.5, 1.51, 4.0])
    for seed in range(20):
        mixed = shuffled(worth, ["a", "b", "c", "d", "e"], seed)
        assert max(mixed[:2]) < min(mixed[2:4]) < max(mixed[2:4]) < mixed[4]
        assert np.all(mixed <= worth * (1 + EQUAL) ** 2)
