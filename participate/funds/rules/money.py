"""Rules of the small funds: what is asked for, what is granted, and that it never is more than there is. Pure."""

import re
from datetime import date

from participate.core.errors import RuleBroken
from participate.core.words import mark

MOST_POUNDS = 100_000
LONGEST_CRITERIA = 1000
_MONEY = re.compile(r"£?\s?([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,9})(?:\.([0-9]{2}))?")


class NotMoney(RuleBroken):
    message = mark("Write pounds, like 120 or 99.50.")


class TooMuchMoney(RuleBroken):
    """`most`: the most, in words."""

    message = mark("It can be £1 to %(most)s.")


class FundClosed(RuleBroken):
    message = mark("The time to ask this fund is over. Thank you for thinking of it.")


class NotSoMuchLeft(RuleBroken):
    """`left`: in words."""

    message = mark("Only %(left)s is left in this fund.")


class MoreThanAsked(RuleBroken):
    """`asked`: in words."""

    message = mark("They asked for %(asked)s. You can give that or less.")


class GivenAlready(RuleBroken):
    """`granted`: in words."""

    message = mark("%(granted)s is promised already. The fund cannot be smaller.")


class AskAnswered(RuleBroken):
    message = mark("This has been answered already. Please look again.")


class YourOwnAsk(RuleBroken):
    message = mark("You asked for this yourself. Somebody else of the hub decides.")


class OneAtATime(RuleBroken):
    message = mark("You have asked this fund, and it waits for an answer. One at a time, please.")


def pence_of(typed: str, most: int = MOST_POUNDS) -> int:
    """ "120", "£99.50", "1,200" as pence, from £1 to `most` pounds. Raises NotMoney or TooMuchMoney."""
    found = _MONEY.fullmatch(typed.strip())
    if found is None:
        raise NotMoney
    pence = int(found[1].replace(",", "")) * 100 + int(found[2] or 0)
    if not 100 <= pence <= most * 100:
        raise TooMuchMoney(most=pounds(most * 100))
    return pence


def pounds(pence: int) -> str:
    """ "£1,200", "£99.50", "£0"."""
    return f"£{pence // 100:,}" if pence % 100 == 0 else f"£{pence / 100:,.2f}"


def is_open(closes_on: date, left: int, today: date) -> bool:
    """Whether somebody may ask: up to and on the closing day, while a pound is left."""
    return today <= closes_on and left >= 100


def check_ask(pence: int, *, most: int, left: int, closes_on: date, today: date) -> None:
    """Raises FundClosed, TooMuchMoney or NotSoMuchLeft."""
    if not is_open(closes_on, left, today):
        raise FundClosed
    if not 100 <= pence <= most:
        raise TooMuchMoney(most=pounds(most))
    if pence > left:
        raise NotSoMuchLeft(left=pounds(left))


def check_grant(pence: int, asked: int) -> None:
    """Raises MoreThanAsked or TooMuchMoney."""
    if pence > asked:
        raise MoreThanAsked(asked=pounds(asked))
    if pence < 1:
        raise TooMuchMoney(most=pounds(asked))
