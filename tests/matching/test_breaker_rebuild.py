"""Suggestions that rest ask for another index, in case that is at fault: once, and not again within the hour (F-41)."""

import itertools
import time
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from participate.matching import building, engine
from participate.matching.breaker import Breaker
from participate.matching.rules import REBUILD_EVERY, REST, SLOW_IN_A_ROW
from tests.matching.slow import QUICK, SLOW, Hand, ask, slow_rankings
from tests.street import Street


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def slow(app: Flask, street: Street, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    return slow_rankings(app, street, hand, monkeypatch)


@pytest.mark.parametrize(
    ("rests_at", "asks"),
    [
        ([], 0),
        ([0], 1),
        ([0, REST], 1),  # another rest at once
        ([0, REBUILD_EVERY - SLOW_IN_A_ROW], 1),
        ([0, REBUILD_EVERY + 1], 2),
        ([0, 2 * REST, REBUILD_EVERY + 1, REBUILD_EVERY + 2 * REST, 2 * REBUILD_EVERY + 2], 3),
    ],
)
def test_a_rest_asks_once_for_what_mends_it_and_not_again_within_the_hour(
    hand: Hand, rests_at: list[float], asks: int
) -> None:
    asked: list[float] = []
    breaker, start = Breaker(hand, on_rest=lambda: asked.append(hand.now)), hand.now
    for at in rests_at:
        hand.now = max(hand.now, start + at)
        while not breaker.rests:
            ask(breaker, hand, SLOW)
        for _time in range(5):
            ask(breaker, hand, SLOW)  # nobody is asked while it rests
        hand.now += REST
        ask(breaker, hand, QUICK)
    assert len(asked) == asks
    assert all(later - earlier >= REBUILD_EVERY for earlier, later in itertools.pairwise(asked))


def test_a_slow_trial_is_another_rest_that_asks_for_nothing(hand: Hand) -> None:
    asked: list[float] = []
    breaker = Breaker(hand, on_rest=lambda: asked.append(hand.now))
    for _time in range(SLOW_IN_A_ROW):
        ask(breaker, hand, SLOW)
    for _time in range(10):
        hand.now += REST
        assert ask(breaker, hand, SLOW)
    assert len(asked) == 1


@pytest.mark.parametrize(("age", "anew"), [(REBUILD_EVERY + 60, True), (REBUILD_EVERY - 60, False)])
def test_a_rest_has_an_index_made_anew_that_is_not_young(
    app: Flask, client: FlaskClient, street: Street, hand: Hand, slow: list[float], age: float, anew: bool
) -> None:
    client.become(street.chidi).get("/for-you")
    serves = engine.of(app)
    serves.breaker = Breaker(hand, on_rest=serves.build_anew)
    first = serves._built = replace(serves._built, at=time.time() - age)
    for _time in range(SLOW_IN_A_ROW):
        assert serves._built is first
        client.get("/for-you")
    second = serves._built
    assert (second is not first) is anew
    hand.now += REST
    client.get("/for-you")
    assert serves.breaker.rests
    assert serves._built is second, "once"


def test_a_build_that_a_rest_asked_for_and_that_fails_is_not_tried_again_and_again(
    app: Flask, street: Street, slow: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    serves = engine.of(app)
    serves.build()
    first = serves._built = replace(serves._built, at=time.time() - REBUILD_EVERY - 60)
    asked: list[int] = []
    monkeypatch.setattr(serves, "start", lambda: asked.append(1))
    serves.build_anew()
    assert serves._is_worn(first)

    def fail() -> None:
        raise building.NotBuilt("no room")

    monkeypatch.setattr(serves, "_picked_up", lambda: False)
    monkeypatch.setattr(serves, "_have_it_built", fail)
    serves.renew()
    assert asked == [1]
    assert serves.failing
    assert not serves._is_worn(first), "it serves on, and nobody starts another build"
