"""The shop's tablet: taken in hand by PIN, locked after two quiet minutes, the visitors' in between."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts import rules, service
from participate.accounts.models import SignIn, StaffPin, Tablet
from participate.accounts.service import pins
from participate.accounts.words import Role
from participate.audit.models import AuditRow
from participate.core import clock
from participate.core.db import db
from tests.page import PageClient
from tests.samples import ids_of, pages
from tests.street import CAST, NOON, Street, give, person

PIN, OTHERS = "482915", "730164"


@pytest.fixture(autouse=True)
def quick_hash():  # type: ignore[no-untyped-def]
    with patch.object(pins, "COST", 2**4), patch.object(pins, "ROUNDS", 1):
        yield


@pytest.fixture
def tablet(app: Flask, street: Street) -> PageClient:
    """A browser that Dora made the shop's tablet. She has a PIN, and so has her colleague Hana."""
    hana = person("Hana Novak", street.ward)
    give(hana, Role.STAFF, f"hub:{street.hub.id}")
    service.set_pin(street.dora, PIN)
    service.set_pin(hana, OTHERS)
    db.session.commit()
    client: PageClient = app.test_client().become(street.dora)  # type: ignore[attr-defined]
    answer = client.send("/tablet", {"hub": str(street.hub.id), "label": "Counter"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/tablet/lock")
    return client


def take(tablet: PageClient, who: int, pin: str, then: str = ""):  # type: ignore[no-untyped-def]
    return tablet.send(f"/tablet/pin/{who}{then}", {"pin": pin})


@pytest.mark.parametrize("name", CAST)
def test_only_staff_set_one_up(app: Flask, street: Street, name: str) -> None:
    client = app.test_client().become(street.person(name))
    assert (client.get("/tablet").status_code == 200) is (name in ("dora", "gita"))
    assert (client.get("/mine/pin").status_code == 200) is (name in ("dora", "gita"))
    assert client.get("/tablet/lock").status_code == 404, "no tablet"
    assert client.get(f"/tablet/pin/{street.dora.id}").status_code == 404


def test_setting_up_signs_out_and_names_the_staff(tablet: PageClient, street: Street) -> None:
    locked = tablet.get("/tablet/lock")
    assert "Dora" in locked.text
    assert "Hana" in locked.text
    assert "Mensah" not in locked.text
    assert tablet.get("/desk").status_code == 303


def test_a_pin_takes_it_in_hand(tablet: PageClient, street: Street) -> None:
    answer = take(tablet, street.dora.id, PIN, "?then=/people")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/people")
    page = tablet.get("/people")
    assert page.status_code == 200
    assert "Dora has the tablet." in page.text


def test_switching_keeps_who_did_what(tablet: PageClient, street: Street) -> None:
    hana = db.session.scalar(select(StaffPin.person_id).order_by(StaffPin.id.desc()))
    done = []
    for who, pin, name in ((street.dora.id, PIN, "Olu"), (hana, OTHERS, "Pia")):
        take(tablet, who, pin)
        given = {"name": name, "adult": "y", "agreed": "y", "how": "spoken", "hub": str(street.hub.id)}
        assert tablet.send("/people/new", given).status_code == 303
        done.append(who)
        tablet.send("/tablet/lock", page="/people")
        assert tablet.get("/people").status_code == 303
    wrote = db.session.scalars(select(AuditRow.actor_id).where(AuditRow.verb == "wrote down").order_by(AuditRow.id))
    assert list(wrote) == done


def test_taking_it_signs_the_colleague_out(tablet: PageClient, street: Street) -> None:
    hana = db.session.scalar(select(StaffPin.person_id).order_by(StaffPin.id.desc()))
    take(tablet, street.dora.id, PIN)
    take(tablet, hana, OTHERS)
    alive = db.session.scalars(select(SignIn).where(SignIn.tablet_id.is_not(None), SignIn.ended_at.is_(None))).all()
    assert [each.person_id for each in alive] == [hana]


def test_it_locks_after_two_quiet_minutes_whatever_the_page_does(tablet: PageClient, street: Street) -> None:
    take(tablet, street.dora.id, PIN)
    page = tablet.get("/people")
    seconds, _semi, address = page.headers["Refresh"].partition("; url=")
    assert int(seconds) <= 120
    with clock.stop_at(NOON + timedelta(seconds=119)):
        assert tablet.get("/people").status_code == 200
    with clock.stop_at(NOON + timedelta(seconds=119 + 121)):
        assert "I work here" in tablet.get(address).text
        assert tablet.get("/people").status_code == 303


def test_using_it_keeps_it_open(tablet: PageClient, street: Street) -> None:
    take(tablet, street.dora.id, PIN)
    for minute in range(1, 8):
        with clock.stop_at(NOON + timedelta(minutes=minute)):
            assert tablet.get("/people").status_code == 200


def test_a_page_that_comes_back_by_itself_keeps_nothing_open(tablet: PageClient, street: Street) -> None:
    take(tablet, street.dora.id, PIN)
    address = tablet.get("/people").headers["Refresh"].partition("; url=")[2]
    with clock.stop_at(NOON + timedelta(seconds=60)):
        tablet.get("/programme")
    with clock.stop_at(NOON + timedelta(seconds=120)):
        back = tablet.get(address)
        assert back.headers["Location"] == "/people"
        assert int(tablet.get("/people").headers["Refresh"].partition(";")[0]) <= 60
    with clock.stop_at(NOON + timedelta(seconds=181)):
        assert tablet.get("/people").status_code == 303


def test_a_locked_tablet_comes_back_where_it_was(tablet: PageClient, street: Street) -> None:
    take(tablet, street.dora.id, PIN)
    with clock.stop_at(NOON + timedelta(minutes=3)):
        asked = tablet.get("/people/new")
        assert asked.headers["Location"] == "/sign-in"
        locked = tablet.get("/sign-in")
        assert locked.headers["Location"] == "/tablet/lock?then=/people/new"
        assert f"/tablet/pin/{street.dora.id}?then=/people/new" in tablet.get(locked.headers["Location"]).text
        assert take(tablet, street.dora.id, PIN, "?then=/people/new").headers["Location"] == "/people/new"


@pytest.mark.parametrize("then", ["//evil.example", "https://evil.example", "/\\evil", "javascript:1"])
def test_then_leads_nowhere_else(tablet: PageClient, street: Street, then: str) -> None:
    assert take(tablet, street.dora.id, PIN, f"?then={then}").headers["Location"] == "/desk"


def test_five_wrong_lock_the_pin_for_a_quarter_of_an_hour(tablet: PageClient, street: Street) -> None:
    for _try in range(5):
        assert "not your PIN" in take(tablet, street.dora.id, "111222").text
    assert "Too many tries" in take(tablet, street.dora.id, PIN).text
    hana = db.session.scalar(select(StaffPin.person_id).order_by(StaffPin.id.desc()))
    assert take(tablet, hana, OTHERS).status_code == 303, "a colleague's PIN is her own"
    tablet.send("/tablet/lock", page="/people")
    with clock.stop_at(NOON + timedelta(minutes=16)):
        assert "not your PIN" in take(tablet, street.dora.id, "111222").text
        assert "Too many tries" in take(tablet, street.dora.id, PIN).text, "after the lock, one try at a time"
    with clock.stop_at(NOON + timedelta(minutes=32)):
        assert take(tablet, street.dora.id, PIN).status_code == 303
    assert db.session.scalar(select(StaffPin.wrong).where(StaffPin.person_id == street.dora.id)) == 0


def test_a_pin_that_was_wrong_is_not_shown_again(tablet: PageClient, street: Street) -> None:
    assert "111222" not in take(tablet, street.dora.id, "111222").text


def test_who_is_not_staff_here_any_more_has_no_pin_here(tablet: PageClient, street: Street) -> None:
    service.revoke(None, street.dora, Role.STAFF, f"hub:{street.hub.id}")
    db.session.commit()
    assert "Dora" not in tablet.get("/tablet/lock").text
    assert tablet.get(f"/tablet/pin/{street.dora.id}").status_code == 404


def test_a_visitor_sees_only_what_everybody_may_see(app: Flask, tablet: PageClient, street: Street) -> None:
    stranger = app.test_client()
    for sample in pages(app, ids_of(street)):
        mine, theirs = tablet.get(sample.path), stranger.get(sample.path)
        if mine.status_code == 200 and not sample.path.startswith("/tablet"):
            assert theirs.status_code == 200, f"{sample} is open on the tablet, and closed to everybody"


def test_what_a_visitor_left_is_gone(tablet: PageClient, street: Street) -> None:
    with tablet.session_transaction() as kept:
        kept["draft"] = {"kind": "idea", "say": "My secret plan"}
    assert int(tablet.get("/").headers["Refresh"].partition(";")[0]) == 300
    tablet.get("/tablet/lock")
    with tablet.session_transaction() as kept:
        assert set(kept) <= {"tablet", "_permanent", "csrf_token"}


def test_a_lost_tablet_is_a_browser_like_others(app: Flask, tablet: PageClient, street: Street) -> None:
    take(tablet, street.dora.id, PIN)
    desk = app.test_client().become(street.dora)
    number = db.session.scalar(select(Tablet.id))
    assert desk.send(f"/tablet/{number}/end", page="/tablet").status_code == 303
    assert tablet.get("/people").status_code == 303
    assert tablet.get("/tablet/lock").status_code == 404
    assert "Refresh" not in tablet.get("/").headers


def test_the_cookie_of_a_tablet_opens_no_other_one(app: Flask, tablet: PageClient, street: Street) -> None:
    take(tablet, street.dora.id, PIN)
    with tablet.session_transaction() as kept:
        secret = kept["sign_in"]
    elsewhere = app.test_client()
    with elsewhere.session_transaction() as kept:
        kept["sign_in"] = secret
    assert elsewhere.get("/people").status_code == 303


@pytest.mark.parametrize("easy", ["111111", "123456", "654321", "121212", "123123", "890123"])
def test_an_easy_pin_is_refused(app: Flask, street: Street, easy: str) -> None:
    client = app.test_client().become(street.dora)
    answer = client.send("/mine/pin", {"pin": easy, "again": easy})
    assert answer.status_code == 422
    assert "easy to guess" in answer.text
    assert f'value="{easy}"' not in answer.text


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "x" * 10_000, "12\x00456", "<script>"])
def test_a_pin_has_six_digits(app: Flask, street: Street, typed: str) -> None:
    client = app.test_client().become(street.dora)
    assert client.send("/mine/pin", {"pin": typed, "again": typed}).status_code == 422


def test_the_table_holds_no_pin(app: Flask, street: Street) -> None:
    service.set_pin(street.dora, PIN)
    service.set_pin(street.amina, PIN)
    first, second = db.session.scalars(select(StaffPin.pin_hash).order_by(StaffPin.id))
    assert PIN not in first
    assert first.rpartition("$")[2] != second.rpartition("$")[2]


@pytest.mark.parametrize(
    ("typed", "read"), [("482915", "482915"), ("482 915", "482915"), ("٤٨٢٩١٥", "482915"), ("48291", "")]
)
def test_a_pin_is_read(typed: str, read: str) -> None:
    assert rules.read_pin(typed) == read
