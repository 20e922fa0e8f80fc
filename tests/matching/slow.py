"""Suggestions that take as long as a test says, by a clock that it moves by hand."""

import pytest
from flask import Flask

from participate.core.db import db
from participate.matching import engine
from participate.matching.breaker import Breaker
from participate.matching.queries import suggestions
from participate.matching.ranking.suggest import suggest
from participate.matching.rules import TOO_SLOW
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from tests.street import Street

QUICK, SLOW = TOO_SLOW * 0.99, TOO_SLOW * 1.01


class Hand:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def ask(breaker: Breaker, hand: Hand, took: float) -> bool:
    """Ask one question that takes so long; whether it was asked."""
    began = breaker.begin()
    if began is None:
        return False
    hand.now += took
    breaker.end(began)
    return True


def slow_rankings(app: Flask, street: Street, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The engine of the app, whose rankings take as long as the list says."""
    profiles.add(street.bilal.id, street.bilal.id, PostingKind.INTEREST, "baking bread")
    street.session.easy = True
    db.session.commit()
    took = [SLOW]

    def slowly(*given: object, **more: object) -> object:
        hand.now += took[0]
        return suggest(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(suggestions, "suggest", slowly)
    engine.of(app).breaker = Breaker(hand)
    return took
