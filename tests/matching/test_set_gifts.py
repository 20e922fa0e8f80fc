"""What is given away in a set: asked for as by any neighbour, kept after a yes, free again when it is called off."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.matching.assembling import rules
from participate.matching.assembling.writing import read
from participate.matching.models import Ask, AskLine, ProjectSet
from participate.matching.queries import asks, sets
from participate.matching.service import answering_asks, asking
from participate.matching.words import AskStatus, SetStatus
from participate.materials.models import GiftAsk
from participate.materials.rules import giving as giving_rules
from participate.materials.service import giving
from participate.materials.words import Deal, GiftStatus
from tests.matching.set_street import Spinning, build
from tests.statements import count_statements
from tests.street import Street
from tests.walks.hands import Hands

STARTS = datetime(2026, 7, 9, 17, 0, tzinfo=UTC)
IN_TIME = STARTS - rules.LAST_ANSWER - rules.TO_SETTLE
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("decided_by", "in_time"),
    [
        (IN_TIME, True),
        (IN_TIME - DAY, True),
        (IN_TIME + timedelta(seconds=1), False),
        (STARTS - rules.LAST_ANSWER, False),
        (STARTS, False),
        (STARTS + DAY, False),
    ],
)
def test_a_gift_is_in_time_while_something_else_can_still_be_found(decided_by: datetime, in_time: bool) -> None:
    assert rules.gift_in_time(decided_by, STARTS) is in_time


@pytest.fixture
def giver(app: Flask, street: Street) -> Spinning:
    """The keeper of the spindles gives them away."""
    spinning = build(street)
    spinning.spindles.deal = Deal.GIVE
    record(None, "changed", "material", spinning.spindles.id)
    db.session.commit()
    return spinning


def proposed(giver: Spinning) -> sets.Proposal:
    return sets.propose(giver.project, 8, giver.street.amina.id)


def is_in(found: sets.Proposal, giver: Spinning) -> bool:
    return f"material:{giver.spindles.id}" in ({each.thing for each in read(found.line)[1]} if found.line else set())


def ask(giver: Spinning) -> tuple[ProjectSet, Ask, AskLine]:
    """Amina presses the button: the set, the ask for the gift, and its line."""
    made = asking.ask_all(giver.street.amina.id, giver.project, 8, proposed(giver).line)
    db.session.commit()
    (one,) = (each for each in made.asks for line in each.lines if line.material_id)
    return made, one, one.lines[0]


def gift_of(line: AskLine) -> GiftAsk:
    db.session.refresh(line)
    assert line.gift is not None
    db.session.refresh(line.gift)
    return line.gift


@pytest.mark.parametrize(
    ("window", "by_lot", "day"),
    [
        (None, False, 9),  # the first Thursday: others may ask until Sunday, and it is known on Wednesday
        (3, False, 9),
        (7, False, 16),  # others may ask until that Thursday
        (7, True, 16),
        (5, True, 9),  # lots are drawn on Tuesday
        (5, False, 16),  # the giver may choose until Friday
    ],
)
def test_it_meets_the_need_at_a_time_at_which_it_is_known_who_gets_it(
    giver: Spinning, window: int | None, by_lot: bool, day: int
) -> None:
    until = giving_rules.window_closes(clock.now(), window) if window else None
    giver.spindles.asks_until, giver.spindles.by_lot = until, by_lot
    db.session.commit()
    found = proposed(giver)
    assert found.open == []
    assert is_in(found, giver)
    assert found.slot is not None
    assert clock.local(found.slot.starts_at).day == day


@pytest.mark.parametrize(
    ("what", "proposes"),
    [
        ("nothing", True),
        ("another waits, while there is time", True),
        ("another waits, and it is being decided", False),
        ("amina asked for it herself", False),
        ("amina asked, and called it off", True),
        ("amina gives it", False),
        ("it costs points", False),
        ("all is given", False),
        ("it is hidden", False),
    ],
)
def test_what_of_gifts_is_proposed(giver: Spinning, what: str, proposes: bool) -> None:
    thing, amina, now = giver.spindles, giver.street.amina, clock.now()
    if "another waits" in what:
        giving.ask_gift(giver.street.chidi.id, thing)
    if "amina asked" in what:
        hers = giving.ask_gift(amina.id, thing)
        if "called it off" in what:
            giving.call_off(amina.id, hers)
    thing.asks_until = now - DAY if "being decided" in what else thing.asks_until
    thing.keeper_id = amina.id if "gives it" in what else thing.keeper_id
    thing.points = 1 if "points" in what else 0
    thing.out = thing.how_many if "all is given" in what else 0
    thing.hidden_at = now if "hidden" in what else None
    db.session.commit()
    assert is_in(proposed(giver), giver) is proposes


def test_no_more_than_are_left_and_one_where_not_all_are(giver: Spinning) -> None:
    giver.spindles.out = giver.spindles.how_many - 1
    db.session.commit()
    found = proposed(giver)
    assert [need.words for need in found.open] == ["Two spindles"], "one is left of two that are wanted"


def test_one_press_asks_as_any_neighbour_asks(giver: Spinning) -> None:
    _made, one, line = ask(giver)
    gift = gift_of(line)
    assert (gift.status, gift.units, gift.person_id) == (GiftStatus.ASKED, 2, giver.street.amina.id)
    assert gift.words == "Wool Club: Two spindles", "whoever gives it reads what for"
    assert (one.status, one.person_id, line.loan_id) == (AskStatus.ASKED, None, None)
    assert giver.spindles.asks_until is not None, "others have their time to ask"
    assert giver.spindles.out == 0
    with pytest.raises(giving_rules.StillTimeToAsk):
        giving.choose(giver.keeper.id, giver.spindles, [gift.id])


def test_staff_ask_in_the_name_of_the_project(giver: Spinning) -> None:
    made = asking.ask_all(giver.street.dora.id, giver.project, 8, proposed(giver).line)
    (line,) = (line for each in made.asks for line in each.lines if line.material_id)
    assert gift_of(line).person_id == giver.street.amina.id


def test_a_yes_keeps_it_for_the_project(giver: Spinning) -> None:
    made, one, line = ask(giver)
    with clock.stop_at(choosing(giver)):
        answering_asks.look_after(made.id)
        db.session.commit()
        assert one.status is AskStatus.ASKED, "nobody who answers later than a person is too late"
        giving.choose(giver.keeper.id, giver.spindles, [gift_of(line).id])
        answering_asks.look_after(made.id)
        db.session.commit()
    assert one.status is AskStatus.YES
    assert giver.spindles.out == 2
    (told,) = (each for each in sets.lines_of(made) if each.what == "Two spindles")
    assert (told.sure, told.asked, told.open, told.given) == (["Spindle"], 0, 0, False)


def choosing(giver: Spinning) -> datetime:
    """The time to ask is over."""
    assert giver.spindles.asks_until is not None
    return giver.spindles.asks_until + timedelta(minutes=1)


def test_while_it_waits_the_page_says_so(giver: Spinning) -> None:
    made, _one, _line = ask(giver)
    (told,) = (each for each in sets.lines_of(made) if each.what == "Two spindles")
    assert (told.sure, told.asked, told.given) == ([], 2, True)


def test_called_off_it_is_free_again(giver: Spinning) -> None:
    made, one, line = ask(giver)
    with clock.stop_at(choosing(giver)):
        giving.choose(giver.keeper.id, giver.spindles, [gift_of(line).id])
        answering_asks.look_after(made.id)
        db.session.commit()
        assert giver.spindles.out == 2
        answering_asks.call_off(giver.street.amina.id, made)
        db.session.commit()
    assert gift_of(line).status is GiftStatus.CANCELLED
    assert giver.spindles.out == 0
    assert one.status is AskStatus.YES, "the giver had said yes"


def test_called_off_before_it_was_decided(giver: Spinning) -> None:
    made, one, line = ask(giver)
    answering_asks.call_off(giver.street.amina.id, made)
    db.session.commit()
    assert gift_of(line).status is GiftStatus.CANCELLED
    assert one.status is AskStatus.OFF
    assert is_in(proposed(giver), giver), "it can be asked for again"


def test_who_goes_ahead_without_it_asks_for_it_no_more(giver: Spinning) -> None:
    made, _one, line = ask(giver)
    first = next(each for each in made.asks if asks.is_by_letter(each))
    answering_asks.answer(first.person_id or 0, first.id, yes=True)
    answering_asks.go_ahead(giver.street.amina.id, made)
    db.session.commit()
    assert db.session.get_one(ProjectSet, made.id).status is SetStatus.READY
    assert gift_of(line).status is GiftStatus.CANCELLED


def test_what_was_handed_over_stays(giver: Spinning) -> None:
    made, _one, line = ask(giver)
    with clock.stop_at(choosing(giver)):
        giving.choose(giver.keeper.id, giver.spindles, [gift_of(line).id])
        giving.hand_over(giver.keeper.id, gift_of(line))
        answering_asks.look_after(made.id)
        answering_asks.call_off(giver.street.amina.id, made)
        db.session.commit()
    assert gift_of(line).status is GiftStatus.HANDED
    assert giver.spindles.out == 2


def test_who_is_not_chosen_looks_elsewhere(giver: Spinning) -> None:
    made, one, line = ask(giver)
    other = giving.ask_gift(giver.street.chidi.id, giver.spindles, 4)
    db.session.commit()
    with clock.stop_at(choosing(giver)):
        giving.choose(giver.keeper.id, giver.spindles, [other.id])
        answering_asks.look_after(made.id)
        db.session.commit()
        left = {each.what: each.open for each in sets.lines_of(made)}
    assert gift_of(line).status is GiftStatus.NOT_THIS_TIME
    assert one.status is AskStatus.NO
    assert left["Two spindles"] == 2


def test_who_is_given_fewer_still_lacks_the_rest(giver: Spinning) -> None:
    giver.spindles.how_many = 2
    db.session.commit()
    made, one, line = ask(giver)
    other = giving.ask_gift(giver.street.chidi.id, giver.spindles)
    db.session.commit()
    with clock.stop_at(choosing(giver)):
        giving.choose(giver.keeper.id, giver.spindles, [other.id, gift_of(line).id])
        answering_asks.look_after(made.id)
        db.session.commit()
        lacking = [(need.words, units) for need, units in sets.list_lacking(made)]
    assert (one.status, line.units) == (AskStatus.YES, 1)
    assert ("Two spindles", 1) in lacking


def test_a_giver_who_spins_is_asked_to_come_by_letter_and_for_her_gift_apart(giver: Spinning) -> None:
    spinner = giver.spinners[2]
    giver.spindles.keeper_id = spinner.id
    record(None, "changed", "material", giver.spindles.id)
    db.session.commit()
    _made, one, line = ask(giver)
    hers = giver.asked(spinner)
    assert hers is not None
    assert hers.id != one.id
    assert [each.material_id for each in hers.lines] == [None]
    answering_asks.answer(spinner.id, hers.id, yes=True)
    assert gift_of(line).status is GiftStatus.ASKED, "her yes to come takes nothing from those who ask too"


def test_many_gifts_are_looked_at_in_one_statement(giver: Spinning) -> None:
    def statements() -> int:
        with count_statements() as counted:
            proposed(giver)
        return sum("FROM gift_ask" in text for text in counted.texts)

    proposed(giver)
    assert statements() == 1
    giver.spindles.deal = Deal.LEND
    db.session.commit()
    proposed(giver)
    assert statements() == 0


def test_the_pages_say_that_it_is_given_away(app: Flask, giver: Spinning) -> None:
    amina = Hands(app.test_client().become(giver.street.amina))  # type: ignore[attr-defined]
    page = f"/projects/{giver.project.id}/set"
    source = amina.read(page)
    assert "given away" in source
    assert "other neighbours may ask for too" in source
    amina.fill(page, {}, to="/ask")
    assert "is not yours yet" in amina.read(page)
    keeper = Hands(app.test_client().become(giver.keeper))  # type: ignore[attr-defined]
    assert "Wool Club: Two spindles" in keeper.read(f"/materials/{giver.spindles.id}/askers")
