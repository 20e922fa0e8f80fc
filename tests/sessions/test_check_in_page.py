"""Check-in on a phone: who may, taps with and without a script, walk-ins, bad input, the closed count."""

from datetime import timedelta

import pytest

from participate.core import clock
from participate.core.db import db
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp
from participate.sessions.words import SignUpStatus
from tests.look_at import Looked
from tests.page import PageClient
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, person

BEGUN = NOON + timedelta(days=2)
COUNTERS = ("amina", "dora", "gita")
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
LONG = "x" * 10_000


def page_of(street: Street) -> str:
    return f"/sessions/{street.session.id}/check-in"


def total(street: Street) -> int:
    return queries.count_of(street.session.id).total


@pytest.fixture
def chidi(street: Street) -> SignUp:
    return sign_up(street.session, street.chidi, heads=3, children=2, meet_me=True, late_minutes=20)


@pytest.mark.parametrize("who", CAST)
def test_who_may(street: Street, client: PageClient, chidi: SignUp, who: str) -> None:
    with clock.stop_at(BEGUN):
        page = client.become(street.person(who)).get(page_of(street))
    if who in COUNTERS:
        assert page.status_code == 200
        assert "Chidi" in page.text
    elif who in ("stranger", "femi"):
        assert (page.status_code, page.location) == (303, "/sign-in")
    else:
        assert page.status_code == 403
        assert "Chidi O" not in page.text, "the list is for hosts and staff alone"


@pytest.mark.parametrize("who", ["stranger", "bilal", "chidi", "efua", "femi"])
@pytest.mark.parametrize(
    "path", ["{sign_up}/came", "{sign_up}/not-came", "{sign_up}/children", "walk-in", "one-less",
             "walk-ins/1/take-back", "close", "reopen"],
)  # fmt: skip
def test_who_may_not_send(street: Street, client: PageClient, chidi: SignUp, who: str, path: str) -> None:
    with clock.stop_at(BEGUN):
        token = client.become(street.person(who)).token(f"/report/session/{street.session.id}")
        sent = {"band": "adult", "minutes": "60", "csrf_token": token}
        answer = client.post(f"{page_of(street)}/{path.format(sign_up=chidi.id)}", data=sent)
    assert answer.status_code == 403
    assert total(street) == 0


def test_whoever_welcomes_people_counts(street: Street, client: PageClient) -> None:
    db.session.get_one(Session, street.session.id).host_id = street.bilal.id
    with clock.stop_at(BEGUN):
        assert client.become(street.bilal).get(page_of(street)).status_code == 200


