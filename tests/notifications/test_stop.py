"""One press ends the weekly mail (RFC 8058), by her or by her mail programme; a GET changes nothing."""

import pytest
from flask import Flask

from participate.core import mail
from participate.core.db import db, transaction
from participate.notifications import queries, service
from participate.notifications.service.writing import write
from participate.notifications.words import Choice, Way
from tests.page import PageClient
from tests.street import CAST, Street

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def address(street: Street) -> str:
    with transaction():
        chosen = service.choose(street.chidi.id, street.chidi.id, Choice.WEEKLY)
        return f"/no-more/{queries.token_of(chosen)}"


def choice(street: Street) -> Choice:
    db.session.expire_all()
    return queries.choice_of(street.chidi.id)


@pytest.mark.parametrize("who", CAST)
def test_whoever_has_the_address_may_stop_it(street: Street, client: PageClient, who: str) -> None:
    path = address(street)
    client.become(street.person(who))
    assert "No more weekly mail?" in client.get(path).text
    assert choice(street) is Choice.WEEKLY
    assert client.send(path).location == path
    assert "Done. You still hear" in client.get(path).text
    assert choice(street) is Choice.ONLY_YES


def test_a_mail_programme_posts_without_cookie_and_token_and_gets_no_redirect(
    street: Street, client: PageClient
) -> None:
    path = address(street)
    for _again in range(2):
        answer = client.post(path, data=ONE_CLICK)
        assert (answer.status_code, answer.data) == (200, b"")
    assert choice(street) is Choice.ONLY_YES


def test_the_page_of_the_address_is_named_to_nobody(street: Street, client: PageClient) -> None:
    answer = client.get(address(street))
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_a_wrong_address(street: Street, client: PageClient) -> None:
    path = address(street)
    number, _dash, mac = path.rpartition("/")[2].partition("-")
    wrong = [f"{number}-{'0' * 32}", f"{street.amina.id}-{mac}", f"0-{mac}", mac, "-", "x" * 500, f"{number}-{mac}0",
             f"{number}-ü", f"{10**12}-{mac}", f"²-{mac}", "🙂"]  # fmt: skip
    for token in wrong:
        assert client.get(f"/no-more/{token}").status_code == 404, token
        assert client.post(f"/no-more/{token}", data=ONE_CLICK).status_code == 404, token
    assert choice(street) is Choice.WEEKLY


def test_choosing_it_anew_makes_old_addresses_worthless(street: Street, client: PageClient) -> None:
    old = address(street)
    client.post(old, data=ONE_CLICK)
    new = address(street)
    assert old != new
    assert client.post(old, data=ONE_CLICK).status_code == 404
    assert choice(street) is Choice.WEEKLY


def test_another_site_cannot_press_it_in_her_browser(street: Street, client: PageClient) -> None:
    answer = client.post(address(street), data={}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert choice(street) is Choice.WEEKLY


def test_every_other_post_still_needs_its_token(street: Street, client: PageClient) -> None:
    """The negative control: leaving the token out is only allowed where the address itself is the proof."""
    app_enabled = client.application.config.get("WTF_CSRF_ENABLED", True)
    assert app_enabled
    client.become(street.chidi)
    assert client.post("/letters-to-me/choice", data={"choice": "nothing"}).status_code == 400


def test_the_headers_of_the_mail(app: Flask, street: Street) -> None:
    url = f"http://127.0.0.1:8000{address(street)}"
    things = [{"kind": "session", "title": "Bread", "when": "", "reason": "You said baking", "url": "http://x/1"}]
    letter = write("weekly", Way.MAIL, "c@example.org", 7, {"things": things, "stop_url": url}, street.chidi)
    message = mail.message_of(letter, "from@example.org", "example.org")
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert url in letter.body
    assert url in letter.html
    plain = write("session_off", Way.TEXT, "+447700900123", 8, {"name": "x", "dates": [], "reason": "y", "id": 1,
                  "project_id": 1, "project": "p", "token": "t"}, street.chidi)  # fmt: skip
    assert plain.stop_url == ""
    assert "List-Unsubscribe" not in mail.message_of(plain, "from@example.org", "example.org")
