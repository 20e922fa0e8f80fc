"""The page behind the letter of the day after, and how it went for the host and the team."""

from contextvars import Context
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from participate.app import create_app
from participate.core import clock
from participate.core.db import db
from participate.sessions import queries, service
from participate.sessions.models import Session, SignUp, Thanks
from participate.sessions.words import AgeBand
from tests.conftest import make_settings
from tests.look_at import Looked
from tests.page import PageClient
from tests.sessions.making import session
from tests.sessions.signing import sign_up
from tests.statements import count_statements
from tests.street import CAST, NOON, Street, person

OVER = NOON + timedelta(days=2, hours=2)
AFTER = OVER + timedelta(days=1)
LONG = "x" * 10_000


def held(street: Street) -> Session:
    return db.session.get_one(Session, street.session.id)


@pytest.fixture
def chidi(street: Street) -> SignUp:
    """She signed up and came."""
    made = sign_up(street.session, street.chidi)
    with clock.stop_at(OVER):
        service.came(street.amina.id, held(street), made)
        service.walk_in(street.amina.id, held(street), AgeBand.ADULT)
        service.close(street.amina.id, held(street), 95)
    db.session.commit()
    return made


@pytest.fixture
def token(chidi: SignUp) -> str:
    return queries.token_of(chidi)


@pytest.mark.parametrize("who", CAST)
def test_the_link_alone_opens_it(street: Street, client: PageClient, token: str, who: str) -> None:
    with clock.stop_at(AFTER):
        page = client.become(street.person(who)).get(f"/come/{token}/after")
        assert page.status_code == 200
        assert "<h1>Thank you for coming</h1>" in page.text
        assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
        assert f"/pulse/{token}" in page.text
        assert f"/come/{token}/story" in page.text
    assert db.session.scalars(select(Thanks)).all() == [], "looking changes nothing"


def test_one_tap(street: Street, client: PageClient, token: str) -> None:
    with clock.stop_at(AFTER):
        page = f"/come/{token}/after"
        answer = client.send(f"/come/{token}/thanks", page=page)
        assert (answer.status_code, answer.location) == (303, page)
        assert "You have said thank you." in client.get(page).text
        client.send(f"/come/{token}/thanks", {"words": "My coat is whole"}, page=page)
        assert "You wrote: “My coat is whole”" in client.get(page).text
    assert [each.words for each in db.session.scalars(select(Thanks))] == ["My coat is whole"]


def test_on_https_the_form_comes_without_a_referrer(app: Flask, token: str, tmp_path: Path) -> None:
    site = "https://example.org"
    settings = make_settings(tmp_path, app.config["SQLALCHEMY_DATABASE_URI"], PUBLIC_URL=site)
    secure = create_app(settings, testing=True)
    browser = secure.test_client()
    db.session.commit()
    with clock.stop_at(AFTER):
        page = Context().run(browser.get, f"/come/{token}/after", base_url=site)
        csrf = next(each.attrs["value"] for each in Looked(page.text).elements("input"))
        sent = {"data": {"csrf_token": csrf}, "base_url": site}
        answer = Context().run(browser.post, f"/come/{token}/thanks", **sent)
    assert answer.status_code == 303, "browsers send no Referer from a page that says no-referrer"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (LONG, "too many"),
        ("a\x00b", "Some of these signs"),
        ("Ring me on 07700 900123", "leave phone numbers out"),
        ("🍞 ‏مرحبا", None),
        ("<script>alert(1)</script>", None),
    ],
)
def test_what_is_wrong_with_a_line(
    street: Street, client: PageClient, token: str, words: str, said: str | None
) -> None:
    with clock.stop_at(AFTER):
        answer = client.send(f"/come/{token}/thanks", {"words": words}, page=f"/come/{token}/after")
        if said is None:
            assert answer.status_code == 303
            assert "<script>alert" not in client.get(f"/come/{token}/after").text
        else:
            assert answer.status_code == 422
            assert said in answer.text
            assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert len(db.session.scalars(select(Thanks)).all()) == (1 if said is None else 0)


def test_nobody_is_thanked_who_did_not_come(street: Street, client: PageClient, token: str) -> None:
    away = queries.token_of(sign_up(street.session, street.efua))
    with clock.stop_at(AFTER):
        text = client.get(f"/come/{away}/after").text
        assert "<h1>Maybe next time</h1>" in text
        assert "hank you" not in text.split("<main", 1)[1]
        csrf = client.token(f"/come/{token}/after")
        assert client.post(f"/come/{away}/thanks", data={"csrf_token": csrf}).status_code == 403
    assert db.session.scalars(select(Thanks)).all() == []


