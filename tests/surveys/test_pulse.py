"""The pulse after a session."""

from datetime import date

import pytest
from sqlalchemy import select

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from participate.sessions.models import SignUp
from participate.sessions.words import SessionStatus, SignUpStatus
from participate.surveys import service
from participate.surveys.models import Pulse
from participate.surveys.words import Question
from tests.page import PageClient
from tests.stories.making import came, link_of, past_session, signed_up
from tests.street import CAST, Street, person


def guest_link(street: Street, days: float = 1, **more: object) -> tuple[Person, SignUp, str]:
    """A guest, her sign-up, and the address of her pulse."""
    guest = person("Hana Novak", kind=PersonKind.GUEST)
    held = signed_up(past_session(street, days), guest, **more)
    return guest, held, f"/pulse/{link_of(held)}"


def pulses() -> list[Pulse]:
    db.session.rollback()
    return list(db.session.scalars(select(Pulse).order_by(Pulse.id)))


def only() -> tuple[int | None, int | None, int | None]:
    [one] = pulses()
    return one.worthwhile, one.belonging, one.met


@pytest.mark.parametrize("name", CAST)
def test_whoever_holds_the_link(street: Street, client: PageClient, name: str) -> None:
    _guest, _held, path = guest_link(street)
    client.become(street.person(name))
    page = client.get(path).text
    assert "to what extent do you feel that the things you do in your life are worthwhile?" in page
    assert "belong to your immediate neighbourhood?" in page
    assert "Did you meet somebody new?" in page
    assert client.send(path, {"worthwhile": "8"}).status_code == 303
    assert only() == (8, None, None)


def test_one_press_is_enough_and_each_can_change(street: Street, client: PageClient) -> None:
    _guest, held, path = guest_link(street)
    assert client.send(path, {"belonging": "2"}).headers["Location"] == path
    assert only() == (None, 2, None)
    page = client.get(path).text
    assert "That is enough" in page
    assert page.count('aria-pressed="true"') == 1
    client.send(path, {"belonging": "4"})
    client.send(path, {"met": "0"})
    assert only() == (None, 4, 0)
    client.send(path, {"belonging": "none"})
    assert only() == (None, None, 0)
    [one] = pulses()
    assert (one.subject, one.week) == (f"session:{held.session_id}", date(2026, 6, 29))


def test_after_the_last_she_is_thanked(street: Street, client: PageClient) -> None:
    *_who, path = guest_link(street)
    for press in ({"worthwhile": "0"}, {"belonging": "5"}):
        assert client.send(path, press).headers["Location"] == path
    assert client.send(path, {"met": "2"}).headers["Location"] == f"{path}/thank-you"
    assert "Thank you" in client.get(f"{path}/thank-you").text
    assert client.send(path, {"worthwhile": "10"}).headers["Location"] == f"{path}/thank-you"
    assert only() == (10, 5, 2)


def test_nothing_is_required(street: Street, client: PageClient) -> None:
    *_who, path = guest_link(street)
    assert client.send(path, {"done": "yes"}).headers["Location"] == f"{path}/thank-you"
    assert pulses() == []


def test_all_can_be_taken_back(street: Street, client: PageClient) -> None:
    *_who, path = guest_link(street)
    client.send(path, {"met": "1"})
    assert "Take all my answers back" in client.get(path).text
    client.send(path, {"back": "yes"})
    assert pulses() == []
    client.send(path, {"back": "yes"})
    assert "Take all my answers back" not in client.get(path).text


def test_looking_changes_nothing(street: Street, client: PageClient) -> None:
    *_who, path = guest_link(street)
    client.get(path, query_string={"worthwhile": "3", "done": "yes"})
    assert pulses() == []


