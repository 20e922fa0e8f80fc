"""The call list: who is on it, what came of it, and the clocks that start when the hub has rung."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db, transaction
from participate.materials import service as materials
from participate.materials.models import Loan
from participate.materials.words import Condition, LoanStatus
from participate.notifications import queries, service
from participate.notifications.models import Call
from participate.notifications.rules import AlreadyTold, NothingToAnswer
from participate.notifications.words import CallOutcome, CallStatus
from participate.outbox import service as outbox
from participate.places.models import Hub
from participate.sessions import service as sessions
from participate.sessions.models import SignUp
from participate.sessions.rules.party import Party, Wish
from participate.sessions.words import SignUpStatus
from tests.materials.build import build_material
from tests.materials.loans import goes_out, wants
from tests.notifications.conftest import promise_letter
from tests.sessions.making import session
from tests.street import NOON, Street, add
from tests.street import person as neighbour

pytestmark = pytest.mark.usefixtures("hello", "laid")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OFFERED, GOING, CANCELLED, LAPSED = (
    SignUpStatus.OFFERED,
    SignUpStatus.GOING,
    SignUpStatus.CANCELLED,
    SignUpStatus.LAPSED,
)
DUE = NOON + 2 * DAY + 5 * HOUR  # Saturday at five: two of the hub's opening days


def without_contact(name: str = "Omar Ali") -> Person:
    """Somebody whom the hub wrote down: a landline, and nothing to write to."""
    made = Person(kind=PersonKind.ENTERED, name=name, ring="020 8000 0000", joined_at=NOON)
    add(made)
    db.session.commit()
    return made


def record(street: Street, outcome: CallOutcome) -> Call:
    [call] = queries.list_calls(street.hub.id).items
    with transaction():
        service.record_call(street.dora.id, call, outcome)
    outbox.run_due()
    return call


def run_at(moment: object) -> None:
    with clock.stop_at(moment):  # type: ignore[arg-type]
        outbox.run_due()


def test_the_call_goes_to_the_hub_that_wrote_her_down_else_to_the_nearest(street: Street) -> None:
    far = Hub(name="The other shop", address="Elsewhere", ward_id=street.other_ward.id)
    add(far)
    written, near, nowhere = (without_contact(name) for name in ("Ana", "Ben", "Cem"))
    written.hub_id, near.ward_id = far.id, street.other_ward.id
    db.session.commit()
    for person in (written, near, nowhere):
        promise_letter(person)
    outbox.run_due()
    hubs = {call.person_id: call.hub_id for call in queries.list_calls(None).items}
    first = min((street.hub, far), key=lambda hub: hub.name)
    assert hubs == {written.id: far.id, near.id: far.id, nowhere.id: first.id}
    assert queries.count_calls(far.id) + queries.count_calls(street.hub.id) == queries.count_calls(None) == 3


def test_what_staff_note(street: Street) -> None:
    promise_letter(without_contact())
    outbox.run_due()
    call = record(street, CallOutcome.NOBODY_THERE)
    assert (call.status, call.tries, call.recorded_at) == (CallStatus.WAITING, 1, None)
    call = record(street, CallOutcome.TOLD)
    assert (call.status, call.recorded_by, call.facts) == (CallStatus.DONE, street.dora.id, {})
    assert queries.count_calls(None) == 0
    rows = db.session.scalars(select(AuditRow).where(AuditRow.kind == "call").order_by(AuditRow.id)).all()
    assert [(row.verb, row.actor_id) for row in rows] == [
        ("call: nobody_there", street.dora.id), ("call: told", street.dora.id),
    ]  # fmt: skip


def test_two_colleagues_note_it_once(street: Street) -> None:
    promise_letter(without_contact())
    outbox.run_due()
    call = record(street, CallOutcome.TOLD)
    with pytest.raises(AlreadyTold):
        service.record_call(street.gita.id, call, CallOutcome.TOLD)


def test_a_yes_to_nothing(street: Street) -> None:
    promise_letter(without_contact())
    outbox.run_due()
    [call] = queries.list_calls(None).items
    with pytest.raises(NothingToAnswer):
        service.record_call(street.dora.id, call, CallOutcome.YES)


def test_what_is_over_leaves_the_list(street: Street) -> None:
    promise_letter(without_contact(), good_until=NOON + HOUR)
    outbox.run_due()
    assert queries.count_calls(street.hub.id) == 1
    with clock.stop_at(NOON + 2 * HOUR):
        assert queries.count_calls(street.hub.id) == 0
        with transaction():
            service.forget_old()
    assert db.session.scalars(select(Call.status)).all() == [CallStatus.GONE]


def offered(street: Street) -> SignUp:
    """A place came free, and Omar, who has no phone to write to, is next; after him Ana."""
    held = session(street, NOON + 10 * DAY, capacity=1)
    sign_ups = [
        sessions.sign_up(who, held, Wish(Party(children=0)))
        for who in (street.chidi, without_contact(), neighbour("Ana"))
    ]
    db.session.commit()
    sessions.stay_away(sign_ups[0])
    db.session.commit()
    outbox.run_due()
    # What the letters about signing up put on the list is told first.
    for call in queries.list_calls(None).items:
        if call.letter != "session_offered":
            with transaction():
                service.record_call(street.dora.id, call, CallOutcome.TOLD)
    db.session.expire_all()
    assert sign_ups[1].status is OFFERED
    return sign_ups[1]


def test_the_time_to_answer_begins_when_the_hub_has_rung(street: Street) -> None:
    sign_up = offered(street)
    assert sign_up.offered_until == DUE
    run_at(NOON + DAY)
    db.session.expire_all()
    assert sign_up.status is OFFERED, "nobody has rung yet"
    with clock.stop_at(NOON + DAY):
        record(street, CallOutcome.TOLD)
    db.session.expire_all()
    assert sign_up.offered_until == NOON + 2 * DAY - HOUR, "twelve hours of the day from then"
    run_at(NOON + 2 * DAY)
    db.session.expire_all()
    assert sign_up.status is LAPSED


@pytest.mark.parametrize(("said", "status"), [(CallOutcome.YES, GOING), (CallOutcome.NO, CANCELLED)])
def test_a_yes_or_a_no_on_the_phone(street: Street, said: CallOutcome, status: SignUpStatus) -> None:
    sign_up = offered(street)
    record(street, said)
    db.session.expire_all()
    assert sign_up.status is status
    next_one = db.session.scalars(select(SignUp).order_by(SignUp.id.desc())).first()
    assert next_one is not None
    assert (next_one.status is OFFERED) is (said is CallOutcome.NO)


def test_a_hub_that_never_rings_keeps_nobody_else_waiting_for_ever(street: Street) -> None:
    sign_up = offered(street)
    run_at(DUE + HOUR)
    db.session.expire_all()
    assert sign_up.status is LAPSED
    statuses = db.session.scalars(select(Call.status).where(Call.letter == "session_offered")).all()
    assert statuses == [CallStatus.GONE]


def borrowed(street: Street) -> Loan:
    """A drill is back, and Omar is next."""
    drill, omar = build_material(street, name="Drill", instant=True), without_contact()
    loan = wants(street.bilal, drill)
    goes_out(street.chidi, loan)
    waits = wants(omar, drill)
    db.session.commit()
    with transaction():
        materials.take_back(street.chidi.id, loan, Condition.GOOD)
    outbox.run_due()
    for call in queries.list_calls(None).items:
        if call.letter != "loan_offered":
            with transaction():
                service.record_call(street.dora.id, call, CallOutcome.TOLD)
    db.session.expire_all()
    assert waits.status is LoanStatus.OFFERED
    return waits


def test_a_turn_to_borrow_waits_for_the_call(street: Street) -> None:
    loan = borrowed(street)
    assert loan.answer_by == DUE
    run_at(NOON + DAY)
    db.session.expire_all()
    assert loan.status is LoanStatus.OFFERED
    assert queries.count_calls(street.hub.id) == 1
    with clock.stop_at(NOON + DAY):
        record(street, CallOutcome.TOLD)
    db.session.expire_all()
    assert loan.answer_by == NOON + 2 * DAY - HOUR


@pytest.mark.parametrize(
    ("said", "status"), [(CallOutcome.YES, LoanStatus.AGREED), (CallOutcome.NO, LoanStatus.CANCELLED)]
)
def test_a_yes_or_a_no_to_a_turn(street: Street, said: CallOutcome, status: LoanStatus) -> None:
    loan = borrowed(street)
    record(street, said)
    db.session.expire_all()
    assert loan.status is status


def test_no_name_and_no_words_in_the_log(street: Street, app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    promise_letter(without_contact("Zebulon Quark"), facts={"name": "canary-words"})
    outbox.run_due()
    record(street, CallOutcome.TOLD)
    said = capsys.readouterr()
    assert "Zebulon" not in said.out + said.err
    assert "canary" not in said.out + said.err
