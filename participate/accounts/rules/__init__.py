"""Rules of contacts, one-time codes, cards and PINs."""

from participate.accounts.rules.cards import (
    CARD_LIFE,
    CardWrong,
    NoCardForHer,
    card_line,
    check_card,
    check_card_for,
    read_card,
)
from participate.accounts.rules.codes import (
    CODE_DIGITS,
    CODE_LIFE,
    MOST_WRONG,
    BadContact,
    CodeSpent,
    CodeWrong,
    check_code,
    masked,
    read_code,
    read_contact,
    read_number,
)
from participate.accounts.rules.pins import LOCK_FOR, PINS_WRONG, PinLocked, PinTooEasy, PinWrong, check_pin, read_pin

__all__ = [
    "CARD_LIFE", "CODE_DIGITS", "CODE_LIFE", "LOCK_FOR", "MOST_WRONG", "PINS_WRONG", "BadContact", "CardWrong",
    "CodeSpent", "CodeWrong", "NoCardForHer", "PinLocked", "PinTooEasy", "PinWrong", "card_line", "check_card",
    "check_card_for", "check_code", "check_pin", "masked", "read_card", "read_code", "read_contact", "read_number",
    "read_pin",
]  # fmt: skip
