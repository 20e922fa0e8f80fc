"""A set is proposed, asked for in one press, mended when somebody cannot, and called off; with what it never does."""

from datetime import timedelta

import pytest
from flask import Flask

from participate.accounts.service import set_apart
from participate.core import clock
from participate.core.db import db
from participate.matching.assembling import rules
from participate.matching.assembling.writing import read
from participate.matching.models import ProjectSet
from participate.matching.queries import asks, sets
from participate.matching.service import answering_asks, asking
from participate.matching.words import AskStatus, SetStatus
from participate.materials import service as materials
from participate.materials.words import LoanStatus
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from participate.projects.words import NeedStatus
from participate.spaces import service as spaces
from participate.spaces.rules import Slot, What
from participate.spaces.words import BookingStatus
from tests.matching.set_street import THURSDAY, Spinning, build
from tests.street import Street


@pytest.fixture
def spinning(app: Flask, street: Street) -> Spinning:
    return build(street)


def proposed(spinning: Spinning) -> sets.Proposal:
    return sets.propose(spinning.project, 8, spinning.street.amina.id)


def things(found: sets.Proposal) -> set[str]:
    return {each.thing for each in read(found.line)[1]}


def ask(spinning: Spinning) -> ProjectSet:
    """Amina presses the button."""
    made = asking.ask_all(spinning.street.amina.id, spinning.project, 8, proposed(spinning).line)
    db.session.commit()
    return made


def work() -> None:
    db.session.commit()
    outbox.run_due()


def letters(name: str) -> list[str]:
    """The keys of the letters of this name that were promised."""
    return list(db.session.scalars(db.select(Promise.key).where(Promise.key.like(f"{name}:%")).order_by(Promise.id)))


def test_two_spinners_a_loom_spindles_and_the_evening_on_which_all_can(spinning: Spinning) -> None:
    found = proposed(spinning)
    assert found.open == []
    assert found.parties == 4
    assert found.slot is not None
    begins = clock.local(found.slot.starts_at)
    assert (begins.weekday(), begins.hour) == (THURSDAY, 18)
    spinners = {f"person:{each.id}" for each in spinning.spinners}
    assert len(things(found) & spinners) == 2
    assert things(found) - spinners == {f"space:{spinning.room.id}", f"material:{spinning.spindles.id}"}


def test_whoever_keeps_the_spindles_and_spins_is_asked_once(spinning: Spinning) -> None:
    spinning.spindles.keeper_id = spinning.spinners[2].id
    db.session.commit()
    found = proposed(spinning)
    assert found.parties == 3
    assert f"person:{spinning.spinners[2].id}" in things(found)


def test_a_need_that_nobody_can_meet_stays_open(app: Flask, street: Street) -> None:
    found = proposed(build(street, spinners=1))
    assert [need.words for need in found.open] == ["Two neighbours who can spin wool"]
    assert found.parties == 2


def test_a_booked_room_is_taken_at_another_time(spinning: Spinning) -> None:
    first = proposed(spinning).slot
    assert first is not None
    spaces.book(
        spinning.street.dora.id, spinning.room, Slot(first.starts_at, first.ends_at), What("Choir"), as_keeper=True
    )
    db.session.commit()
    second = proposed(spinning)
    assert second.open == []
    assert second.slot is not None
    assert second.slot.starts_at > first.ends_at


def test_nobody_is_asked_whom_the_team_does_not_meet(spinning: Spinning) -> None:
    set_apart(spinning.spinners[0].id, spinning.spinners[0].id, spinning.street.amina.id)
    set_apart(spinning.spinners[1].id, spinning.spinners[1].id, spinning.spinners[2].id)
    db.session.commit()
    found = proposed(spinning)
    assert [need.words for need in found.open] == ["Two neighbours who can spin wool"]


def test_one_press_asks_people_books_the_space_and_asks_for_the_things(spinning: Spinning) -> None:
    made = ask(spinning)
    booking = next(line.booking for each in made.asks for line in each.lines if line.space_id)
    loan = next(line.loan for each in made.asks for line in each.lines if line.material_id)
    assert booking is not None
    assert (booking.status, booking.subject, booking.person_id) == (
        BookingStatus.ASKED, f"project:{spinning.project.id}", spinning.street.amina.id,
    )  # fmt: skip
    assert loan is not None
    assert (loan.status, loan.units, loan.person_id) == (LoanStatus.ASKED, 2, spinning.street.amina.id)
    people = sorted(each.person_id for each in made.asks if each.person_id)
    assert len(people) == 3
    assert spinning.keeper.id in people
    assert len(letters("ask_new")) == 2, "the keeper hears of it as of any loan"


def test_what_is_of_the_hub_whose_staff_presses_is_agreed_at_once(spinning: Spinning) -> None:
    made = asking.ask_all(spinning.street.dora.id, spinning.project, 8, proposed(spinning).line)
    booking = next(line.booking for each in made.asks for line in each.lines if line.space_id)
    assert booking is not None
    assert (booking.status, booking.person_id) == (BookingStatus.AGREED, spinning.street.amina.id)


def test_whoever_is_being_asked_is_in_no_other_set(spinning: Spinning) -> None:
    made = ask(spinning)
    taken = {each.person_id for each in made.asks}
    from_other = sets.propose(spinning.street.project, 8, spinning.street.dora.id)
    assert not {f"person:{each}" for each in taken} & (things(from_other) if from_other.line else set())
    assert asks.list_not_to_ask(spinning.street.project.id) >= {each for each in taken if each}


