"""Senders that are down, silent, busy or refuse: nothing is lost, nothing comes twice, and each has its order."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from participate.core import clock, mail
from participate.core.db import db, transaction
from participate.notifications import queries
from participate.notifications.models import Gate
from participate.notifications.words import Way
from participate.outbox import service as outbox
from participate.outbox.models import Promise
from tests.core.fake_smtp import Post, serving
from tests.core.fake_texts import Sender
from tests.notifications.conftest import ledger, promise_letter
from tests.street import NOON, Street

pytestmark = pytest.mark.usefixtures("hello")
MINUTE = timedelta(minutes=1)


def run_until(end: datetime, step: timedelta, start: datetime = NOON) -> None:
    """A worker that looks every `step` on the fake clock."""
    moment = start
    while moment <= end:
        with clock.stop_at(moment):
            outbox.run_due()
        moment += step


def outcomes() -> list[str]:
    return list(db.session.scalars(select(Promise.outcome).order_by(Promise.id)))


def test_an_hour_without_a_mail_server(street: Street, post: Post) -> None:
    """F-34: all mail after recovery, once, in order for each person; codes that are over are not sent."""
    people = (street.chidi, street.amina)
    for minute in range(0, 60, 6):  # letters and codes go on being promised while the server is away
        with clock.stop_at(NOON + minute * MINUTE):
            for person in people:
                promise_letter(person, facts={"name": f"letter {minute}"})
            code = {"name": "code", "channel": "mail", "to": "c@example.org", "facts": {"digits": f"{minute:06}"}}
            with transaction():
                outbox.promise("letter.to_contact", code, good_until=clock.now() + 10 * MINUTE)
            outbox.run_due()
        run_until(NOON + (minute + 5) * MINUTE, MINUTE, NOON + (minute + 1) * MINUTE)
    assert post.raw == []
    with serving(post):
        run_until(NOON + 75 * MINUTE, MINUTE, NOON + 60 * MINUTE)
    told = [(each["To"], each["Subject"]) for each in post.mails]
    expected = [f"Hello letter {minute}" for minute in range(0, 60, 6)]
    for person in people:
        assert [subject for to, subject in told if to == person.email] == expected
    codes = [subject[:6] for to, subject in told if to == "c@example.org"]
    assert codes == [], "the last code was over at five past, and the server was back at ten past"
    assert Counter(outcomes()) == {"done": 20, "late": 10}
    assert db.session.scalars(select(Gate)).all() == [], "and the gate is open"


def test_only_one_letter_knocks_while_the_server_is_silent(
    street: Street, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F-36: a server that accepts and never answers costs one time-out, not one a letter; other jobs go on."""
    monkeypatch.setattr(mail, "TIMEOUT", 0.3)
    post.silent = True
    for _each in range(8):
        promise_letter(street.chidi)
    with transaction():
        outbox.promise("session.fill", {"session_id": 10**9})
    with serving(post):
        outbox.run_due()
    assert post.connections == 1
    assert outcomes() == ["waits"] * 8 + ["done"]
    assert {row.attempts for row in db.session.scalars(select(Promise).where(Promise.name == "letter"))} == {0}


def test_the_time_out_is_ten_seconds() -> None:
    assert mail.TIMEOUT == 10


def test_a_silent_sender_of_texts_holds_no_mail_up(street: Street, post: Post, sender: Sender) -> None:
    sender.answer = (503, "Exception")
    with transaction():
        street.amina.email, street.amina.phone = None, "+447700900123"
    promise_letter(street.amina)
    promise_letter(street.chidi)
    with serving(post):
        outbox.run_due()
    assert outcomes() == ["waits", "done"]
    gate = db.session.scalars(select(Gate)).one()
    assert (gate.way, gate.failures) == (Way.TEXT, 1)


