"""What may not stand in words that everybody can read: ways round the hub to a person, or to her door."""

import re

from participate.core.errors import RuleBroken
from participate.core.screening.spelling import plain as plain_letters
from participate.core.words import mark

_EMAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,64}\.\w{2,}")
_PHONE = re.compile(r"(?<![\w£])(?:\+44|0044|0)[\s().-]*(?:\d[\s().-]{0,2}){9,10}(?!\w)")
# Areas of London and Essex: "PS4 2nd hand" is no postcode.
_POSTCODE = re.compile(
    r"\b(?:e|ec|n|nw|se|sw|w|wc|ig|rm|en|da|cm|ss|br)\d[a-z\d]?\s*\d[abd-hjlnp-uw-z]{2}\b", re.IGNORECASE
)
_WAYS = (
    "street|st|road|rd|avenue|ave|lane|close|drive|way|gardens|gdns|crescent|court|place|terrace|grove|walk|square"
    "|mews|hill|row|park|green|parade"
)
# "12 Bastable Avenue", "12a, Green Lane", but not "5 minutes from Green Lane".
_HOUSE = re.compile(
    rf"\b\d{{1,4}}\s?[a-z]?,?\s+(?!(?:min|mins|minute|minutes|people|of|from|in|on|off|to|m)\b)[\w’'.-]+"
    rf"(?:\s+[\w’'.-]+)?\s+(?:{_WAYS})\b",
    re.IGNORECASE,
)
_FLAT = re.compile(r"\b(?:flat|apartment|apt|house number|number|no\.?)\s*\d+[a-z]?\b", re.IGNORECASE)


class HasEmail(RuleBroken):
    """An e-mail address in words for everybody."""

    message = mark("Everybody can read this, so leave e-mail addresses out. Neighbours ask at the hub.")


class HasPhone(RuleBroken):
    """A telephone number in words for everybody."""

    message = mark("Everybody can read this, so leave phone numbers out. Neighbours ask at the hub.")


class HasPostcode(RuleBroken):
    """A postcode in words for everybody."""

    message = mark("Everybody can read this, so leave the postcode out.")


class HasAddress(RuleBroken):
    """The address of a home in words for everybody."""

    message = mark("This looks like the address of a home. Everybody can read this, so leave it out.")


def check_open_words(words: str, *, at_home: bool = False) -> None:
    """Raises HasEmail, HasPhone or HasPostcode; of something at somebody's home HasAddress too."""
    plain = plain_letters(words)
    if _EMAIL.search(plain):
        raise HasEmail
    if _PHONE.search(plain):
        raise HasPhone
    if _POSTCODE.search(plain):
        raise HasPostcode
    if at_home and (_HOUSE.search(plain) or _FLAT.search(plain)):
        raise HasAddress
