"""Rules of signing up and in. Pure."""

import re
from datetime import datetime, timedelta

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from participate.accounts.words import MAIL_ONLY, NOT_A_CONTACT, NOT_A_MOBILE, NOT_A_NUMBER, NOT_AN_EMAIL, Channel
from participate.core.errors import RuleBroken
from participate.core.words import mark

CODE_DIGITS = 6
CODE_LIFE = timedelta(minutes=10)
MOST_WRONG = 5
ANYWHERE_REGION = "GB"


class BadContact(RuleBroken):
    """What was typed is no address and no mobile number that we can reach. `message` says which and why."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self.message = message


class CodeWrong(RuleBroken):
    """The code is not the one that was sent."""

    message = mark("That is not the code we sent. Please look again. Tries left: %(left)s.")


class CodeSpent(RuleBroken):
    """The code was used, is too old, was tried too often, or belongs to another browser."""

    message = mark("That code no longer works. Ask for a new one: it takes a moment.")


def read_contact(typed: str, can_text: bool) -> tuple[Channel, str]:
    """The channel and the canonical form of an e-mail address or UK mobile number. Raises BadContact."""
    text = typed.strip()
    if "@" in text:
        return Channel.MAIL, _email(text)
    if sum(c.isdecimal() for c in text) < 5:
        raise BadContact(NOT_A_CONTACT if can_text else NOT_AN_EMAIL)
    if not can_text:
        raise BadContact(MAIL_ONLY)
    return Channel.TEXT, _mobile(text)


def _email(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False, test_environment=True).normalized.lower()
    except EmailNotValidError:
        raise BadContact(NOT_AN_EMAIL) from None


def _mobile(text: str) -> str:
    try:
        number = phonenumbers.parse(text, ANYWHERE_REGION)
    except phonenumbers.NumberParseException:
        raise BadContact(NOT_A_MOBILE) from None
    national = str(number.national_number)
    # Ofcom keeps 07700 900000 to 900999 for stories; the library calls those not valid, the demo uses them.
    story = number.country_code == 44 and re.fullmatch(r"7700900\d{3}", national)
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    if not story and not (phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) in kinds):
        raise BadContact(NOT_A_MOBILE)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_number(typed: str) -> str:
    """A UK number that can be rung, landlines too, in E.164. Raises BadContact."""
    try:
        number = phonenumbers.parse(typed, ANYWHERE_REGION)
    except phonenumbers.NumberParseException:
        raise BadContact(NOT_A_NUMBER) from None
    story = number.country_code == 44 and re.fullmatch(r"(7700900|2079460)\d{3}", str(number.national_number))
    if not story and not phonenumbers.is_valid_number(number):
        raise BadContact(NOT_A_NUMBER)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_code(typed: str) -> str:
    """The digits of a typed code, spaces and dashes forgiven; "" when it is not six digits."""
    digits = "".join(str(int(c)) for c in typed if c.isdecimal())
    others = [c for c in typed if not c.isdecimal() and c not in " -\u00a0"]
    return digits if len(digits) == CODE_DIGITS and not others else ""


def check_code(
    *, right: bool, wrong_before: int, used: bool, same_browser: bool, good_until: datetime, now: datetime
) -> None:
    """Whether a typed code opens the door. Raises CodeSpent or CodeWrong."""
    if used or not same_browser or now > good_until or wrong_before >= MOST_WRONG:
        raise CodeSpent
    if not right:
        left = MOST_WRONG - wrong_before - 1
        if left == 0:
            raise CodeSpent
        raise CodeWrong(left=left)


def masked(channel: Channel, contact: str) -> str:
    """Enough of a contact to know it again: "a…@example.org", "…4567"."""
    if channel is Channel.MAIL:
        name, _, host = contact.partition("@")
        return f"{name[:1]}…@{host}"
    return f"…{contact[-4:]}"