@pytest.mark.parametrize(
    "press", [{"worthwhile": "11"}, {"belonging": "0"}, {"met": "x" * 10_000}, {"met": "\x00"}, {}, {"mood": "9"},
              {"worthwhile": ""}, {"met": "<script>"}],
)  # fmt: skip
def test_what_is_no_button(street: Street, client: PageClient, press: dict[str, str]) -> None:
    *_who, path = guest_link(street)
    answer = client.send(path, press)
    assert answer.status_code == 409
    assert "Choose one of the answers." in answer.text
    assert pulses() == []


def test_two_sign_ups_of_one_person_count_once(street: Street, client: PageClient) -> None:
    guest, held, path = guest_link(street)
    client.send(path, {"met": "1"})
    held.status = SignUpStatus.CANCELLED
    again = f"/pulse/{link_of(signed_up(held.session, guest))}"
    client.send(again, {"met": "2"})
    assert only() == (None, None, 2)


@pytest.mark.parametrize(
    ("status", "there", "may"),
    [
        (SignUpStatus.GOING, False, True), (SignUpStatus.LIKELY, False, True), (SignUpStatus.WAITING, False, False),
        (SignUpStatus.CANCELLED, False, False), (SignUpStatus.LAPSED, False, False), (SignUpStatus.WAITING, True, True),
        (SignUpStatus.CANCELLED, True, True),
    ],
)  # fmt: skip
def test_for_those_who_came_or_had_a_place(
    street: Street, client: PageClient, status: SignUpStatus, there: bool, may: bool
) -> None:
    guest, held, path = guest_link(street, status=status)
    if there:
        came(held.session, guest)
    for address in (path, f"{path}/thank-you"):
        assert client.get(address).status_code == (200 if may else 404)


def test_not_before_it_is_over(street: Street, client: PageClient) -> None:
    _guest, held, path = guest_link(street, days=-1)
    assert "This is asked after the session." in client.get(path).text
    assert client.send(path, {"met": "1"}, page="/join").status_code == 409
    with clock.stop_at(held.session.ends_at):
        assert client.send(path, {"met": "1"}).status_code == 303


@pytest.mark.parametrize("state", ["cancelled", "hidden"])
def test_not_of_what_did_not_happen(street: Street, client: PageClient, state: str) -> None:
    _guest, held, path = guest_link(street)
    if state == "hidden":
        held.session.hidden_at = clock.now()
    else:
        held.session.status, held.session.cancelled_at = SessionStatus.CANCELLED, clock.now()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("token", ["1-" + "0" * 32, "x", "%00", "9" * 400, "1", "-"])
def test_a_bad_link_leads_nowhere(street: Street, client: PageClient, token: str) -> None:
    guest_link(street)
    assert client.get(f"/pulse/{token}").status_code == 404
    assert client.get(f"/pulse/{token}/thank-you").status_code == 404


def test_the_page_keeps_its_secret(street: Street, client: PageClient) -> None:
    *_who, path = guest_link(street)
    for answer in (client.get(path), client.send(path, {"met": "1"}), client.get(f"{path}/thank-you")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_nothing_leads_back_to_her(street: Street, client: PageClient) -> None:
    """The canary: neither the row nor the trail knows who pressed; two people's rows differ in nothing but chance."""
    guest, held, path = guest_link(street)
    client.send(path, {"met": "1"})
    table = Pulse.__table__
    assert not table.foreign_keys
    row = db.session.execute(select(table)).one()
    assert held.salt not in repr(row)
    assert len(row.once) == 64
    trail = db.session.scalars(select(AuditRow).where(AuditRow.kind == "pulse")).all()
    assert [(each.actor_id, each.verb, each.thing_id) for each in trail] == [(None, "answered", held.session_id)]
    assert not [each for each in trail if each.actor_id == guest.id]


def test_the_order_of_rows_tells_nothing(street: Street) -> None:
    session = past_session(street)
    ids = []
    for number in range(8):
        ids.append(service.give_pulse(session.id, 1000 + number, Question.MET, 1).id)
    assert len(set(ids)) == 8
    assert max(ids) > 1_000_000  # chance, not a count
