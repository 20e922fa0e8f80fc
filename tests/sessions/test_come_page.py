"""The page behind a secret link."""

import pytest

from participate.sessions import queries
from tests.page import PageClient
from tests.sessions.signing import sign_up
from tests.street import Street


def test_the_link_opens_it(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    page = client.get(f"/come/{queries.token_of(made)}")
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("bad", ["x", "1-" + "0" * 32, "1-" + "é" * 32, "0-" + "0" * 32, "9" * 5000, "%00", "1-", "-"])
def test_a_bad_link(street: Street, client: PageClient, bad: str) -> None:
    sign_up(street.session, street.chidi)
    assert client.get(f"/come/{bad}").status_code == 404


def test_a_new_salt_ends_the_old_link(street: Street, client: PageClient) -> None:
    made = sign_up(street.session, street.chidi)
    old = queries.token_of(made)
    made.salt = "t" * 32
    assert client.get(f"/come/{old}").status_code == 404
    assert client.get(f"/come/{queries.token_of(made)}").status_code == 200