@pytest.mark.parametrize("answer", ["421 closing down", "554 no service"])
def test_a_server_that_greets_with_a_no_is_down(street: Street, post: Post, answer: str) -> None:
    post.busy = answer
    promise_letter(street.chidi)
    with serving(post):
        outbox.run_due()
    assert outcomes() == ["waits"]
    assert ledger(street.chidi) == []


def test_a_full_box_is_tried_again_and_holds_nobody_else_up(street: Street, post: Post) -> None:
    """F-37: 4yz is “not now” for this letter alone."""
    post.refuse = {"chidi@example.org": "450 mailbox busy"}
    promise_letter(street.chidi)
    promise_letter(street.amina)
    with serving(post):
        outbox.run_due()
        assert [each["To"] for each in post.mails] == [street.amina.email]
        assert outcomes() == ["SMTPRecipientsRefused", "done"]
        post.refuse = {}
        run_until(NOON + MINUTE, timedelta(seconds=30))
    assert [each["To"] for each in post.mails] == [street.amina.email, "chidi@example.org"]
    assert ledger(street.chidi) == [("sent", "mail", "yours")]


def test_after_eight_tries_the_hub_rings(street: Street, post: Post) -> None:
    """F-37: the dead letter is seen by staff."""
    post.refuse = {"chidi@example.org": "451 try later"}
    promise_letter(street.chidi)
    with serving(post):
        run_until(NOON + timedelta(hours=30), timedelta(minutes=30))
    assert outcomes() == ["given up: SMTPRecipientsRefused"]
    assert [call.person_id for call in queries.list_calls(street.hub.id).items] == [street.chidi.id]
    assert ledger(street.chidi) == [("call_list", "call", "yours")]


@pytest.mark.parametrize("address", ["chidi@example.org", "chïdi@example.org", "not an address", "a@b@c", "x" * 250])
def test_an_address_that_does_not_exist(street: Street, post: Post, address: str) -> None:
    """F-37: 550 and malformed: noted once, the hub rings, and the next letter does not try again."""
    with transaction():
        street.chidi.email = address
    post.refuse = {"*": "550 no such user"}
    promise_letter(street.chidi)
    promise_letter(street.chidi)
    with serving(post):
        outbox.run_due()
    assert post.raw == []
    assert post.connections <= 1, "the second letter knew"
    assert outcomes() == ["done", "done"]
    assert queries.broken_ways(street.chidi.id) == {Way.MAIL}
    assert street.chidi.bounced_at == NOON
    assert queries.count_calls(street.hub.id) == 2


def test_a_letter_that_the_server_will_not_have_goes_by_the_hub_and_the_address_stays_good(
    street: Street, post: Post
) -> None:
    post.taken = "554 we do not like it"
    promise_letter(street.chidi)
    with serving(post):
        outbox.run_due()
    assert outcomes() == ["given up: letter refused"]
    assert queries.broken_ways(street.chidi.id) == set()
    assert queries.count_calls(street.hub.id) == 1


def test_what_came_back_by_mail_goes_by_text(street: Street, post: Post, sender: Sender) -> None:
    with transaction():
        street.chidi.phone = "+447700900123"
    post.refuse = {"chidi@example.org": "550 no such user"}
    promise_letter(street.chidi)
    with serving(post):
        outbox.run_due()
    assert [text["phone_number"] for text in sender.texts] == ["+447700900123"]
    assert ledger(street.chidi) == [("sent", "text", "yours")]
    assert queries.count_calls(street.hub.id) == 0


def test_a_day_without_any_sender_and_the_hub_rings(street: Street, post: Post) -> None:
    promise_letter(street.chidi)
    run_until(NOON + timedelta(hours=23), timedelta(hours=1))
    assert queries.count_calls(street.hub.id) == 0
    run_until(NOON + timedelta(hours=46), timedelta(hours=1), NOON + timedelta(hours=24))
    assert outcomes() == ["given up: no sender for a day"]
    assert queries.count_calls(street.hub.id) == 1
