"""Pages about my letters: who may see them, what they show, and what a press changes."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participate.core import clock
from participate.core.db import db, transaction
from participate.notifications import queries, service
from participate.notifications.models import Attention, Notice
from participate.notifications.words import Choice
from participate.outbox import service as outbox
from tests.more.notifications import things
from tests.notifications.conftest import Laid, promise_letter
from tests.page import PageClient
from tests.statements import count_statements
from tests.street import CAST, NOON, Street

pytestmark = pytest.mark.usefixtures("hello")
PAGES = ("/letters-to-me", "/letters-to-me/choice", "/letters-to-me/here")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", CAST)
def test_who_may_see_my_letters(street: Street, client: PageClient, who: str, page: str) -> None:
    things(street)
    answer = client.become(street.person(who)).get(page)
    assert answer.status_code == (303 if who in ("stranger", "femi") else 200)
    assert ("A reminder" in answer.text) is (who == "chidi" and page == "/letters-to-me"), "only one’s own"


def test_the_ledger_says_what_and_why(street: Street, client: PageClient) -> None:
    things(street)
    text = client.become(street.chidi).get("/letters-to-me").text
    for words in (
        "Sent (Mail): you said yes to this.", "Held back. On this site: you had enough from us this month.",
        "Held back: there was nothing good enough to say.", "Not sent: it was over: it was over by then.",
        "The hub tells you: you said yes to this.", "A letter from us", "Only what I said yes to.",
    ):  # fmt: skip
        assert words in " ".join(text.split()), words
    held = client.get("/letters-to-me?show=held").text
    assert "Held back" in held
    assert "It is your turn to borrow" not in held


def test_the_ledger_is_paged_in_few_statements(street: Street, client: PageClient, laid: Laid) -> None:
    for _each in range(30):
        promise_letter(street.chidi, why="said_yes")
    outbox.run_due()
    client.become(street.chidi)
    with count_statements() as counted:
        page = client.get("/letters-to-me").text
    assert "1 to 20 of 30" in page
    assert counted.number <= 12, counted.texts


def test_it_holds_no_word_of_a_letter(street: Street, client: PageClient, laid: Laid) -> None:
    promise_letter(street.chidi, facts={"name": "canary-words"})
    outbox.run_due()
    assert "canary" in laid.only().body + laid.only().html
    assert "canary" not in client.become(street.chidi).get("/letters-to-me").text


@pytest.mark.parametrize("chosen", list(Choice))
def test_one_of_three(street: Street, client: PageClient, chosen: Choice) -> None:
    client.become(street.chidi)
    answer = client.send("/letters-to-me/choice", {"choice": chosen.value})
    assert (answer.status_code, answer.location) == (303, "/letters-to-me")
    assert queries.choice_of(street.chidi.id) is chosen
    assert chosen.label in client.get("/letters-to-me").text


@pytest.mark.parametrize("bad", ["", "all", "x" * 10_000, "\0", "🙂", "<script>alert(1)</script>", "שלום"])
def test_a_choice_that_is_none(street: Street, client: PageClient, bad: str) -> None:
    answer = client.become(street.chidi).send("/letters-to-me/choice", {"choice": bad})
    assert answer.status_code == 422
    assert "Choose one of these." in answer.text
    assert db.session.scalars(select(Attention)).all() == []


def test_no_weekly_mail_without_an_address(street: Street, client: PageClient) -> None:
    with transaction():
        street.chidi.email, street.chidi.phone = None, "+447700900123"
    client.become(street.chidi)
    assert "We have no e-mail address of yours" in client.get("/letters-to-me/choice").text
    assert client.send("/letters-to-me/choice", {"choice": "weekly"}).status_code == 422


def held(street: Street) -> Notice:
    with transaction():
        service.choose(street.chidi.id, street.chidi.id, Choice.NOTHING)
    promise_letter(street.chidi)
    outbox.run_due()
    return db.session.scalars(select(Notice)).one()


def test_what_is_not_sent_stands_on_the_site_until_she_has_read_it(
    street: Street, client: PageClient, laid: Laid
) -> None:
    notice = held(street)
    client.become(street.chidi)
    assert "One thing for you to read" in client.get("/mine").text
    page = client.get("/letters-to-me/here").text
    assert "Hello neighbour" in page
    assert "Why you get this" not in page
    assert client.send(f"/letters-to-me/here/{notice.id}/away", page="/letters-to-me/here").status_code == 303
    assert "You have read everything" in client.get("/letters-to-me/here").text
    assert "for you to read" not in client.get("/mine").text
    db.session.expire_all()
    assert notice.facts == {}


@pytest.mark.parametrize("who", ["amina", "dora", "efua", "gita"])
def test_nobody_puts_away_what_is_not_hers(street: Street, client: PageClient, laid: Laid, who: str) -> None:
    notice = held(street)
    client.become(street.person(who))
    answer = client.send(f"/letters-to-me/here/{notice.id}/away", page="/letters-to-me/choice")
    assert answer.status_code == 404
    db.session.expire_all()
    assert notice.seen_at is None


def test_a_letter_that_can_be_written_no_more_still_has_its_line(street: Street, client: PageClient) -> None:
    for number, letter in enumerate(("no_such_letter", "session_off")):
        row = Notice(person_id=street.chidi.id, promise_id=number, letter=letter, facts={}, made_at=NOON)
        db.session.add(row)
    db.session.commit()
    page = client.become(street.chidi).get("/letters-to-me/here").text
    assert "A letter from us" in page
    assert "A session was cancelled" in page


def test_what_is_over_stands_there_no_more(street: Street, client: PageClient, laid: Laid) -> None:
    held(street)
    notice = db.session.scalars(select(Notice)).one()
    notice.good_until = NOON + timedelta(hours=1)
    db.session.commit()
    with clock.stop_at(NOON + timedelta(hours=2)):
        assert "You have read everything" in client.become(street.chidi).get("/letters-to-me/here").text


def test_a_letter_came_back(street: Street, client: PageClient) -> None:
    with transaction():
        street.chidi.bounced_at = NOON
    assert "A letter to you came back" in client.become(street.chidi).get("/letters-to-me").text
