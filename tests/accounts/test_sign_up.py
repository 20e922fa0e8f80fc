"""Joining: four questions, a code, and nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from participate.accounts.models import Code, Person, SignIn
from participate.accounts.words import PersonStatus
from participate.core import clock
from participate.core.db import db
from participate.core.mail import list_laid
from participate.outbox import service as outbox
from tests.page import PageClient
from tests.street import NOON, Street

FORM = {"name": "Hana Novak", "contact": "hana@example.org", "adult": "y"}


def form_of(street: Street, **more: str) -> dict[str, str]:
    return FORM | {"ward": str(street.ward.id)} | more


def sent_code(app: Flask) -> str:
    """The digits of the newest letter, after the worker ran."""
    outbox.run_due()
    newest = list_laid(app.extensions["settings"].data / "letters")[0]
    return re.search(r"\b(\d{6})\b", newest.body).group(1)


def persons() -> int:
    return db.session.scalar(select(func.count()).select_from(Person))


def test_a_stranger_joins_with_a_code(app: Flask, street: Street, client: PageClient) -> None:
    before = persons()
    answer = client.send("/join", form_of(street))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/code")
    assert persons() == before, "nobody joins before the code"
    done = client.send("/code", {"code": sent_code(app)})
    assert done.status_code == 303
    person = db.session.scalar(select(Person).where(Person.email == "hana@example.org"))
    assert (person.name, person.ward_id, person.adult_at) == ("Hana Novak", street.ward.id, NOON)
    assert "Hana Novak" in client.get("/mine/account").text


def test_a_code_works_once(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    digits = sent_code(app)
    with client.session_transaction() as kept:
        at_code = dict(kept)
    assert client.send("/code", {"code": digits}).status_code == 303
    again = app.test_client()
    with again.session_transaction() as kept:
        kept.update(at_code)
    assert again.get("/code").headers["Location"] == "/sign-in"
    assert db.session.scalar(select(func.count()).select_from(SignIn)) == 1


def test_another_browser_cannot_use_the_code(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    digits = sent_code(app)
    thief = app.test_client()
    with thief.session_transaction() as kept:
        kept["code"] = db.session.scalar(select(Code.id))
        kept["code_secret"] = "guess"
    assert thief.send("/code", {"code": digits}).status_code == 422
    assert persons() == 7


def test_a_get_uses_nothing_up(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    for _look in range(3):
        assert client.get("/code").status_code == 200
    assert client.send("/code", {"code": sent_code(app)}).status_code == 303


def test_a_code_is_too_old_after_ten_minutes(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    digits = sent_code(app)
    with clock.stop_at(NOON + timedelta(minutes=10, seconds=1)):
        answer = client.send("/code", {"code": digits})
    assert answer.status_code == 422
    assert "no longer works" in answer.text


def test_five_wrong_tries_end_a_code(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    digits = sent_code(app)
    wrong = "000000" if digits != "000000" else "111111"
    for left in (4, 3, 2, 1):
        assert f"Tries left: {left}" in client.send("/code", {"code": wrong}).text
    client.send("/code", {"code": wrong})
    assert client.send("/code", {"code": digits}).status_code == 422
    assert persons() == 7


def test_the_code_is_nowhere_in_clear_once_sent(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    digits = sent_code(app)
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            assert digits not in str(tuple(row)), table.name


def test_a_new_code_makes_the_old_one_void(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street))
    first = sent_code(app)
    with clock.stop_at(NOON + timedelta(seconds=5)):
        client.send("/code/again", page="/code")
        second = sent_code(app)
        if first != second:
            assert client.send("/code", {"code": first}).status_code == 422
        assert client.send("/code", {"code": second}).status_code == 303


def test_two_adults_share_an_address(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street, name="Ben Okafor", contact="chidi@example.org"))
    asked = client.send("/code", {"code": sent_code(app)})
    assert asked.headers["Location"] == "/code/who"
    page = client.get("/code/who").text
    assert "Chidi Okafor" in page
    assert "Ben Okafor (I am new here)" in page
    assert client.send("/code/who", {"person": "new"}).status_code == 303
    assert db.session.scalar(select(func.count()).where(Person.email == "chidi@example.org")) == 2


def test_the_known_one_of_two_signs_in(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street, name="Ben Okafor", contact="chidi@example.org"))
    client.send("/code", {"code": sent_code(app)})
    client.send("/code/who", {"person": str(street.chidi.id)})
    assert "Chidi Okafor" in client.get("/mine/account").text


def test_the_answer_does_not_tell_who_is_known(app: Flask, street: Street) -> None:
    answers = []
    for address in ("chidi@example.org", "nobody@example.org", "femi@example.org"):
        browser = app.test_client()
        answer = browser.send("/sign-in", {"contact": address})
        page = browser.get("/code").text.replace(address[0] + "…@example.org", "X")
        answers.append((answer.status_code, answer.headers["Location"], re.sub(r'value="[^"]*"', "", page)))
    assert answers[0] == answers[1] == answers[2]


def test_an_unknown_address_is_asked_who_after_the_code(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/sign-in", {"contact": "nobody@example.org"})
    assert client.send("/code", {"code": sent_code(app)}).headers["Location"] == "/code/about"
    about = {"name": "Nia", "ward": str(street.ward.id), "adult": "y"}
    assert client.send("/code/about", about).status_code == 303
    assert "Nia" in client.get("/mine/account").text


def test_a_suspended_person_cannot_come_back_by_joining(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/join", form_of(street, contact="femi@example.org"))
    client.send("/code", {"code": sent_code(app)})
    answer = client.get("/code/who")
    assert answer.status_code == 403
    assert "paused" in answer.text
    assert client.get("/mine/account").status_code == 303


def test_what_she_typed_is_kept(app: Flask, street: Street, client: PageClient) -> None:
    with client.session_transaction() as kept:
        kept["draft"] = {"say": "I like baking bread", "kind": "interest"}
    assert "I like baking bread" in client.get("/join").text
    client.send("/join", form_of(street))
    client.send("/code", {"code": sent_code(app)})
    person = db.session.scalar(select(Person).where(Person.email == "hana@example.org"))
    from participate.profiles.models import Posting  # noqa: PLC0415 - the slice above, asked only here

    assert db.session.scalars(select(Posting.words).where(Posting.person_id == person.id)).all() == ["baking bread"]


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "", "Tell us what to call you"),
        ("name", "x" * 10_000, "Use at most 80 letters"),
        ("name", "Ana\x00", "cannot be shown"),
        ("contact", "hana", "Write an e-mail address"),
        ("contact", "07700 90012", "A UK mobile has 11 digits"),
        ("contact", "", "Write your e-mail or mobile"),
        ("ward", "999999", "Choose your neighbourhood"),
        ("ward", "<script>", "Choose your neighbourhood"),
        ("adult", "", "18 or over"),
    ],
)
def test_bad_input_is_answered_beside_the_field(
    street: Street, client: PageClient, field: str, typed: str, words: str
) -> None:
    form = form_of(street, **{field: typed})
    if field == "adult":
        del form["adult"]
    answer = client.send("/join", form)
    assert answer.status_code == 422
    assert words in answer.text
    assert f'id="{field}-error"' in answer.text
    kept = "hana@example.org" if field != "contact" else "Hana Novak"
    assert kept in answer.text


@pytest.mark.parametrize("name", ["😀 Zoë", "اَمینہ", "<script>alert(1)</script>", "O’Neill-Ștefan", "Ana\u202eanA"])
def test_any_name_is_welcome(app: Flask, street: Street, client: PageClient, name: str) -> None:
    client.send("/join", form_of(street, name=name))
    assert client.send("/code", {"code": sent_code(app)}).status_code == 303
    assert "<script>alert" not in client.get("/mine/account").text


def test_a_borrowed_phone_forgets_after_half_an_hour(app: Flask, street: Street, client: PageClient) -> None:
    client.send("/sign-in", {"contact": "chidi@example.org", "borrowed": "y"})
    client.send("/code", {"code": sent_code(app)})
    with clock.stop_at(NOON + timedelta(minutes=29)):
        assert client.get("/mine/account").status_code == 200
    with clock.stop_at(NOON + timedelta(minutes=60)):
        assert client.get("/mine/account").status_code == 303


def test_too_many_codes_for_one_address(app: Flask, street: Street) -> None:
    statuses = [app.test_client().send("/sign-in", {"contact": "chidi@example.org"}).status_code for _n in range(6)]
    assert statuses == [303] * 5 + [429]
    other = app.test_client().send("/sign-in", {"contact": "amina@example.org"})
    assert other.status_code == 303, "others are not held up"
    with clock.stop_at(NOON + timedelta(minutes=16)):
        assert app.test_client().send("/sign-in", {"contact": "chidi@example.org"}).status_code == 303


def test_a_suspension_ends_a_sign_in_at_once(app: Flask, street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    assert client.get("/mine/account").status_code == 200
    db.session.get(Person, street.chidi.id).status = PersonStatus.SUSPENDED
    db.session.commit()
    assert client.get("/mine/account").status_code == 303


def test_sign_out_everywhere(app: Flask, street: Street, client: PageClient) -> None:
    other = app.test_client().become(street.chidi)
    client.become(street.chidi)
    assert client.send("/mine/sign-ins/end", page="/mine/sign-ins").status_code == 303
    assert client.get("/mine/account").status_code == 303
    assert other.get("/mine/account").status_code == 303


def test_nobody_ends_the_sign_in_of_another(app: Flask, street: Street, client: PageClient) -> None:
    app.test_client().become(street.amina)
    theirs = db.session.scalar(select(SignIn.id).where(SignIn.person_id == street.amina.id))
    client.become(street.chidi)
    assert client.send(f"/mine/sign-ins/{theirs}/end", page="/mine/sign-ins").status_code == 404
    assert db.session.get(SignIn, theirs).ended_at is None


def test_where_she_was_going(app: Flask, street: Street, client: PageClient) -> None:
    assert client.get("/mine/sign-ins").headers["Location"] == "/sign-in"
    client.send("/sign-in", {"contact": "chidi@example.org"})
    assert client.send("/code", {"code": sent_code(app)}).headers["Location"] == "/mine/sign-ins"


def test_the_summary_follows_the_page(street: Street, client: PageClient) -> None:
    answer = client.send("/join", {"name": ""}).text
    places = [answer.index(f'href="#{field}"') for field in ("name", "contact", "ward", "adult")]
    assert places == sorted(places)
