"""Things given away: asked for within a window, then chosen or drawn, handed over; each told once."""

from collections import Counter
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.core import clock
from participate.core.db import db
from participate.materials import service as listing
from participate.materials.models import GiftAsk, Material
from participate.materials.queries import giving as queries
from participate.materials.rules import giving as rules
from participate.materials.service import giving as service
from participate.materials.words import Deal, GiftStatus
from participate.outbox.models import Promise
from tests.materials.build import build_material
from tests.street import Street

LATER = timedelta(days=2)


def gift(street: Street, **more: object) -> Material:
    """Chidi gives a pram; neighbours may ask for a day."""
    facts = {"deal": Deal.GIVE, "name": "Pram", "asks_until": clock.now() + timedelta(days=1)}
    return build_material(street, **(facts | more))


def asked(street: Street, thing: Material, *names: str, units: int = 1) -> dict[str, GiftAsk]:
    return {name: service.ask_gift(street.person(name).id, thing, units) for name in names}  # type: ignore[union-attr]


def letters(name: str) -> Counter[int]:
    rows = db.session.scalars(select(Promise.payload).where(Promise.name == "letter"))
    return Counter(row["person_id"] for row in rows if row["name"] == name)


def test_nobody_gets_it_before_everybody_had_the_same_time(app: Flask, street: Street) -> None:
    thing = gift(street)
    one = asked(street, thing, "amina", "bilal")["amina"]
    with pytest.raises(rules.StillTimeToAsk):
        service.choose(street.chidi.id, thing, [one.id])
    with pytest.raises(rules.StillTimeToAsk):
        service.draw(None, thing)
    service.settle_gifts()
    assert one.status is GiftStatus.ASKED


def test_the_giver_chooses_and_the_others_hear_kindly_each_once(app: Flask, street: Street) -> None:
    thing = gift(street)
    asks = asked(street, thing, "amina", "bilal", "dora")
    with clock.stop_at(clock.now() + LATER):
        service.settle_gifts()
        service.settle_gifts()
        service.choose(street.chidi.id, thing, [asks["bilal"].id], "Saturday at 10")
        service.settle_gifts()
    assert asks["bilal"].status is GiftStatus.CHOSEN
    assert asks["bilal"].reply == "Saturday at 10"
    assert thing.out == 1
    assert letters("gift_giver") == {street.chidi.id: 1}
    assert letters("gift_yours") == {street.bilal.id: 1}
    assert letters("gift_not_this_time") == {street.amina.id: 1, street.dora.id: 1}


def test_lots_are_drawn_when_the_giver_wants_so(app: Flask, street: Street) -> None:
    thing = gift(street, by_lot=True, how_many=2)
    asks = asked(street, thing, "amina", "bilal", "dora", units=2)
    with clock.stop_at(clock.now() + LATER):
        service.settle_gifts()
    won = [ask for ask in asks.values() if ask.status is GiftStatus.CHOSEN]
    assert sorted(ask.lot for ask in asks.values()) == [1, 2, 3]  # type: ignore[type-var]
    assert [ask.units for ask in won] == [1, 1]
    assert {ask.lot for ask in won} == {1, 2}
    assert thing.out == 2
    assert sum(letters("gift_yours").values()) == 2
    assert sum(letters("gift_not_this_time").values()) == 1


def test_every_lot_can_win(app: Flask, street: Street) -> None:
    """With the order of asking as the order of the lots this would see one winner only."""
    winners = set()
    for number in range(24):
        thing = gift(street, name=f"Pram {number}", by_lot=True)
        asks = asked(street, thing, "amina", "bilal", "dora")
        with clock.stop_at(clock.now() + LATER):
            service.draw(None, thing)
        winners |= {name for name, ask in asks.items() if ask.status is GiftStatus.CHOSEN}
    assert winners == {"amina", "bilal", "dora"}


def test_a_giver_who_does_not_choose_lets_lots_decide(app: Flask, street: Street) -> None:
    thing = gift(street)
    asks = asked(street, thing, "amina", "bilal")
    with clock.stop_at(clock.now() + LATER):
        service.settle_gifts()
    assert {ask.status for ask in asks.values()} == {GiftStatus.ASKED}
    with clock.stop_at(clock.now() + LATER + rules.TO_CHOOSE):
        service.settle_gifts()
    assert sorted(ask.status for ask in asks.values()) == [GiftStatus.CHOSEN, GiftStatus.NOT_THIS_TIME]


