"""The headers of every answer, and the cookies that a stranger gets (none)."""

import pytest
from flask import Flask

from participate.core.headers import FIXED
from tests.page import PageClient
from tests.street import Street


@pytest.mark.parametrize("path", ["/sign-in", "/no-such-page", "/mine/account", "/static/css/site.css", "/roles"])
def test_every_answer_has_them(street: Street, client: PageClient, path: str) -> None:
    answer = client.get(path)
    for name, value in FIXED.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "charset=utf-8" in answer.headers["Content-Type"]


def test_a_stranger_gets_no_cookie_on_a_public_page(street: Street, client: PageClient) -> None:
    for path in ("/", "/programme", "/projects", "/spaces", "/materials", "/recipes", "/hubs"):
        assert "Set-Cookie" not in client.get(path).headers, path


def test_pages_of_somebody_signed_in_are_not_stored(street: Street, client: PageClient) -> None:
    client.become(street.chidi)
    assert client.get("/mine/account").headers["Cache-Control"] == "no-store"


def test_versioned_files_are_kept_for_a_year(client: PageClient) -> None:
    assert "immutable" in client.get("/static/css/site.css?v=1").headers["Cache-Control"]
    assert "immutable" not in client.get("/static/css/site.css").headers["Cache-Control"]


def test_https_sites_ask_for_https(app: Flask) -> None:
    settings = app.extensions["settings"]
    assert not settings.https
    assert "Strict-Transport-Security" not in app.test_client().get("/sign-in").headers


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_no_write_without_the_token_of_this_browser(street: Street, client: PageClient, method: str) -> None:
    client.become(street.chidi)
    answer = getattr(client, method)("/mine/account", data={"name": "X"})
    assert answer.status_code in (400, 405)


def test_a_token_of_another_browser_is_refused(app: Flask, street: Street, client: PageClient) -> None:
    other = app.test_client().become(street.amina)
    token = other.token("/mine/account")
    client.become(street.chidi)
    assert client.post("/sign-out", data={"csrf_token": token}).status_code == 400
