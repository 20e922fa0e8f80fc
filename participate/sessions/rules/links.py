"""The secret link of a sign-up, and the short code to say on the phone. Pure: the keyed hash comes from outside."""

import hmac

MAC_LENGTH = 32  # hex digits: 128 bits that nobody guesses
LONGEST_TOKEN = 10 + 1 + MAC_LENGTH
# What can be read out on the phone and copied from paper: no 0 and O, no 1, I and L, no vowel that makes a word.
LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"
CODE_MAC = 3
LONGEST_CODE = 16


def token_from(sign_up_id: int, mac: str) -> str:
    """The secret part of an address: which sign-up, and the proof. `mac` is at least 32 hex digits."""
    return f"{sign_up_id}-{mac[:MAC_LENGTH]}"


def split_token(token: str) -> tuple[int, str] | None:
    """(sign-up id, proof) of a token; None when it cannot be one."""
    number, dash, mac = token.partition("-")
    if len(token) > LONGEST_TOKEN or not dash or not _is_number(number) or len(mac) != MAC_LENGTH:
        return None
    return (int(number), mac) if mac.isascii() else None


def is_same(given: str, right: str) -> bool:
    """Compare two proofs in the same time whatever they are."""
    return hmac.compare_digest(given.encode(), right.encode())


def code_from(sign_up_id: int, mac: str) -> str:
    """A code like "KPT-22F": three letters of proof, then which sign-up. For people, never a key to a public page."""
    return f"{_letters(int(mac[:8], 16))[-CODE_MAC:]}-{_letters(sign_up_id)}"


def split_code(typed: str) -> int | None:
    """Which sign-up a code speaks of; None when it cannot be one. Spaces, dashes and small letters are forgiven."""
    letters = "".join(c for c in typed.upper() if c not in " -\u2013\u00a0")
    if not CODE_MAC < len(letters) <= LONGEST_CODE or any(c not in LETTERS for c in letters):
        return None
    number = 0
    for c in letters[CODE_MAC:]:
        number = number * len(LETTERS) + LETTERS.index(c)
    return number if 0 < number < 2**31 else None


def _letters(number: int) -> str:
    """`number` written with LETTERS, at least three of them."""
    text = ""
    while number or len(text) < CODE_MAC:
        number, rest = divmod(number, len(LETTERS))
        text = LETTERS[rest] + text
    return text


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 10 and 0 < int(text) < 2**31
