"""A card signs in after one press, once she has it and until it is ended; nothing is found out by trying."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from participate.accounts import rules, service
from participate.accounts.models import Card, Person, SignIn
from participate.accounts.words import PersonStatus, Role
from participate.core import clock
from participate.core.db import db
from tests.more.people import write_down
from tests.page import PageClient
from tests.street import NOON, Street, give


def printed(app: Flask, street: Street) -> tuple[Person, str]:
    """Nadia and the code on her card, as Dora prints it."""
    nadia = write_down(street)
    client = app.test_client().become(street.dora)
    answer = client.send(f"/people/{nadia.id}/card")
    assert answer.status_code == 303
    page = client.get(answer.headers["Location"]).text
    return nadia, re.search(r"\w{4}-\w{4}-\w{4}", page.split('class="bigcode"')[1]).group(0)


def signed_in() -> list[SignIn]:
    return list(db.session.scalars(select(SignIn).where(SignIn.browser_name != "test")))


def test_a_typed_code_signs_in_on_a_borrowed_device(app: Flask, street: Street, client: PageClient) -> None:
    nadia, code = printed(app, street)
    answer = client.send("/card", {"code": code.lower().replace("-", " ")})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/mine")
    (held,) = signed_in()
    assert (held.person_id, held.borrowed) == (nadia.id, True)
    assert client.get("/mine").status_code == 200
    with clock.stop_at(NOON + timedelta(minutes=31)):
        assert client.get("/mine").status_code == 303


def test_looking_at_a_scanned_card_signs_nobody_in(app: Flask, street: Street, client: PageClient) -> None:
    _nadia, code = printed(app, street)
    page = client.get(f"/card/{code}")
    assert page.status_code == 200
    assert "Nadia" not in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert not signed_in()
    assert client.send(f"/card/{code}").headers["Location"] == "/mine"
    assert len(signed_in()) == 1


def test_every_card_that_opens_nothing_says_the_same(app: Flask, street: Street) -> None:
    nadia, code = printed(app, street)
    card = db.session.scalar(select(Card))

    def said() -> tuple[int, str]:
        answer = app.test_client().send("/card", {"code": code})
        return answer.status_code, re.sub(r'value="[^"]*"', "", answer.text)

    right = card.code_hash
    card.code_hash = "0" * 64
    unknown = said()
    card.code_hash = right
    assert unknown[0] == 422
    card.ended_at = clock.now()
    assert said() == unknown
    card.ended_at, card.good_until = None, clock.now() - timedelta(days=1)
    assert said() == unknown
    card.good_until, nadia.status = clock.now() + timedelta(days=1), PersonStatus.SUSPENDED
    assert said() == unknown
    nadia.status = PersonStatus.ACTIVE
    give(nadia, Role.HOST, "project:1")
    assert said() == unknown, "a card opens no door to a role"
    assert not signed_in()


def test_the_table_does_not_hold_the_code(app: Flask, street: Street) -> None:
    _nadia, code = printed(app, street)
    row = db.session.execute(select(Card.__table__)).one()
    assert code.replace("-", "") not in " ".join(str(each) for each in row)


def test_a_new_card_ends_the_one_before_and_a_lost_one_is_ended(app: Flask, street: Street, client: PageClient) -> None:
    nadia, first = printed(app, street)
    staff = app.test_client().become(street.dora)
    staff.send(f"/people/{nadia.id}/card")
    assert client.send("/card", {"code": first}).status_code == 422
    second = service.card_line(service.code_of(db.session.scalar(select(Card).where(Card.ended_at.is_(None)))))
    staff.send(f"/people/{nadia.id}/card/end", page=f"/people/{nadia.id}/card")
    assert client.send("/card", {"code": second}).status_code == 422


def test_only_who_made_it_sees_it_and_only_for_a_quarter_of_an_hour(app: Flask, street: Street) -> None:
    nadia, code = printed(app, street)
    page = f"/people/{nadia.id}/card"
    assert code in app.test_client().become(street.dora).get(page).text
    assert app.test_client().become(street.dora).get(f"{page}.svg").mimetype == "image/svg+xml"
    other = app.test_client().become(street.gita)
    assert code not in other.get(page).text
    assert other.get(f"{page}.svg").status_code == 404
    later = app.test_client().become(street.dora)
    with clock.stop_at(NOON + timedelta(minutes=16)):
        assert code not in later.get(page).text
        assert later.get(f"{page}.svg").status_code == 404


def test_who_has_a_role_gets_no_card(app: Flask, street: Street) -> None:
    street.amina.bounced_at = clock.now()
    db.session.commit()
    answer = app.test_client().become(street.dora).send(f"/people/{street.amina.id}/card")
    assert answer.status_code == 409
    assert db.session.scalar(select(Card.id)) is None


def test_guessing_is_slowed_down(app: Flask, street: Street, client: PageClient) -> None:
    statuses = [client.send("/card", {"code": "ABCD-EFGH-JKMN"}).status_code for _try in range(31)]
    assert set(statuses[:30]) == {422}
    assert statuses[30] == 429


@pytest.mark.parametrize("typed", ["", "x" * 10_000, "a\x00b", "👩🏾‍🌾", "<script>", "٠١٢٣٤٥٦٧٨٩٠١"])
def test_bad_codes_are_answered_kindly(app: Flask, street: Street, client: PageClient, typed: str) -> None:
    assert client.send("/card", {"code": typed}).status_code == 422


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("abcd-efgh-jkmn", "ABCDEFGHJKMN"),
        (" ABCD EFGH JKMN ", "ABCDEFGHJKMN"),
        ("ABCD-EFGH", ""),
        ("ABCD-EFGH-JKM0", ""),
    ],
)
def test_a_code_is_read(typed: str, read: str) -> None:
    assert rules.read_card(typed) == read
