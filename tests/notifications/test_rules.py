"""Which way a letter goes, and which answers of a mail server are for good. No database."""

import pytest

from participate.notifications import rules
from participate.notifications.words import Way


@pytest.mark.parametrize(
    ("email", "phone", "way"),
    [
        ("a@example.org", "+447700900123", (Way.MAIL, "a@example.org")),
        ("a@example.org", None, (Way.MAIL, "a@example.org")),
        (None, "+447700900123", (Way.TEXT, "+447700900123")),
        ("", "+447700900123", (Way.TEXT, "+447700900123")),
        (None, None, None),
        ("", "", None),
    ],
)
def test_mail_first_then_text(email: str | None, phone: str | None, way: tuple[Way, str] | None) -> None:
    assert rules.way_to(email, phone) == way


@pytest.mark.parametrize(
    ("codes", "lasting"),
    [([550], True), ([550, 553], True), ([450], False), ([421], False), ([550, 450], False), ([], False)],
)
def test_a_lasting_no(codes: list[int], lasting: bool) -> None:
    assert rules.lasting_no(codes) is lasting
