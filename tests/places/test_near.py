"""Where are you? One field; a postcode is turned into a place and forgotten."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeSerializer
from sqlalchemy import text

from participate.core.db import db
from participate.places import service
from tests.page import PageClient
from tests.street import CAST, Street

LIBRARY = "RM10 9QS"
SIGNED_IN = ("amina", "bilal", "chidi", "dora", "efua", "gita")


@pytest.fixture(autouse=True)
def borough(street: Street) -> None:
    """All nineteen wards beside the two of the street."""
    service.ensure_borough()
    db.session.commit()


def cookie(client: FlaskClient) -> str:
    found = client.get_cookie("prefs")
    return found.value if found else ""


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_say_where_she_is(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    assert client.get("/near").status_code == 200
    answer = client.send("/near", {"postcode": LIBRARY})
    assert answer.status_code == 303
    assert "Now: near Village" in client.get("/near").text


def test_a_stranger_s_place_stays_on_her_device(client: PageClient) -> None:
    answer = client.send("/near", {"postcode": "rm109qs"})
    assert answer.status_code == 303
    given = answer.headers["Set-Cookie"]
    assert "HttpOnly" in given
    assert "SameSite=Lax" in given
    assert "Path=/" in given
    page = client.get("/near").text
    assert "Now: near Village" in page
    assert "We know your place to about 250 metres." in page


def test_over_https_the_cookie_is_tied_to_the_host(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = type("Https", (), {"https": True, "data": app.extensions["settings"].data})()
    token = client.token("/near")
    monkeypatch.setitem(app.extensions, "settings", settings)
    answer = client.post("/near", data={"postcode": LIBRARY, "csrf_token": token})
    given = answer.headers["Set-Cookie"]
    assert given.startswith("__Host-prefs=")
    assert "Secure" in given
    assert "Domain" not in given


def test_a_postcode_stands_nowhere_afterwards(
    app: Flask, client: PageClient, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = client.send("/near", {"postcode": "RM9 4UN"})
    assert "RM9" not in answer.headers["Location"]
    assert "RM9" not in cookie(client)
    assert "4UN" not in client.get("/near").text
    logged = capfd.readouterr()
    assert "4UN" not in logged.out + logged.err
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(text(f'SELECT * FROM "{table.name}"')):
            assert "4UN" not in str(row), table.name


def test_the_cookie_holds_numbers_and_cannot_be_made_up(app: Flask, client: PageClient) -> None:
    client.send("/near", {"postcode": LIBRARY})
    kept = cookie(client)
    spot = service.spot_of(LIBRARY)
    held = URLSafeSerializer(app.config["SECRET_KEY"], salt="prefs").loads(kept)
    assert held == {"ward": spot.ward_id, "square": spot.square}
    client.set_cookie("prefs", kept[:-2] + "xx")
    assert "Now: near" not in client.get("/near").text
    for made_up in ("", "x", "null", '{"ward": 1}', "🏠", "a" * 3_000):
        client.set_cookie("prefs", made_up)
        assert client.get("/near").status_code == 200


def test_a_ward_is_enough(street: Street, client: PageClient) -> None:
    answer = client.send("/near", {"ward": "parsloes"})
    assert answer.status_code == 303
    page = client.get("/near").text
    assert "Now: near Parsloes" in page
    assert "We know your neighbourhood only, so we show no walking minutes." in page


@pytest.mark.parametrize("ward", ["nowhere", "\0", "<script>", "x" * 10_000])
def test_a_ward_that_is_none(client: PageClient, ward: str) -> None:
    assert client.send("/near", {"ward": ward}).status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type your postcode, or choose your neighbourhood from the list."),
        ("   ", "Type your postcode, or choose your neighbourhood from the list."),
        ("RM10", "Check the postcode. A whole one looks like RM10 9QS."),
        ("🏠", "Check the postcode."),
        ("شارع النور", "Check the postcode."),
        ("\u202eRM10", "Check the postcode."),
        ("<script>alert(1)</script>", "Check the postcode."),
        ("RM10\0", "Some of these signs cannot be shown."),
        ("x" * 10_000, "Use at most 40 letters. This has 9960 too many."),
        ("RM10 9ZZ", "We do not know that postcode."),
        ("IG11 0BX", "That postcode is no longer used. Choose your neighbourhood from the list."),
        ("IG11 0AD", "That postcode is outside Barking and Dagenham. You are welcome too"),
        ("SW1A 1AA", "That postcode is outside Barking and Dagenham."),
    ],
)
def test_trouble_is_said_beside_the_field_and_the_words_are_kept(client: PageClient, typed: str, says: str) -> None:
    answer = client.send("/near", {"postcode": typed})
    assert answer.status_code == 422
    page = answer.text
    assert page.count(says) == 2  # in the summary and beside the field
    assert 'aria-invalid="true"' in page
    assert "<title>Error: " in page
    assert "<script>alert" not in page
    kept = typed.replace("\0", "").replace("\u202e", "").strip()[:30].replace("<", "&lt;").replace(">", "&gt;")
    assert f'value="{kept}' in page
    assert cookie(client) == ""


def test_a_dead_postcode_offers_the_ward_where_it_was(client: PageClient) -> None:
    page = client.send("/near", {"postcode": "IG11 0BX"}).text
    assert "That postcode was in or near Thames View." in page
    assert 'value="thames-view"' in page


def test_an_unknown_postcode_offers_no_ward(client: PageClient) -> None:
    assert "That postcode was in or near" not in client.send("/near", {"postcode": "RM10 9ZZ"}).text


@pytest.mark.parametrize("name", SIGNED_IN)
def test_an_account_keeps_the_ward_and_the_square_only_if_she_agrees(
    street: Street, client: PageClient, name: str
) -> None:
    who = street.person(name)
    client.become(who)
    client.send("/near", {"postcode": LIBRARY})
    db.session.expire_all()
    assert (who.ward.name, who.square) == ("Village", None)
    assert "We know your place to about 250 metres." in client.get("/near").text  # on her device
    client.send("/near", {"postcode": LIBRARY, "keep_square": "y"})
    db.session.expire_all()
    assert who.square is not None


def test_a_square_on_the_device_serves_only_its_own_ward(street: Street, client: PageClient) -> None:
    client.become(street.efua)
    client.send("/near", {"postcode": LIBRARY})
    service.move_to(street.efua, street.ward.id, None)
    page = client.get("/near").text
    assert "Now: near Parsloes" in page
    assert "We know your neighbourhood only" in page


def test_forget_my_place(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    client.send("/near", {"postcode": LIBRARY, "keep_square": "y"})
    answer = client.send("/near/forget", page="/near")
    assert answer.status_code == 303
    db.session.expire_all()
    assert (street.chidi.ward_id, street.chidi.square) == (None, None)
    assert cookie(client) == ""
    assert "Forget my place" not in client.get("/near").text


@pytest.mark.parametrize("name", CAST)
def test_everybody_may_be_forgotten(street: Street, client: PageClient, name: str) -> None:
    client.become(street.person(name))
    client.send("/near", {"ward": "parsloes"})
    assert client.send("/near/forget", page="/near").status_code == 303
    assert "Now: near" not in client.get("/near").text


def test_without_a_token_nothing_is_changed(client: PageClient) -> None:
    client.send("/near", {"ward": "parsloes"})
    kept = cookie(client)
    assert client.post("/near/forget").status_code == 400
    assert client.post("/near", data={"ward": "village"}).status_code == 400
    assert cookie(client) == kept


@pytest.mark.parametrize(
    ("then", "leads_to"),
    [
        ("/hubs", "/hubs"),
        ("/wards/parsloes?page=2", "/wards/parsloes?page=2"),
        ("https://elsewhere.example", "/"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("", "/"),
    ],
)
def test_the_way_on_is_local(client: PageClient, then: str, leads_to: str) -> None:
    answer = client.send("/near", {"ward": "parsloes", "then": then})
    assert answer.headers["Location"] == leads_to


def test_looking_sets_no_cookie(client: PageClient) -> None:
    for path in ("/hubs", "/wards", "/wards/parsloes"):
        assert "prefs" not in client.get(path).headers.get("Set-Cookie", "")
