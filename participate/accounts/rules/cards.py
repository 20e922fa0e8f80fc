"""A printed card that signs somebody in who has no other way."""

from datetime import datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark

SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks like another on paper
CARD_LENGTH = 12  # thirty signs each: 58 bits
CARD_LIFE = timedelta(days=182)


class CardWrong(RuleBroken):
    """Nobody's card, an old one, or one that was ended: all alike, so that nothing can be found out by trying."""

    message = mark("This card does not open the door any more. Please look again, or ask at the hub for a new one.")


class NoCardForHer(RuleBroken):
    message = mark("A card is only for neighbours whom no e-mail and no text reaches. Who has a role signs in by code.")


def read_card(typed: str) -> str:
    """The twelve signs of a typed code, without spaces and dashes; "" when there are not twelve."""
    signs = "".join(c for c in typed.upper() if c not in " -\u00a0\u2010\u2011\u2013")
    return signs if len(signs) == CARD_LENGTH and all(c in SIGNS for c in signs) else ""


def card_line(code: str) -> str:
    """The code as it stands on the card: "ABCD-EFGH-JKMN"."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def check_card(*, ended_at: datetime | None, good_until: datetime, active: bool, roles: int, now: datetime) -> None:
    """Whether a card signs in. Raises CardWrong: ended, too old, of somebody paused, or of somebody with a role."""
    if ended_at is not None or now > good_until or not active or roles:
        raise CardWrong


def check_card_for(*, adult: bool, active: bool, roles: int) -> None:
    """Whether a card may be printed for somebody. Raises NoCardForHer."""
    if not adult or not active or roles:
        raise NoCardForHer