def test_a_tap_without_a_script(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        text = client.get(page_of(street)).text
        for words in ("First time", "+ 2 children", "Would like to be met at the door", "20 minutes late", "0 in the"):
            assert words in text
        answer = client.send(f"{page_of(street)}/{chidi.id}/came", page=page_of(street))
        assert (answer.status_code, answer.location) == (303, f"{page_of(street)}?page=1#sessions-{chidi.id}-row")
        text = client.get(page_of(street)).text
        assert 'aria-pressed="true"' in text
        assert "3 in the room" in text
        assert "Adults 1, 5 to 11 2" in text
        client.send(f"{page_of(street)}/{chidi.id}/not-came", page=page_of(street))
    assert total(street) == 0


def test_a_tap_with_a_script_swaps_the_line_and_the_total(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        answer = client.send(f"{page_of(street)}/{chidi.id}/came", page=page_of(street), headers=HTMX)
        again = client.send(f"{page_of(street)}/{chidi.id}/not-came", page=page_of(street), headers=HTMX)
    looked = Looked(answer.text)
    assert not looked.whole
    assert looked.elements("li")[0].attrs["id"] == f"sessions-{chidi.id}-row"
    partial = looked.elements("hx-partial")[0]
    assert partial.attrs["hx-target"] == f"#sessions-{street.session.id}-total"
    assert "3 in the room" in partial.words
    assert 'aria-pressed="true"' in answer.text
    assert 'aria-pressed="false"' in again.text
    assert "0 in the room" in again.text


def test_other_children_came(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    path = f"{page_of(street)}/{chidi.id}/children"
    with clock.stop_at(BEGUN):
        client.send(f"{page_of(street)}/{chidi.id}/came", page=page_of(street))
        assert client.send(path, {"child": "1", "baby": "1"}, page=page_of(street)).status_code == 303
        assert queries.count_of(street.session.id).pairs()["baby"] == 1
        for wrong in ("21", "-1", "x", "1.5", "٣٣٣", LONG, "\x00", "<script>"):
            for headers in ({}, HTMX):
                answer = client.send(path, {"child": wrong}, page=page_of(street), headers=headers)
                assert answer.status_code == 422, wrong
                assert "from 0 to 20" in answer.text
    assert total(street) == 3


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_walk_ins(street: Street, client: PageClient, headers: dict[str, str]) -> None:
    client.become(street.amina)
    path, base = f"{page_of(street)}/walk-in", page_of(street)
    with clock.stop_at(BEGUN):
        for band in ("adult", "child", "child", "baby"):
            assert client.send(path, {"band": band}, page=base, headers=headers).status_code in (200, 303)
        client.send(path, {"band": "adult", "name": "Zofia", "first_time": "y"}, page=base, headers=headers)
        client.send(f"{base}/one-less", {"band": "child"}, page=base, headers=headers)
        text = client.get(base).text
        assert "Zofia" in text
        assert "First time" in text
        assert "4 in the room" in text
        number = queries.list_named(street.session.id)[0].id
        client.send(f"{base}/walk-ins/{number}/take-back", page=base, headers=headers)
        assert "Zofia" not in client.get(base).text
    assert total(street) == 3


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"band": "old"}, "Choose an age."),
        ({"band": ""}, "Choose an age."),
        ({"band": "adult", "name": LONG}, "too many"),
        ({"band": "adult", "name": "a\x00b"}, "Some of these signs"),
        ({"band": "adult", "contact": "zofia@example.org"}, "Write a name beside the contact."),
        ({"band": "adult", "name": "Zofia", "contact": "at home"}, "e-mail"),
    ],
)
def test_what_is_wrong_with_a_walk_in(street: Street, client: PageClient, sent: dict[str, str], said: str) -> None:
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        for headers in ({}, HTMX):
            answer = client.send(f"{page_of(street)}/walk-in", sent, page=page_of(street), headers=headers)
            assert answer.status_code == 422
            assert said in answer.text
    assert total(street) == 0


@pytest.mark.parametrize("name", ["🍞🍞", "‏مرحبا", "<script>alert(1)</script>", "O’Brien"])
def test_names_as_people_have_them(street: Street, client: PageClient, name: str) -> None:
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        sent = {"band": "adult", "name": name}
        assert client.send(f"{page_of(street)}/walk-in", sent, page=page_of(street)).status_code == 303
        assert "<script>alert" not in client.get(page_of(street)).text
    assert queries.list_named(street.session.id)[0].name == name


def test_a_walk_in_who_leaves_a_contact(street: Street, client: PageClient) -> None:
    client.become(street.amina)
    sent = {"band": "adult", "name": "Zofia", "contact": "zofia@example.org"}
    with clock.stop_at(BEGUN):
        assert client.send(f"{page_of(street)}/walk-in", sent, page=page_of(street)).status_code == 303
        assert "Zofia" in client.get(page_of(street)).text
    assert [each.person.name for each in queries.list_came_with_sign_up(street.session.id)] == ["Zofia"]


def test_more_than_the_room_holds(street: Street, client: PageClient) -> None:
    db.session.get_one(Session, street.session.id).capacity = 1
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        client.send(f"{page_of(street)}/walk-in", {"band": "adult"}, page=page_of(street))
        assert "The room holds" not in client.get(page_of(street)).text
        client.send(f"{page_of(street)}/walk-in", {"band": "child"}, page=page_of(street))
        assert "The room holds 1." in client.get(page_of(street)).text
    assert total(street) == 2


