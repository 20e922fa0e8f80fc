"""A form of another site is refused, whatever token it carries (S-27)."""

import pytest

from tests.page import PageClient
from tests.street import Street

FOREIGN = (
    {"Origin": "https://elsewhere.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
)
OWN = (
    {},
    {"Origin": "http://localhost"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
)


@pytest.mark.parametrize("headers", FOREIGN)
def test_refused_with_a_good_token(client: PageClient, street: Street, headers: dict[str, str]) -> None:
    assert client.become(street.chidi).send("/sign-out", page="/mine", headers=headers).status_code == 403


@pytest.mark.parametrize("headers", OWN)
def test_taken_from_here(client: PageClient, street: Street, headers: dict[str, str]) -> None:
    assert client.become(street.chidi).send("/sign-out", page="/mine", headers=headers).status_code == 303


def test_reading_from_elsewhere_is_free(client: PageClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
