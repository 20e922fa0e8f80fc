"""Introductions: one ask at a time, five open a person, and the same pair asked by both at once."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import func, select

from participate.core.db import db
from participate.introductions import queries, rules, service
from participate.introductions.models import Introduction, IntroductionSide
from participate.introductions.service import asking, holding
from participate.introductions.words import IntroductionStatus
from tests.races.racing import Job, Race, Start
from tests.races.seats import GAP, people

ASKING = 8


def asks(a_id: int, b_id: int) -> Job:
    """She would like to meet him."""
    return lambda: service.ask(a_id, b_id, "bread", 30)


def sides_of(person_id: int) -> list[IntroductionSide]:
    """All her sides, as they are in the database."""
    query = select(IntroductionSide).where(IntroductionSide.person_id == person_id)
    return list(db.session.scalars(query.order_by(IntroductionSide.id)))


def one_ask() -> Start:
    """She presses eight cards at once: one neighbour is asked."""
    her, *others = people(ASKING + 1)

    def faults() -> list[str]:
        return [] if len(sides_of(her)) == 1 else [f"{len(sides_of(her))} asked at once"]

    return Start([asks(her, each) for each in others], faults)


def five_open() -> Start:
    """Eight neighbours ask the same one at once: five wait for her, and none of them twice."""
    her, *others = people(ASKING + 1)

    def faults() -> list[str]:
        found = sides_of(her)
        slots = sorted(side.slot or 0 for side in found)
        return [] if slots == list(range(1, rules.MOST_OPEN + 1)) else [f"{len(found)} wait, places {slots}"]

    return Start([asks(each, her) for each in others], faults)


def both_ask() -> Start:
    """Four pairs: each of the two asks the other at the same moment. Each pair has one introduction, and it is open."""
    crowd = people(ASKING)
    pairs = list(zip(crowd[::2], crowd[1::2], strict=True))

    def faults() -> list[str]:
        mine = Introduction.low_id.in_(crowd)
        many = db.session.scalar(select(func.count()).where(mine)) or 0
        opened = db.session.scalar(select(func.count()).where(mine, Introduction.status == IntroductionStatus.OPEN))
        right = (many, opened) == (len(pairs), len(pairs))
        return [] if right else [f"{many} introductions of {len(pairs)} pairs, {opened} open"]

    return Start([asks(*pair) for pair in pairs] + [asks(*pair[::-1]) for pair in pairs], faults)


def _look_then_leap(*_ids: int) -> None:
    """Hold nobody, and let the others come as far as this."""
    db.session.commit()
    time.sleep(GAP)


def _loose_slot(side: IntroductionSide) -> None:
    """A place without a number: nothing in the database counts it."""
    side.slot = None


def _loose_check(**_facts: object) -> None:
    """What was looked at a moment ago is let pass when it was good then."""
    if _facts["asking"] or _facts["own_open"] or _facts["other_open"]:
        raise rules.OneAtATime
    db.session.commit()
    time.sleep(GAP)


@contextmanager
def asks_guard_off() -> Iterator[None]:
    """Nobody is held, and a side does not say that she asks: a look, then a leap."""

    def loosely_asked(actor_id: int, made: Introduction) -> Introduction:
        for side in made.sides:
            side.asks = False
        db.session.flush()
        return made

    with (
        patch.object(holding, "lock", _look_then_leap),
        patch.object(holding, "take_slot", _loose_slot),
        patch.object(rules, "check_ask", _loose_check),
        patch.object(asking, "_asked", loosely_asked),
        patch.object(queries, "is_asking", lambda person_id: bool(sides_of(person_id))),
    ):
        yield


@contextmanager
def places_guard_off() -> Iterator[None]:
    """Nobody is held, and the places have no number."""
    with (
        patch.object(holding, "lock", _look_then_leap),
        patch.object(holding, "take_slot", _loose_slot),
        patch.object(queries, "count_slots", lambda person_id: len(sides_of(person_id))),
        patch.object(rules, "check_ask", _loose_five),
    ):
        yield


def _loose_five(**facts: int) -> None:
    if facts["other_open"] >= rules.MOST_OPEN:
        raise rules.NotJustNow
    db.session.commit()
    time.sleep(GAP)


@contextmanager
def pair_guard_off() -> Iterator[None]:
    """Nobody is held: both look, see nothing, and the second fails on the pair that is there by then."""
    with patch.object(holding, "lock", _look_then_leap), patch.object(rules, "check_ask", _loose_five):
        yield


RACES = (
    Race("one-ask she presses eight cards, one is asked", one_ask, asks_guard_off),
    Race("five-open eight ask one neighbour, five wait", five_open, places_guard_off),
    Race("both-ask each asks the other, one open introduction", both_ask, pair_guard_off),
)