def test_a_drop_in_has_no_list(street: Street, client: PageClient) -> None:
    db.session.get_one(Session, street.session.id).drop_in = True
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        text = client.get(page_of(street)).text
    assert "Who signed up" not in text
    assert "if they offer it" in text
    assert 'name="contact"' not in text


def test_closing_and_opening_again(street: Street, client: PageClient, chidi: SignUp) -> None:
    client.become(street.amina)
    with clock.stop_at(BEGUN + timedelta(hours=2)):
        assert 'value="120"' in client.get(page_of(street)).text, "as long as planned, until she says otherwise"
        for wrong in ("", "0", "2000", "x", LONG):
            answer = client.send(f"{page_of(street)}/close", {"minutes": wrong}, page=page_of(street))
            assert answer.status_code == 422
            assert "<title>Error: Who came?" in answer.text
        answer = client.send(f"{page_of(street)}/close", {"minutes": "95"}, page=page_of(street))
        assert (answer.status_code, answer.location) == (303, f"/sessions/{street.session.id}/went")
        text = client.get(page_of(street)).text
        assert "The count is closed: 1 hour 35 minutes." in text
        assert "+1" not in text
        late = client.send(f"{page_of(street)}/{chidi.id}/came", page=page_of(street))
        assert late.status_code == 409
        assert client.send(f"{page_of(street)}/reopen", page=page_of(street)).status_code == 303
        assert "+1" in client.get(page_of(street)).text


@pytest.mark.parametrize(("hours", "said"), [(-3, "too early to count"), (24 * 15, "more than two weeks ago")])
def test_out_of_time(street: Street, client: PageClient, chidi: SignUp, hours: int, said: str) -> None:
    client.become(street.amina)
    with clock.stop_at(BEGUN + timedelta(hours=hours)):
        client.become(street.amina)
        text = client.get(page_of(street)).text
        assert said in text
        assert "Chidi O" in text
        assert "+1" not in text
        token = client.token(f"/report/session/{street.session.id}")
        path = f"{page_of(street)}/{chidi.id}/came"
        assert client.post(path, data={"csrf_token": token}).status_code == 409


def test_a_cancelled_one(street: Street, client: PageClient) -> None:
    service.cancel(street.amina.id, db.session.get_one(Session, street.session.id), "Rain.")
    with clock.stop_at(BEGUN):
        assert "there is nobody to count" in client.become(street.amina).get(page_of(street)).text


def test_a_hidden_one(street: Street, client: PageClient) -> None:
    made = db.session.get_one(Session, street.session.id)
    made.hidden_at, made.host_id = NOON, street.bilal.id
    assert client.become(street.bilal).get(page_of(street)).status_code == 404
    assert client.become(street.amina).get(page_of(street)).status_code == 200


def test_another_sessions_sign_up(street: Street, client: PageClient, chidi: SignUp) -> None:
    other = session(street, BEGUN)
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        token = client.token(page_of(street))
        answer = client.post(f"/sessions/{other.id}/check-in/{chidi.id}/came", data={"csrf_token": token})
    assert answer.status_code == 404
    assert queries.count_of(other.id).total == 0


def test_statements(street: Street, client: PageClient) -> None:
    for number in range(120):
        sign_up(street.session, person(f"Guest{number:03} Long"), heads=2, babies=1)
    sign_up(street.session, street.chidi, SignUpStatus.WAITING)
    client.become(street.amina)
    with clock.stop_at(BEGUN):
        token = client.token(page_of(street))
        with count_statements() as counted:
            page = client.get(page_of(street))
        assert counted.number <= 12, counted.texts
        first = queries.page_of_roster(db.session.get_one(Session, street.session.id), 1).items[0]
        with count_statements() as tapped:
            path = f"{page_of(street)}/{first.id}/came"
            assert client.post(path, data={"csrf_token": token}, headers=HTMX).status_code == 200
    assert "Guest099" in page.text
    assert "Guest100" not in page.text
    assert "1 to 100 of 120" in page.text
    assert tapped.number <= 25, tapped.texts
