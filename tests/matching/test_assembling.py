"""The smallest set, against trying every set there is; and what makes a set small, near and soon."""

from itertools import product
from random import Random

import pytest

from participate.matching.assembling.problem import Assembled, Offer, Problem, Want, Worth, worth
from participate.matching.assembling.reading import units_of
from participate.matching.assembling.solving import assemble

INSTANCES = 500
ALWAYS = frozenset({0})


def by_hand(problem: Problem) -> Worth:
    """The best worth of all sets at all times."""
    found = [
        value
        for time in range(len(problem.times))
        for taken in product((False, True), repeat=len(problem.offers))
        if (value := worth(problem, time, [each for each, yes in zip(problem.offers, taken, strict=True) if yes]))
    ]
    return min(found)


def a_problem(dice: Random) -> Problem:
    """A small neighbourhood: some lack more than there is, some things suit two needs, some people have two things."""
    wants = [Want(number, dice.choice((1, 1, 1, 2, 3))) for number in range(dice.randint(1, 4))]
    times = [dice.randint(0, 6) for _each in range(dice.randint(1, 3))]
    parties = [f"person:{number}" for number in range(dice.randint(2, 5))]
    things = [f"material:{number}" for number in range(dice.randint(2, 6))]
    offers = [
        Offer(
            dice.choice(wants).id, dice.choice(things), dice.choice(parties),
            frozenset(time for time in range(len(times)) if dice.random() < 0.7), dice.choice((1, 1, 2)),
            dice.randint(1, 9),
        )
        for _each in range(dice.randint(0, 9))
    ]  # fmt: skip
    apart = [(dice.choice(parties), dice.choice(parties)) for _each in range(dice.choice((0, 0, 1, 2)))]
    return Problem(wants, offers, times, [(one, other) for one, other in apart if one != other])


def told(problem: Problem, found: Assembled) -> Worth | None:
    """What the found set is worth by the rules of `worth`; a set of nothing is worth the same at any time."""
    if found.time is None:
        return len(problem.wants), 0, min(problem.times)
    return worth(problem, found.time, found.offers)


def test_no_set_is_better_in_500_small_neighbourhoods() -> None:
    dice, some_open, two_asked = Random(7), 0, 0
    for number in range(INSTANCES):
        problem = a_problem(dice)
        found, best = assemble(problem), by_hand(problem)
        assert told(problem, found) == best, (number, problem, found)
        assert len(found.open) == best[0]
        some_open, two_asked = some_open + bool(best[0]), two_asked + (best[1] > 1)
    assert 50 < some_open < INSTANCES - 50, "some have a whole set and some have none"
    assert two_asked > 50


def test_whoever_has_both_is_asked_once_for_both() -> None:
    baker = Offer(1, "person:1", "person:1", ALWAYS, cost=3)
    bowls = [Offer(2, "material:5", "person:2", ALWAYS, cost=1), Offer(2, "material:6", "person:1", ALWAYS, cost=5)]
    found = assemble(Problem([Want(1), Want(2)], [baker, *bowls]))
    assert {each.thing for each in found.offers} == {"person:1", "material:6"}
    assert found.open == ()


def test_the_time_is_the_one_at_which_most_can_be_had() -> None:
    offers = [
        Offer(1, "person:1", "person:1", frozenset({0, 2})),
        Offer(2, "space:1", "hub:1", frozenset({1, 2})),
    ]
    found = assemble(Problem([Want(1), Want(2)], offers, [0, 1, 2]))
    assert (found.time, found.open) == (2, ())


def test_of_equal_sets_the_soonest() -> None:
    offers = [Offer(1, "person:1", "person:1", frozenset({0, 1, 2}))]
    assert assemble(Problem([Want(1)], offers, [9, 2, 4])).time == 1


def test_two_who_are_apart_are_not_in_one_set() -> None:
    offers = [Offer(1, f"person:{each}", f"person:{each}", ALWAYS, cost=each) for each in (1, 2, 3)]
    found = assemble(Problem([Want(1, 2)], offers, apart=[("person:1", "person:2"), ("person:2", "person:3")]))
    assert {each.party for each in found.offers} == {"person:1", "person:3"}


def test_half_of_what_is_needed_is_not_asked_for() -> None:
    found = assemble(Problem([Want(1, 2), Want(2)], [Offer(1, "person:1", "person:1", ALWAYS)]))
    assert found == Assembled(None, (), (1, 2))


def test_nothing_to_be_had() -> None:
    assert assemble(Problem([Want(1), Want(4)], [])) == Assembled(None, (), (1, 4))
    never = [Offer(1, "person:1", "person:1", frozenset())]
    assert assemble(Problem([Want(1)], never)).open == (1,)


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Two neighbours who bake", 2), ("Someone who can sew", 1), ("6 chairs", 6), ("1 or 2 growers", 1),
        ("Two mixing bowls", 2), ("A couple of tables", 2), ("2-3 helpers", 2), ("20", 20), ("at least 4 pots", 4),
        ("500 g of flour", 1), ("2024 calendars", 1), ("3.5 mm drill", 1), ("", 1), ("Onesies", 1), ("8m of cable", 1),
        ("0 pots", 1),
    ],
)  # fmt: skip
def test_how_many_is_read_from_the_words(words: str, units: int) -> None:
    assert units_of(words) == units