def test_asking_ends_with_the_window_and_begins_anew_when_nobody_asked(app: Flask, street: Street) -> None:
    thing = gift(street)
    asked(street, thing, "amina")
    with clock.stop_at(clock.now() + LATER), pytest.raises(rules.TimeToAskOver):
        asked(street, thing, "bilal")
    lonely = gift(street, name="Cot")
    with clock.stop_at(clock.now() + LATER):
        asked(street, lonely, "bilal")
        assert lonely.asks_until == rules.window_closes(clock.now(), rules.USUAL_WINDOW)
        assert queries.gift_of(lonely, street.bilal.id).open


def test_the_first_who_asks_begins_the_time_of_a_gift_that_has_none(app: Flask, street: Street) -> None:
    thing = gift(street, asks_until=None)
    assert queries.gift_of(thing, None).open
    asked(street, thing, "amina")
    assert thing.asks_until == rules.window_closes(clock.now(), rules.USUAL_WINDOW)


def test_one_asks_once_and_may_ask_again_after_calling_off(app: Flask, street: Street) -> None:
    thing = gift(street)
    ask = asked(street, thing, "amina")["amina"]
    with pytest.raises(rules.AskedAlready):
        asked(street, thing, "amina")
    service.call_off(street.amina.id, ask)
    assert asked(street, thing, "amina")["amina"].status is GiftStatus.ASKED
    assert db.session.scalar(select(func.count(GiftAsk.id))) == 1


def test_not_ones_own_not_what_is_lent_not_more_than_there_is(app: Flask, street: Street) -> None:
    thing = gift(street, how_many=2)
    with pytest.raises(rules.YourOwnGift):
        service.ask_gift(street.chidi.id, thing, own=True)
    with pytest.raises(rules.MoreThanThere):
        asked(street, thing, "amina", units=3)
    with pytest.raises(rules.NotToGive):
        asked(street, build_material(street), "amina")


def test_whoever_calls_off_makes_room_for_the_next_lot(app: Flask, street: Street) -> None:
    thing = gift(street, by_lot=True)
    asks = asked(street, thing, "amina", "bilal")
    with clock.stop_at(clock.now() + LATER):
        service.settle_gifts()
        first = next(ask for ask in asks.values() if ask.status is GiftStatus.CHOSEN)
        other = next(ask for ask in asks.values() if ask is not first)
        service.call_off(first.person_id, first)
        assert other.status is GiftStatus.CHOSEN
        assert thing.out == 1
        service.hand_over(street.chidi.id, other)
        with pytest.raises(rules.GiftMovedOn):
            service.call_off(other.person_id, other)
    assert letters("gift_yours") == {street.amina.id: 1, street.bilal.id: 1}


def test_whoever_calls_off_lets_the_giver_choose_again(app: Flask, street: Street) -> None:
    thing = gift(street)
    asks = asked(street, thing, "amina", "bilal")
    with clock.stop_at(clock.now() + LATER):
        service.choose(street.chidi.id, thing, [asks["amina"].id])
        service.call_off(street.chidi.id, asks["amina"])
        assert thing.out == 0
        service.choose(street.chidi.id, thing, [asks["bilal"].id])
    assert asks["bilal"].status is GiftStatus.CHOSEN
    assert letters("gift_giver") == {street.chidi.id: 1}


def test_nobody_is_chosen_who_did_not_ask_and_no_more_than_there_are(app: Flask, street: Street) -> None:
    thing, other = gift(street), gift(street, name="Cot")
    asks = asked(street, thing, "amina", "bilal")
    elsewhere = asked(street, other, "dora")["dora"]
    with clock.stop_at(clock.now() + LATER):
        for ids in ([], [elsewhere.id], [asks["amina"].id, 999]):
            with pytest.raises(rules.GiftMovedOn):
                service.choose(street.chidi.id, thing, ids)
        with pytest.raises(rules.MoreThanThere):
            service.choose(street.chidi.id, thing, [ask.id for ask in asks.values()])
    assert thing.out == 0


def test_a_thing_that_goes_off_the_list_is_told_to_those_who_hoped(app: Flask, street: Street) -> None:
    thing = gift(street)
    asked(street, thing, "amina", "bilal")
    listing.remove(street.chidi.id, thing)
    assert letters("gift_not_this_time") == {street.amina.id: 1, street.bilal.id: 1}
    assert db.session.scalar(select(func.count(GiftAsk.id))) == 0
