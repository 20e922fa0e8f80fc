"""The page where the letters of the demo lie."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask

from participate.core import clock, mail
from participate.core.db import transaction
from participate.notifications import jobs
from participate.outbox import service
from tests.notifications.conftest import Laid
from tests.page import PageClient
from tests.street import CAST, NOON, Street


def lay(folder: Laid, number: int, **more: str) -> None:
    words = "Your code is 123456.\n"
    letter = mail.Letter("mail", "a@example.org", f"Letter {number}", words, "<p>x</p>", f"k{number}")
    with clock.stop_at(NOON + timedelta(seconds=number)):
        mail._lay(folder.folder, replace(letter, **more))


@pytest.mark.parametrize("who", CAST)
def test_anyone_may_read_it(street: Street, client: PageClient, laid: Laid, who: str) -> None:
    lay(laid, 1)
    page = client.become(street.person(who)).get("/letters")
    assert page.status_code == 200
    assert "Nothing was sent" in page.text
    assert "a@example.org" in page.text


def test_newest_first_ten_a_page(app: Flask, client: PageClient, laid: Laid) -> None:
    for number in range(12):
        lay(laid, number)
    first, second = client.get("/letters").text, client.get("/letters?page=2").text
    assert first.index("Letter 11<") < first.index("Letter 10<")
    assert "Letter 1<" not in first
    assert "Letter 1<" in second


def test_words_stay_words_and_addresses_become_links(app: Flask, client: PageClient, laid: Laid) -> None:
    lay(laid, 1, body="<script>x</script>\n\nhttp://127.0.0.1:8000/sessions/1", to='"><b>@example.org', subject="<i>")
    text = client.get("/letters").text
    assert "<script>x" not in text
    assert "&lt;script&gt;x" in text
    assert '<a href="http://127.0.0.1:8000/sessions/1"' in text
    assert '"><b>@' not in text


def test_empty(app: Flask, client: PageClient, laid: Laid) -> None:
    assert "No letters yet" in client.get("/letters").text


@pytest.mark.parametrize("change", [{"smtp_url": "smtp://localhost"}, {"env": "production"}])
def test_no_such_page_where_letters_are_sent(
    app: Flask, client: PageClient, laid: Laid, monkeypatch: pytest.MonkeyPatch, change: dict[str, str]
) -> None:
    lay(laid, 1)
    monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], **change))
    assert client.get("/letters").status_code == 404


def test_a_link_in_a_letter_leads_somewhere(hello: None, street: Street, client: PageClient, laid: Laid) -> None:
    with transaction():
        service.promise("letter", {"name": "hello", "person_id": street.chidi.id, "facts": {"name": "you"}})
    service.run_due()
    address = laid.only().body.split("come to ")[1].split()[0]
    assert client.get(urlsplit(address).path).status_code == 200


def test_after_a_week_they_are_gone(app: Flask, laid: Laid) -> None:
    lay(laid, 1)
    with clock.stop_at(NOON + timedelta(days=6)):
        jobs.forget_laid()
        assert len(laid.all()) == 1
        lay(laid, 2 + 6 * 86_400)
    with clock.stop_at(NOON + timedelta(days=8)):
        jobs.forget_laid()
    assert [letter.subject for letter in laid.all()] == [f"Letter {2 + 6 * 86_400}"]
