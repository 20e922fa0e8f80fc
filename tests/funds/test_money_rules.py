"""Pounds and pence, and what a fund may give. No database."""

from datetime import date

import pytest

from participate.funds.rules import money as rules

TODAY, LATER, GONE = date(2026, 7, 2), date(2026, 7, 31), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("120", 12000), ("£99.50", 9950), (" £ 5 ", 500), ("1,200", 120000), ("1", 100), ("100000", 10000000)],
)
def test_what_money_looks_like(typed: str, pence: int) -> None:
    assert rules.pence_of(typed) == pence


@pytest.mark.parametrize("typed", ["", "x", "-5", "5.5", "1,20", "٣", "5 pounds", "1e3", "£", "1234567890", "5.555"])
def test_what_it_does_not(typed: str) -> None:
    with pytest.raises(rules.NotMoney):
        rules.pence_of(typed)


@pytest.mark.parametrize("typed", ["0", "0.99", "100001", "100,000.01"])
def test_too_little_and_too_much(typed: str) -> None:
    with pytest.raises(rules.TooMuchMoney):
        rules.pence_of(typed)


@pytest.mark.parametrize(
    ("pence", "words"), [(0, "£0"), (100, "£1"), (9950, "£99.50"), (120000, "£1,200"), (120005, "£1,200.05")]
)
def test_how_it_is_written(pence: int, words: str) -> None:
    assert rules.pounds(pence) == words


@pytest.mark.parametrize(
    ("pence", "left", "closes", "broken"),
    [
        (6000, 50000, LATER, None), (10000, 10000, TODAY, None), (6000, 50000, GONE, rules.FundClosed),
        (6000, 99, LATER, rules.FundClosed), (10001, 50000, LATER, rules.TooMuchMoney),
        (99, 50000, LATER, rules.TooMuchMoney), (6000, 5900, LATER, rules.NotSoMuchLeft),
    ],
)  # fmt: skip
def test_who_may_ask_for_how_much(pence: int, left: int, closes: date, broken: type[Exception] | None) -> None:
    if broken is None:
        rules.check_ask(pence, most=10000, left=left, closes_on=closes, today=TODAY)
        return
    with pytest.raises(broken):
        rules.check_ask(pence, most=10000, left=left, closes_on=closes, today=TODAY)


@pytest.mark.parametrize(
    ("pence", "broken"), [(6000, None), (1, None), (6001, rules.MoreThanAsked), (0, rules.TooMuchMoney)]
)
def test_how_much_may_be_given(pence: int, broken: type[Exception] | None) -> None:
    if broken is None:
        rules.check_grant(pence, 6000)
        return
    with pytest.raises(broken):
        rules.check_grant(pence, 6000)