def test_before_it_is_over(street: Street, client: PageClient) -> None:
    made = queries.token_of(sign_up(street.session, street.efua))
    answer = client.get(f"/come/{made}/after")
    assert (answer.status_code, answer.location) == (303, f"/come/{made}")


@pytest.mark.parametrize(
    "bad", ["x", "1-", "0-" + "a" * 32, "1-" + "a" * 32, "9" * 500, "%00", "<script>", "1-é" + "a" * 31]
)
def test_a_bad_link(street: Street, client: PageClient, token: str, bad: str) -> None:
    with clock.stop_at(AFTER):
        assert client.get(f"/come/{bad}/after").status_code == 404
        csrf = client.token(f"/come/{token}/after")
        assert client.post(f"/come/{bad}/thanks", data={"csrf_token": csrf}).status_code == 404


def test_a_hidden_session(street: Street, client: PageClient, token: str) -> None:
    held(street).hidden_at = AFTER
    with clock.stop_at(AFTER):
        assert client.get(f"/come/{token}/after").status_code == 404


@pytest.mark.parametrize("who", CAST)
def test_who_reads_the_lines(street: Street, client: PageClient, chidi: SignUp, who: str) -> None:
    service.say_thanks(chidi, "My coat is whole")
    with clock.stop_at(AFTER):
        page = client.become(street.person(who)).get(f"/sessions/{street.session.id}/went")
        public = client.get(f"/sessions/{street.session.id}").text
    if who in ("amina", "bilal", "dora", "gita"):
        assert page.status_code == 200
        for words in ("My coat is whole", "Chidi", "2 people came, 1 for the first time.", "1 hour 35 minutes"):
            assert words in page.text
        assert f"/report/thanks/{db.session.scalars(select(Thanks)).one().id}" in page.text
        assert ("Same as last time" in page.text) is (who != "bilal")
    elif who in ("stranger", "femi"):
        assert (page.status_code, page.location) == (303, "/sign-in")
    else:
        assert page.status_code == 403
    assert "My coat is whole" not in public
    assert "Chidi" not in public


def test_a_line_is_reported_and_hidden(street: Street, client: PageClient, chidi: SignUp) -> None:
    line = service.say_thanks(chidi, "Rude words")
    path = f"/report/thanks/{line.id}"
    client.become(street.bilal)
    assert client.get(path).status_code == 200
    sent = {"reason": "unkind", "words": ""}
    assert client.send(path, sent).status_code == 303
    service.hide_thanks(street.dora.id, db.session.get_one(Thanks, line.id), "Unkind.")
    with clock.stop_at(AFTER):
        client.become(street.amina)
        assert "Rude words" not in client.get(f"/sessions/{street.session.id}/went").text
        text = client.get(f"/come/{queries.token_of(chidi)}/after").text
    assert "You wrote" not in text


def test_nobody_counted(street: Street, client: PageClient) -> None:
    with clock.stop_at(AFTER):
        text = client.become(street.amina).get(f"/sessions/{street.session.id}/went").text
    assert "Nobody is counted yet" in text
    assert "Tell the story" in text


def test_nobody_came(street: Street, client: PageClient) -> None:
    with clock.stop_at(OVER):
        service.close(street.amina.id, held(street), 30)
        text = client.become(street.amina).get(f"/sessions/{street.session.id}/went").text
    assert "Nobody came this time." in text


def test_what_comes_next(street: Street, client: PageClient, token: str) -> None:
    session(street, AFTER + timedelta(days=6), name="Socks")
    with clock.stop_at(AFTER):
        assert "Socks" in client.get(f"/come/{token}/after").text


def test_statements(street: Street, client: PageClient, token: str) -> None:
    for number in range(30):
        more = sign_up(street.session, person(f"Guest{number} Long"))
        service.say_thanks(more, f"Line {number}")
    db.session.commit()
    with clock.stop_at(AFTER):
        client.become(street.amina)
        for page in (f"/sessions/{street.session.id}/went", f"/come/{token}/after"):
            with count_statements() as counted:
                assert client.get(page).status_code == 200
            assert counted.number <= 12, counted.texts
