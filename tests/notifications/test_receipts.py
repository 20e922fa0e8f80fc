"""What the sender of texts tells us later."""

import pytest
from flask import Flask
from sqlalchemy import select

from participate.core.db import db, transaction
from participate.notifications import queries
from participate.notifications.models import Call
from participate.notifications.words import CallStatus, Way
from participate.outbox import service as outbox
from tests.core.fake_texts import Sender
from tests.notifications.conftest import RECEIPT_KEY, ledger, promise_letter
from tests.page import PageClient
from tests.street import CAST, Street

pytestmark = pytest.mark.usefixtures("hello")
KNOWN = {"Authorization": f"Bearer {RECEIPT_KEY}"}


def text(street: Street, sender: Sender) -> str:
    """A text that went to Chidi; its reference."""
    with transaction():
        street.chidi.email, street.chidi.phone = None, "+447700900123"
    promise_letter(street.chidi)
    outbox.run_due()
    return str(sender.texts[-1]["reference"])


def receipt(client: PageClient, reference: object, status: object, **headers: str) -> int:
    told = {
        "id": "740e5834",
        "reference": reference,
        "to": "+447700900123",
        "status": status,
        "notification_type": "sms",
    }
    return client.post("/texts/receipts", json=told, headers=headers or KNOWN).status_code


def test_a_text_goes_once_with_our_words(street: Street, sender: Sender) -> None:
    reference = text(street, sender)
    [sent] = sender.texts
    assert sent["phone_number"] == "+447700900123"
    assert sent["personalisation"]["body"].startswith("Hello neighbour.")
    assert ledger(street.chidi) == [("sent", "text", "yours")]
    assert queries.count_calls(None) == 0
    assert reference.partition("-")[0].isdecimal()


@pytest.mark.parametrize("who", CAST)
def test_only_the_sender_gets_in(street: Street, client: PageClient, sender: Sender, who: str) -> None:
    reference = text(street, sender)
    client.become(street.person(who))
    for headers in (
        {"X-None": "1"},
        {"Authorization": "Bearer x"},
        {"Authorization": "Bearer ü".encode().decode("latin1")},
    ):
        assert receipt(client, reference, "permanent-failure", **headers) == 404
    assert queries.count_calls(None) == 0
    assert receipt(client, reference, "permanent-failure") == 204


def test_it_arrived(street: Street, client: PageClient, sender: Sender) -> None:
    reference = text(street, sender)
    assert [receipt(client, reference, "delivered") for _again in range(2)] == [204, 204]
    assert ledger(street.chidi) == [("sent", "text", "yours")]
    assert db.session.scalars(select(Call)).all() == []
    assert receipt(client, reference, "permanent-failure") == 204
    assert queries.count_calls(None) == 0, "what arrived does not come back"


@pytest.mark.parametrize(
    ("status", "broken"),
    [("permanent-failure", True), ("temporary-failure", False), ("technical-failure", False)],
)
def test_it_came_back_and_the_hub_rings_once(
    street: Street, client: PageClient, sender: Sender, status: str, broken: bool
) -> None:
    reference = text(street, sender)
    for _again in range(2):
        assert receipt(client, reference, status) == 204
    [call] = queries.list_calls(street.hub.id).items
    assert (call.status, call.facts) == (CallStatus.WAITING, {"name": "neighbour"})
    assert ledger(street.chidi) == [("came_back", "text", "yours")]
    assert (Way.TEXT in queries.broken_ways(street.chidi.id)) is broken


@pytest.mark.parametrize("status", ["created", "sending", "pending", "", None, 7, "x" * 5_000])
def test_what_says_nothing_changes_nothing(street: Street, client: PageClient, sender: Sender, status: object) -> None:
    reference = text(street, sender)
    assert receipt(client, reference, status) == 204
    assert db.session.scalars(select(Call.status)).all() == [CallStatus.TEXTED]


@pytest.mark.parametrize("reference", ["1-000000000000000000000000", "", "x", None, 7, "1", "²-x", "9" * 40, "\0", []])
def test_a_reference_that_is_none_of_ours(
    street: Street, client: PageClient, sender: Sender, reference: object
) -> None:
    text(street, sender)
    assert receipt(client, reference, "permanent-failure") == 204
    assert queries.count_calls(None) == 0


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'"x"', b"\xff\xfe", b"{" * 5000])
def test_bad_bodies(street: Street, client: PageClient, sender: Sender, body: bytes) -> None:
    headers = KNOWN | {"Content-Type": "application/json"}
    assert client.post("/texts/receipts", data=body, headers=headers).status_code == 204


def test_without_a_key_there_is_no_such_page(app: Flask, client: PageClient) -> None:
    assert client.post("/texts/receipts", json={}, headers={"Authorization": "Bearer "}).status_code == 404
    assert client.get("/texts/receipts").status_code == 405