def test_a_second_press_asks_nobody_twice(spinning: Spinning) -> None:
    line = proposed(spinning).line
    ask(spinning)
    with pytest.raises(rules.AskingAlready):
        asking.ask_all(spinning.street.dora.id, spinning.project, 8, line)


@pytest.mark.parametrize(
    "line", ["", "now", "2026-07-09T17:00:00+00:00 1/person:3/1", "2026-07-09T17:00:00 1/person:3/1"]
)
def test_only_what_was_found_can_be_asked_for(spinning: Spinning, line: str) -> None:
    with pytest.raises(rules.SetChanged):
        asking.ask_all(spinning.street.dora.id, spinning.project, 8, line)


def test_after_a_no_the_next_is_asked_and_after_all_said_yes_it_is_on(spinning: Spinning) -> None:
    made = ask(spinning)
    first, second = [each for each in made.asks if asks.is_by_letter(each)]
    third = next(each for each in spinning.spinners if each.id not in (first.person_id, second.person_id))
    answering_asks.answer(first.person_id or 0, first.id, yes=False)
    assert spinning.asked(third) is None, "the worker asks her"
    work()
    mended = spinning.asked(third)
    assert mended is not None
    for each in (second, mended):
        answering_asks.answer(each.person_id or 0, each.id, yes=True)
    work()
    assert db.session.get_one(ProjectSet, made.id).status is SetStatus.ASKING, "room and spindles have not answered"
    _agree_to_things(spinning, made)
    answering_asks.look_after(made.id)
    work()
    assert db.session.get_one(ProjectSet, made.id).status is SetStatus.READY
    assert {need.status for need in spinning.project.needs} == {NeedStatus.MET}
    told = {int(key.rsplit(":", 1)[1]) for key in letters("ask_ready")}
    assert told == {second.person_id, third.id, spinning.street.amina.id}


def _agree_to_things(spinning: Spinning, made: ProjectSet) -> None:
    for each in made.asks:
        for line in each.lines:
            if line.booking is not None:
                spaces.agree(spinning.street.dora.id, line.booking)
            if line.loan is not None:
                materials.agree(spinning.keeper.id, line.loan)


def test_what_a_keeper_declines_is_asked_elsewhere_or_told_to_whoever_asked(spinning: Spinning) -> None:
    made = ask(spinning)
    booking = next(line.booking for each in made.asks for line in each.lines if line.booking)
    spaces.decline(spinning.street.dora.id, booking, "The loom is broken.")
    answering_asks.look_after(made.id)
    db.session.commit()
    left = {line.what: line.open for line in sets.lines_of(made)}
    assert left["A room with a loom"] == 1
    assert len(letters("ask_open")) == 1
    answering_asks.look_after(made.id)
    assert len(letters("ask_open")) == 1, "once"


def test_no_answer_in_time_is_as_a_no(spinning: Spinning) -> None:
    made = ask(spinning)
    with clock.stop_at(max(each.good_until for each in made.asks) + timedelta(minutes=1)):
        answering_asks.look_after(made.id)
        db.session.commit()
        late = [each for each in made.asks if each.status is AskStatus.LATE]
        hers = next(each for each in late if asks.is_by_letter(each))
        with pytest.raises(rules.AskOver):
            answering_asks.answer(hers.person_id or 0, hers.id, yes=True)
    assert len(late) == 4


def test_called_off_frees_everything_and_tells_who_said_yes(spinning: Spinning) -> None:
    made = ask(spinning)
    first = next(each for each in made.asks if asks.is_by_letter(each))
    answering_asks.answer(first.person_id or 0, first.id, yes=True)
    answering_asks.call_off(spinning.street.dora.id, made)
    db.session.commit()
    stand = {line.booking.status for each in made.asks for line in each.lines if line.booking}
    assert stand == {BookingStatus.CANCELLED}
    assert {each.status for each in made.asks} == {AskStatus.YES, AskStatus.OFF}
    assert sorted(letters("ask_off")) == sorted(
        f"ask_off:{made.id}:{each}" for each in (first.person_id, spinning.street.amina.id)
    )
    with pytest.raises(rules.NobodyAsked):
        answering_asks.call_off(spinning.street.dora.id, made)


def test_she_who_lends_too_says_yes_once(spinning: Spinning) -> None:
    spinning.spindles.keeper_id = spinning.spinners[2].id
    db.session.commit()
    made = ask(spinning)
    hers = next(each for each in made.asks if each.person_id == spinning.spinners[2].id)
    assert len(hers.lines) == 2
    answering_asks.answer(spinning.spinners[2].id, hers.id, yes=True)
    loan = next(line.loan for line in hers.lines if line.material_id)
    assert loan is not None
    assert loan.status is LoanStatus.AGREED
    answering_asks.answer(spinning.spinners[2].id, hers.id, yes=False)
    assert loan.status is LoanStatus.CANCELLED, "she may take it back while the others are asked"


def test_nobody_who_was_asked_is_named_before_her_yes(spinning: Spinning) -> None:
    made = ask(spinning)
    first = next(each for each in made.asks if asks.is_by_letter(each))
    assert all(line.sure == [] for line in sets.lines_of(made))
    answering_asks.answer(first.person_id or 0, first.id, yes=True)
    names = [name for line in sets.lines_of(made) for name in line.sure]
    assert names == [first.person.first_name if first.person else ""]
