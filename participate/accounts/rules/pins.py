"""The PIN of somebody who works in a hub."""

from datetime import timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

PIN_DIGITS = 6
PINS_WRONG = 5  # in a row; from then on one try each time the lock ends, until a right one
LOCK_FOR = timedelta(minutes=15)


class PinTooEasy(RuleBroken):
    message = mark("That one is easy to guess. Choose six digits that are not in a row and not all alike.")


class PinWrong(RuleBroken):
    message = mark("That is not your PIN. Please look again.")


class PinLocked(RuleBroken):
    message = mark("Too many tries. Wait a quarter of an hour, or sign in with a code by e-mail.")


def read_pin(typed: str) -> str:
    """The six digits of a typed PIN, spaces forgiven; "" when it is not six digits."""
    digits = "".join(str(int(c)) for c in typed if c.isdecimal())
    return digits if len(digits) == PIN_DIGITS and all(c.isdecimal() or c.isspace() for c in typed) else ""


def check_pin(pin: str) -> None:
    """Whether six digits may be a PIN. Raises PinTooEasy: all alike, two or three repeated, or a run."""
    steps = {(int(later) - int(earlier)) % 10 for earlier, later in zip(pin, pin[1:], strict=False)}
    repeated = pin[:2] * 3 == pin or pin[:3] * 2 == pin
    if steps <= {0} or steps in ({1}, {9}) or repeated:
        raise PinTooEasy
