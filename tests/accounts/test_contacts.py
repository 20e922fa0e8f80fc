"""What counts as an e-mail address or a UK mobile number. No database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participate.accounts import rules
from participate.accounts.words import MAIL_ONLY, NOT_A_CONTACT, NOT_A_MOBILE, NOT_AN_EMAIL, Channel


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("amina@example.org", "amina@example.org"),
        ("  Amina@Example.ORG ", "amina@example.org"),
        ("amina+bread@mail.example.org", "amina+bread@mail.example.org"),
        ("ąžuolas@example.org", "ąžuolas@example.org"),
    ],
)
def test_addresses(typed: str, contact: str) -> None:
    assert rules.read_contact(typed, can_text=False) == (Channel.MAIL, contact)


@pytest.mark.parametrize(
    "typed", ["07700 900123", "07700900123", "+44 7700 900123", "0044 7700 900123", "07700-900-123"]
)
def test_mobiles(typed: str) -> None:
    assert rules.read_contact(typed, can_text=True) == (Channel.TEXT, "+447700900123")


@pytest.mark.parametrize(
    ("typed", "can_text", "message"),
    [
        ("amina", True, NOT_A_CONTACT),
        ("amina", False, NOT_AN_EMAIL),
        ("amina@", True, NOT_AN_EMAIL),
        ("@example.org", True, NOT_AN_EMAIL),
        ("a@b@example.org", True, NOT_AN_EMAIL),
        ("amina@example.org\r\nBcc: x@example.org", True, NOT_AN_EMAIL),
        ("07700 90012", True, NOT_A_MOBILE),
        ("020 7946 0000", True, NOT_A_MOBILE),
        ("+33 6 12 34 56 78 90 12", True, NOT_A_MOBILE),
        ("07700 900123", False, MAIL_ONLY),
        ("٠٧٧٠٠", True, NOT_A_MOBILE),
        ("<script>alert(1)</script>", True, NOT_A_CONTACT),
    ],
)
def test_refused_with_a_reason(typed: str, can_text: bool, message: str) -> None:
    with pytest.raises(rules.BadContact) as bad:
        rules.read_contact(typed, can_text)
    assert bad.value.message == message


@given(st.text(max_size=300))
def test_any_text_is_a_contact_or_refused(typed: str) -> None:
    try:
        channel, contact = rules.read_contact(typed, can_text=True)
    except rules.BadContact:
        return
    assert "\n" not in contact
    assert channel is Channel.MAIL or contact.startswith("+")


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("123456", "123456"), ("123 456", "123456"), ("123-456", "123456"), ("١٢٣٤٥٦", "123456"), ("12345", ""),
        ("1234567", ""), ("12a456", ""), ("", ""), ("½23456", ""),
    ],
)  # fmt: skip
def test_codes_as_typed(typed: str, digits: str) -> None:
    assert rules.read_code(typed) == digits


def test_masked() -> None:
    assert rules.masked(Channel.MAIL, "amina@example.org") == "a…@example.org"
    assert rules.masked(Channel.TEXT, "+447700900123") == "…0123"
